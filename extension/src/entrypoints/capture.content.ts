import { defineContentScript } from "wxt/utils/define-content-script";
import { capturePage } from "../clipping/capture-page.ts";
import { givenRules } from "../clipping/given-rules.ts";
import { unshadowed } from "../clipping/unshadowed.ts";

/**
 * Put into a page only when somebody asks for it (`scripting.executeScript`), so it names no host.
 * Its result goes back to the panel, which parses it.
 */
export default defineContentScript({
  matches: [],
  registration: "runtime",
  main: () => capturePage(unshadowed(document), location, givenRules(location.href)),
});
