import type { FailureReason } from "../../inbox/index.ts";

/** How a try ended. */
export interface FailedTry {
  readonly reason: FailureReason;
  readonly status: number | null;
  /** Seconds of patience that the portal asked for (Retry-After), where it did. */
  readonly asked: number | undefined;
  /** How often it had failed before. */
  readonly tries: number;
}

/** The worker has tried several times in a row by then: what is left needs minutes rather than seconds. */
const FIRST_MS = 30_000;
const LONGEST_MS = 10 * 60_000;
/** Whoever is told to come back later than this is told so, and asks again with a click. */
const LONGEST_ASKED_S = 6 * 3600;
const MOST_TRIES = 6;

const passes = ({ reason, status }: FailedTry): boolean => {
  switch (reason) {
    case "network":
    case "cut-short":
    case "stalled":
    case "busy":
      return true;
    case "refused":
      return status === 408 || status === 429 || (status !== null && status >= 500);
    default:
      return false;
  }
};

/**
 * After how many milliseconds a failed download is tried again by itself; `undefined` where only a person
 * can help. Each wait is twice the one before, and no two PCs of a county wait equally long. `random` is
 * from 0 to below 1.
 */
export const waitAfter = (failed: FailedTry, random: () => number): number | undefined => {
  if (!passes(failed) || failed.tries >= MOST_TRIES) return undefined;
  if (failed.asked !== undefined) {
    if (failed.asked > LONGEST_ASKED_S) return undefined;
    return failed.asked * 1000 + Math.round(random() * 2_000);
  }
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** failed.tries);
  return Math.round(longest / 2 + random() * (longest / 2));
};
