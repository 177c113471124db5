import * as v from "valibot";
import { defineContentScript } from "wxt/utils/define-content-script";
import { pickElement } from "../clipping/pick-element.ts";
import { undeceived } from "../clipping/unshadowed.ts";
import { PICK_ASK, pickAskSchema, pickKeySchema } from "../messages/index.ts";

const LEAVE = "dianboPickLeave";

/** Keys that are pressed in the panel while the person points at the page. */
const hearKeys = (onKey: (key: string) => void): (() => void) => {
  const hear = (message: unknown): void => {
    const pressed = v.safeParse(pickKeySchema, message);
    if (pressed.success) onKey(pressed.output.key);
  };
  try {
    chrome.runtime.onMessage.addListener(hear);
  } catch {
    // A page with a frame of the name `chrome` keeps the browser's own from us: keys pressed in the page do.
    return () => undefined;
  }
  return () => chrome.runtime.onMessage.removeListener(hear);
};

/**
 * 「这里是标题」: put into a page only while somebody points at it. What is asked stands in the world of
 * the extension's own scripts, which the page does not see.
 */
export default defineContentScript({
  matches: [],
  registration: "runtime",
  main: async () => {
    const ask = v.safeParse(pickAskSchema, Reflect.get(globalThis, PICK_ASK));
    const before: unknown = Reflect.get(globalThis, LEAVE);
    if (typeof before === "function") before();
    const picked = ask.success
      ? await pickElement(undeceived(document), ask.output, hearKeys, (leave) =>
          Reflect.set(globalThis, LEAVE, leave),
        )
      : undefined;
    return picked ?? null;
  },
});
