/** Downloads: fetches the files of clips into the media store, in a page that outlives the panel. */

export { isNightNow } from "./queue/night-window.ts";
export { serveDownloads } from "./serve-downloads.ts";
export {
  cancelDownload,
  goOnWithDownloads,
  keepLessonAnyway,
  restEngine,
  startDownload,
  wakeEngine,
} from "./start-download.ts";
