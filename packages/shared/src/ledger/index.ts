/** Ledgers: what was played, and when; what was taken down from portals, and by whom. */

export { downloadDaysInWeek, weekOfDay } from "./download-days.ts";
export { type DownloadEntry, readDownloadEntry } from "./download-entry.ts";
export { type LogBench, logDownloads } from "./download-log.ts";
export { type Playback, type PlayedWithin, readPlayback, recordPlayback } from "./playback.ts";
export {
  readSiteTargets,
  SITE_TARGETS_ID,
  type SiteTargets,
  setDownloadDays,
} from "./site-targets.ts";
