/**
 * The page that downloads and keeps what was ticked in lists: an offscreen document, in Firefox a tab in
 * the background. Runs the download engine and the clerk for as long as it lives.
 */
import { openMediaStore } from "@dianbo/pwa/storage";
import MediaWorker from "@dianbo/pwa/storage/media-worker?worker";
import { type Clock, instantSchema, LATEST_INSTANT } from "@dianbo/shared/clock";
import * as v from "valibot";
import DownloadWorker from "../../downloading/download-worker.ts?worker";
import LessonWorker from "../../downloading/hls/lesson-worker.ts?worker";
import RemuxWorker from "../../downloading/hls/remux-worker.ts?worker";
import { runDownloadEngine } from "../../downloading/run-engine.ts";
import { startClerk } from "../../list-clipping/clerk.ts";
import { startPictureKeeper } from "../../list-clipping/picture-keeper.ts";
import { chosenLanguage, wordsOf } from "../../locales/index.ts";

// Whoever finds the tab reads what it is for; an offscreen document has neither readers nor `i18n`.
document.body.append(chrome.i18n?.getMessage("downloadTab") ?? "");

const newId = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
    .replaceAll("+", "-")
    .replaceAll("/", "_");

const clock: Clock = {
  now: () => v.parse(instantSchema, Math.min(LATEST_INSTANT, Math.max(0, Date.now()))),
};
const media = openMediaStore(() => new MediaWorker());
const clerk = startClerk({ media, clock, newId });
const pictures = startPictureKeeper({ media, clock, newId });

void runDownloadEngine({
  startWorker: () => new DownloadWorker(),
  startLessonWorker: () => new LessonWorker(),
  startRemuxWorker: () => new RemuxWorker(),
  clock,
  newId,
  random: Math.random,
  incompleteMark: wordsOf(chosenLanguage()).panel.incompleteMark,
  isBusy: () => clerk.isBusy() || pictures.isBusy(),
});
