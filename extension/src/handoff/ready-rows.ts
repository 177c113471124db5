import type { Clip } from "@dianbo/shared/clip";
import type { InboxRow } from "../inbox/index.ts";

/** What can be handed over: the rest is still being fetched, or has to be fetched again first. */
const isReady = (clip: Clip): boolean => clip.file.state === "none" || clip.file.state === "held";

/** The rows that can be handed over, the oldest first, so that numbers follow the order of saving. */
export const readyClips = (rows: readonly InboxRow[]): readonly Clip[] =>
  rows.flatMap((row) => (row.type === "clip" && isReady(row.clip) ? [row.clip] : [])).reverse();

/** How long, in milliseconds, a clip stays where its panel can still take it back. */
export const TAKE_BACK_MS = 10_000;

/** The name of the lock that is held while pictures of a clip are being fetched. */
export const picturesLock = (id: string): string => `dianbo-pictures-${id}`;

/**
 * Splits ready clips into those that may go by themselves now and those that stay a little: just saved, or
 * their pictures are still coming. A clip from the future (the clock was set back) does not wait.
 */
export const settledClips = (
  clips: readonly Clip[],
  now: number,
  locks: ReadonlySet<string>,
): { readonly settled: readonly Clip[]; readonly soon: boolean } => {
  const settled = clips.filter(
    ({ id, clippedAt }) =>
      (clippedAt > now || now - clippedAt >= TAKE_BACK_MS) && !locks.has(picturesLock(id)),
  );
  return { settled, soon: settled.length < clips.length };
};
