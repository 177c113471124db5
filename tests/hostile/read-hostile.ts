/** Runs in a thread of its own, so that a reader that hangs can be ended: reads each page it is sent. */
import { parentPort } from "node:worker_threads";
import { recognise } from "@dianbo/shared/portal";
import { builtInRules, rulesFor } from "@dianbo/shared/portal-rule";
import { parseHTML } from "linkedom";
import { captureList } from "../../extension/src/clipping/capture-list.ts";
import { capturePage } from "../../extension/src/clipping/capture-page.ts";

parentPort?.on("message", ({ html, url }: { html: string; url: string }) => {
  const { document } = parseHTML(html);
  // linkedom makes a text of every entity; a browser makes one of all.
  document.documentElement.normalize();
  const rules = rulesFor(url, builtInRules());
  const start = performance.now();
  try {
    recognise(capturePage(document, { href: url }, rules));
    captureList(document, { href: url }, rules);
    parentPort?.postMessage({ ms: performance.now() - start });
  } catch (error) {
    parentPort?.postMessage({ error: String(error) });
  }
});
