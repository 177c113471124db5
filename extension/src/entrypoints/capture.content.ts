import { defineContentScript } from "wxt/utils/define-content-script";
import { capturePage } from "../clipping/capture-page.ts";
import { withSizes } from "../clipping/file-sizes.ts";
import { givenRules } from "../clipping/given-rules.ts";

/**
 * Put into a page only when somebody asks for it (`scripting.executeScript`), so it names no host.
 * Its result goes back to the panel, which parses it.
 */
export default defineContentScript({
  matches: [],
  registration: "runtime",
  main: () =>
    withSizes(capturePage(document, location, givenRules(location.href)), location.origin),
});
