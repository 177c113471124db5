/** The offscreen document: runs the download engine for as long as it lives. */
import { instantSchema, LATEST_INSTANT } from "@dianbo/shared/clock";
import * as v from "valibot";
import DownloadWorker from "../../downloading/download-worker.ts?worker";
import { runDownloadEngine } from "../../downloading/run-engine.ts";

const newId = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
    .replaceAll("+", "-")
    .replaceAll("/", "_");

void runDownloadEngine({
  startWorker: () => new DownloadWorker(),
  clock: { now: () => v.parse(instantSchema, Math.min(LATEST_INSTANT, Math.max(0, Date.now()))) },
  newId,
});
