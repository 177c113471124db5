/** Ledgers: what was played, and when. */
export { type Playback, readPlayback, recordPlayback } from "./playback.ts";
