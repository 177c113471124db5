import type { CivilDate } from "../clock/index.ts";
import type { RecordId } from "../identity/index.ts";
import type { Wish, WishBook } from "./wish.ts";

/** One wish however it is written: width, case, spaces, 《》 and marks make no other wish. */
export const wishKey = (text: string): string => {
  const key = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{Cc}\p{Cf}]+/gu, "");
  // A wish of nothing but marks is still one.
  return key === "" ? text.trim() : key;
};

/** A row of the tally: all that was noted of one wish, on whichever PC. */
export interface WishRow {
  /** The id of the wish that leads the row: the one noted first. */
  readonly id: RecordId;
  readonly key: string;
  readonly text: string;
  /** All that were noted under it, the leading one first. */
  readonly wishes: readonly Wish[];
  readonly count: number;
  readonly firstOn: CivilDate;
  readonly lastOn: CivilDate;
  readonly item: RecordId | undefined;
  readonly declined: string | undefined;
  readonly answered: { readonly on: CivilDate; readonly how: string } | undefined;
}

const byNoting = (a: Wish, b: Wish): number =>
  a.notedOn === b.notedOn ? (a.id < b.id ? -1 : 1) : a.notedOn < b.notedOn ? -1 : 1;

/** Most asked for first; of equal ones the one that waits longest. */
export const compareRows = (a: WishRow, b: WishRow): number => {
  if (a.count !== b.count) return b.count - a.count;
  if (a.firstOn !== b.firstOn) return a.firstOn < b.firstOn ? -1 : 1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : a.id < b.id ? -1 : 1;
};

/**
 * Counts the wishes: the same wish is one row, whoever noted it and wherever. The order of what comes in
 * makes no difference, and nothing is counted twice.
 */
export const tallyWishes = ({ wishes, slips }: WishBook): readonly WishRow[] => {
  const alive = wishes.filter(({ life }) => life !== "deleted");
  const groups = new Map<string, Wish[]>();
  for (const wish of alive) {
    const key = wishKey(wish.text);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [wish]);
    else group.push(wish);
  }
  const more = new Map<RecordId, { count: number; last: CivilDate }>();
  for (const { wish, count, on, life } of slips) {
    if (life === "deleted") continue;
    const before = more.get(wish);
    more.set(wish, {
      count: (before?.count ?? 0) + count,
      last: before === undefined || on > before.last ? on : before.last,
    });
  }
  return [...groups]
    .map(([key, group]) => rowOf(key, [...group].sort(byNoting), more))
    .sort(compareRows);
};

const rowOf = (
  key: string,
  wishes: readonly Wish[],
  more: ReadonlyMap<RecordId, { readonly count: number; readonly last: CivilDate }>,
): WishRow => {
  const [leading] = wishes;
  if (leading === undefined) throw new Error("a row of the tally without a wish");
  const lasts = wishes.flatMap(({ id, notedOn }) => [notedOn, more.get(id)?.last ?? notedOn]);
  return {
    id: leading.id,
    key,
    text: leading.text,
    wishes,
    count: wishes.reduce((sum, { id, count }) => sum + count + (more.get(id)?.count ?? 0), 0),
    firstOn: leading.notedOn,
    lastOn: lasts.sort().at(-1) ?? leading.notedOn,
    item: wishes.find(({ item }) => item != null)?.item ?? undefined,
    declined: wishes.find(({ declined }) => declined != null)?.declined ?? undefined,
    answered: wishes.find(({ answered }) => answered != null)?.answered ?? undefined,
  };
};
