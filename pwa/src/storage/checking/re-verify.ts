import type { Clock, Instant } from "@dianbo/shared/clock";
import type { MediaHash } from "@dianbo/shared/courseware";
import type { Library } from "../library.ts";
import type { MediaStore } from "../media-store.ts";
import {
  areChecksPaused,
  type FileCheck,
  forgetFileChecks,
  keepFileCheck,
  readFileChecks,
} from "./check-memory.ts";

/** A file is looked at again after so many milliseconds: thirty days. */
const AGAIN = 30 * 24 * 60 * 60 * 1000;

/** The file that is looked at next: never looked at before, else the one looked at longest ago. */
const nextToCheck = (
  held: readonly MediaHash[],
  checks: ReadonlyMap<MediaHash, FileCheck>,
  now: Instant,
): MediaHash | undefined => {
  const due = held.filter((hash) => {
    const check = checks.get(hash);
    // A clock that went back makes no file due for ever.
    return check === undefined || Math.abs(now - check.at) > AGAIN;
  });
  const at = (hash: MediaHash): number => checks.get(hash)?.at ?? -1;
  return due.reduce<MediaHash | undefined>(
    (oldest, hash) => (oldest === undefined || at(hash) < at(oldest) ? hash : oldest),
    undefined,
  );
};

/** What the background works with; tests hand in their own. */
export interface ReVerifier {
  readonly library: Pick<Library, "readMemo" | "writeMemo">;
  readonly media: Pick<MediaStore, "list" | "open">;
  readonly clock: Clock;
  /** Whether the study room is open in any window. */
  readonly isRoomOpen: () => Promise<boolean>;
  /** Reads a file through, slowly; ends early with the signal. */
  readonly hash: (file: Blob, signal: AbortSignal) => Promise<MediaHash | "unreadable" | "stopped">;
}

/** What one turn came to. */
export type Turn = "checked" | "nothing-due" | "paused" | "room-open" | "stopped";

/** Looks at one file, if one is due and nobody is showing anything. What is found stays on this machine. */
export const checkOne = async (
  { library, media, clock, isRoomOpen, hash }: ReVerifier,
  signal: AbortSignal,
): Promise<Turn> => {
  if (await areChecksPaused(library)) return "paused";
  if (await isRoomOpen()) return "room-open";
  const held = (await media.list()).map((file) => file.hash);
  const checks = await readFileChecks(library);
  const gone = new Set([...checks.keys()].filter((known) => !held.includes(known)));
  if (gone.size > 0) await forgetFileChecks(library, gone);
  const next = nextToCheck(held, checks, clock.now());
  const opened = next === undefined ? undefined : await media.open(next);
  if (next === undefined || opened?.ok !== true) return "nothing-due";
  const found = await hash(opened.value, signal);
  if (found === "stopped") return "stopped";
  await keepFileCheck(library, {
    hash: next,
    at: clock.now(),
    state: found === next ? "good" : "broken",
  });
  return "checked";
};
