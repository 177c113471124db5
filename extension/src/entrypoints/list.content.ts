import { defineContentScript } from "wxt/utils/define-content-script";
import { captureList } from "../clipping/capture-list.ts";
import { givenRules } from "../clipping/given-rules.ts";
import { unshadowed } from "../clipping/unshadowed.ts";

/** Put into a page when the panel looks at it, beside the capture; its result is parsed by the panel. */
export default defineContentScript({
  matches: [],
  registration: "runtime",
  main: () => captureList(unshadowed(document), location, givenRules(location.href)),
});
