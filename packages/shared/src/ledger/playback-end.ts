import { type FieldPut, put } from "../changes/index.ts";
import type { RecordId } from "../identity/index.ts";

/** How long an item really played. */
export interface PlayedTime {
  /** Seconds of it that really ran; pauses and skipped parts are not in it. */
  readonly seconds: number;
  /** It ran to its end. */
  readonly completed: boolean;
}

/**
 * Writes how long a line of the register really played, as the field `played` of that line (not as a
 * record of its own). May be written again and again while the film runs, the last one holds: so a power
 * cut costs the minutes since the last write and nothing else. `line` is the id that `recordPlayback` was
 * given. Seconds below 0, or that are no number, count as 0; a day is the most.
 */
export const recordPlaybackEnd = (
  line: RecordId,
  { seconds, completed }: PlayedTime,
): readonly FieldPut[] => [
  put({ id: line, kind: "playback" }, "played", {
    seconds: Number.isFinite(seconds) ? Math.min(86_400, Math.max(0, Math.round(seconds))) : 0,
    completed,
  }),
];
