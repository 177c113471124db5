import type { RecordState } from "../changes/index.ts";
import type { Instant } from "../clock/index.ts";
import type { Courseware, MediaHash } from "../courseware/index.ts";
import type { RecordId } from "../identity/index.ts";
import type { Playback } from "../ledger/index.ts";
import type { Edition } from "../programme/index.ts";
import type { Whereabouts } from "./library-filter.ts";

/** What of a library's snapshot a filter looks at. */
export interface FilterShelves {
  readonly items: ReadonlyMap<RecordId, Courseware>;
  readonly playbacks: ReadonlyMap<RecordId, Playback>;
  readonly editions: ReadonlyMap<RecordId, Edition>;
  readonly records: ReadonlyMap<RecordId, RecordState>;
}

/** What is known about items beside their own fields. */
export interface FilterFacts {
  readonly now: Instant;
  readonly lastPlayed: ReadonlyMap<RecordId, Instant>;
  /** Whether its number is younger than the last printed edition. */
  readonly isNewSinceEdition: (item: Courseware) => boolean;
  readonly whereIs: (item: Courseware) => Whereabouts;
}

/** When each item was played last; what never was is not in it. */
const lastPlayedOf = (playbacks: Iterable<Playback>): ReadonlyMap<RecordId, Instant> => {
  const last = new Map<RecordId, Instant>();
  for (const { item, startedAt } of playbacks) {
    const before = last.get(item);
    if (before === undefined || startedAt > before) last.set(item, startedAt);
  }
  return last;
};

/**
 * Gathers them once for many items. `absent` names the files that this PC turned out not to have; without
 * it every item with a file counts as held.
 */
export const filterFacts = (
  { playbacks, editions, records }: FilterShelves,
  now: Instant,
  absent: ReadonlySet<MediaHash> = new Set(),
): FilterFacts => {
  const printed = [...editions.values()].reduce<number | undefined>(
    (latest, { printedAt }) => (latest === undefined || printedAt > latest ? printedAt : latest),
    undefined,
  );
  const isNewSinceEdition = (item: Courseware): boolean => {
    if (item.number == null) return false;
    if (printed === undefined) return true;
    const writes = records.get(item.id)?.fields["number"] ?? [];
    return writes.some(({ value, stamp }) => value === item.number && stamp.millis > printed);
  };
  const whereIs = (item: Courseware): Whereabouts => {
    if (item.article != null || (item.media != null && !absent.has(item.media.hash))) return "here";
    return item.place == null ? "missing" : "elsewhere";
  };
  return { now, lastPlayed: lastPlayedOf(playbacks.values()), isNewSinceEdition, whereIs };
};
