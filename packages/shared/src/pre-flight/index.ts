/** Pre-flight (今晚能放吗): whether a menu will play on this machine, judged from what was seen, with what to do. */
export type { Evidence, FoundAt, ProbedFilm } from "./evidence.ts";
export { type Fault, type Judged, judgeItem, type Remark } from "./judge-item.ts";
export type { SubtitleState } from "./judge-subtitles.ts";
export { type HeldFiles, proposeReplacements, replaceInMenu } from "./replace.ts";
export {
  type MenuPart,
  partsOf,
  type Remedy,
  type ReportLine,
  type ReportSums,
  remediesOf,
  sumReport,
  type Verdict,
} from "./report.ts";
