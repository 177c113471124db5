import type { Instant } from "@dianbo/shared/clock";
import { type Courseware, isListed, type MediaHash } from "@dianbo/shared/courseware";
import type { Playback } from "@dianbo/shared/ledger";
import type { LibrarySnapshot } from "../../storage/index.ts";

/** So long a film may lie unplayed before its room is offered back. Milliseconds. */
const YEAR_MS = 365 * 86_400_000;

/** A file that nobody has played for twelve months. */
export interface UnplayedFile {
  readonly hash: MediaHash;
  /** Bytes. */
  readonly size: number;
  /** The items that show it; the first is the one it is called by. */
  readonly items: readonly Courseware[];
  /** When it was played last; `undefined` where it never was. */
  readonly playedAt: Instant | undefined;
  /** Since when it is here. */
  readonly keptAt: Instant;
}

const lastPlays = (playbacks: Iterable<Playback>): ReadonlyMap<string, Instant> => {
  const last = new Map<string, Instant>();
  for (const { item, startedAt } of playbacks) {
    if (startedAt > (last.get(item) ?? 0)) last.set(item, startedAt);
  }
  return last;
};

/** When its file was put to an item last. */
const keptAtOf = ({ records }: LibrarySnapshot, item: Courseware): Instant | undefined =>
  [...(records.get(item.id)?.fields["media"] ?? [])]
    .map(({ stamp }) => stamp.millis)
    .sort((a, b) => b - a)[0];

/**
 * The held files that nobody has played for twelve months and that have been here as long, the largest
 * first. A file that several items show counts as played when any of them was.
 */
export const unplayedFiles = (
  snapshot: LibrarySnapshot,
  held: ReadonlyMap<MediaHash, number>,
  now: Instant,
): readonly UnplayedFile[] => {
  const played = lastPlays(snapshot.playbacks.values());
  const byFile = new Map<MediaHash, Courseware[]>();
  for (const item of snapshot.items.values()) {
    if (item.media == null || !held.has(item.media.hash) || !isListed(item)) continue;
    byFile.set(item.media.hash, [...(byFile.get(item.media.hash) ?? []), item]);
  }
  const before = now - YEAR_MS;
  return [...byFile]
    .flatMap(([hash, items]): UnplayedFile[] => {
      const plays = items.flatMap(({ id }) => played.get(id) ?? []);
      const kept = items.flatMap((item) => keptAtOf(snapshot, item) ?? []);
      const [keptAt] = kept.sort((a, b) => b - a);
      const [playedAt] = plays.sort((a, b) => b - a);
      // What nobody knows the age of is not old.
      if (keptAt === undefined || keptAt > before || (playedAt ?? 0) > before) return [];
      return [{ hash, size: held.get(hash) ?? 0, items, playedAt, keptAt }];
    })
    .sort((a, b) => b.size - a.size);
};
