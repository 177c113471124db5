import { parseSlides } from "./parse-slides.ts";

addEventListener("message", (event: MessageEvent<unknown>) => {
  if (event.data instanceof Uint8Array) postMessage(parseSlides(event.data));
});
