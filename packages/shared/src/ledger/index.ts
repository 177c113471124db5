/** Ledgers: what was played, and when; what was taken down from portals, and by whom. */

export {
  type DownloadEntry,
  downloadDaysInWeek,
  type LogBench,
  logDownloads,
  readDownloadEntry,
  weekOfDay,
} from "./download-log.ts";
export { type Playback, readPlayback, recordPlayback } from "./playback.ts";
