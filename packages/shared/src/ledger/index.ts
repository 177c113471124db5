/** Ledgers: what was played, and when; what was taken down from portals, and by whom. */

export { downloadDaysInWeek, weekOfDay } from "./download-days.ts";
export { type DownloadEntry, readDownloadEntry } from "./download-entry.ts";
export { type LogBench, logDownloads } from "./download-log.ts";
export {
  type Playback,
  type PlayedWithin,
  readPlayback,
  recordPlayback,
  standsInRegister,
} from "./playback.ts";
export { type PlayedTime, recordPlaybackEnd } from "./playback-end.ts";
export {
  countsAsShown,
  minutesShown,
  PLAYBACK_REGISTER_KINDS,
  REGISTER_BOOK,
  type Register,
  type RegisteredShowing,
  type RegisterSums,
  readRegister,
  showingsOf,
  sumRegister,
  waitingShowings,
} from "./register.ts";
export { type RegisterLine, SHOWN_BY, type ShownBy } from "./register-line.ts";
export { amendmentsOf, type RegisterAmendments } from "./register-page.ts";
export {
  answerShowing,
  changesPrinted,
  DISCUSSION_LENGTH,
  headCountSchema,
  type ReportedShowing,
  reportIdOf,
  type SessionReport,
  skipShowing,
} from "./session-report.ts";
export {
  BRANCH_TARGETS,
  type BranchTargetName,
  type BranchTargets,
  readSiteTargets,
  SITE_TARGETS_ID,
  type SiteTargets,
  setBranchTarget,
  setDownloadDays,
  setTarget,
  TARGET_LIMITS,
  type TargetName,
} from "./site-targets.ts";
export { correctLine, recordShowing, type ShowingEntry } from "./write-register.ts";
