/**
 * The page that downloads: an offscreen document, in Firefox a tab in the background. Runs the download
 * engine for as long as it lives.
 */
import { instantSchema, LATEST_INSTANT } from "@dianbo/shared/clock";
import * as v from "valibot";
import DownloadWorker from "../../downloading/download-worker.ts?worker";
import { runDownloadEngine } from "../../downloading/run-engine.ts";

// Whoever finds the tab reads what it is for; an offscreen document has neither readers nor `i18n`.
document.body.append(chrome.i18n?.getMessage("downloadTab") ?? "");

const newId = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
    .replaceAll("+", "-")
    .replaceAll("/", "_");

void runDownloadEngine({
  startWorker: () => new DownloadWorker(),
  clock: { now: () => v.parse(instantSchema, Math.min(LATEST_INSTANT, Math.max(0, Date.now()))) },
  newId,
});
