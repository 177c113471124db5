import { parseTable } from "./parse-table.ts";

addEventListener("message", (event: MessageEvent<unknown>) => {
  const source = event.data;
  if (typeof source === "string" || source instanceof Uint8Array) postMessage(parseTable(source));
});
