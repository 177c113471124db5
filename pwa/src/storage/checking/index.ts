/** Files looked at on this machine: found, read through, tried, brought back; and what was found of them. */
export {
  areChecksPaused,
  type FileCheck,
  type KeptReport,
  keepFileCheck,
  keepReport,
  pauseChecks,
  readFileChecks,
  readReports,
  subscribeToChecks,
} from "./check-memory.ts";
export { findFile, renewLeave } from "./find-file.ts";
export { hashSlowly } from "./hash-slowly.ts";
export { probeFilm } from "./probe-film.ts";
export { checkOne, type Turn } from "./re-verify.ts";
export { type NotRepaired, repairFile } from "./repair.ts";
export { subtitlesBeside } from "./subtitles-beside.ts";
