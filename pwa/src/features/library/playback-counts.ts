import type { Instant } from "@dianbo/shared/clock";
import type { RecordId } from "@dianbo/shared/identity";
import type { Playback } from "@dianbo/shared/ledger";

/** How often an item was played, and when last. */
export interface PlayedBefore {
  readonly times: number;
  readonly last: Instant;
}

/** Counts the playback register by item; what was never played is not in it. */
export const countPlaybacks = (
  playbacks: Iterable<Playback>,
): ReadonlyMap<RecordId, PlayedBefore> => {
  const counts = new Map<RecordId, PlayedBefore>();
  for (const { item, startedAt } of playbacks) {
    const before = counts.get(item);
    counts.set(item, {
      times: (before?.times ?? 0) + 1,
      last: before === undefined || startedAt > before.last ? startedAt : before.last,
    });
  }
  return counts;
};
