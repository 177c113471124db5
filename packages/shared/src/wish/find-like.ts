import { type WishRow, wishKey } from "./tally.ts";

const pairsOf = (key: string): ReadonlySet<string> => {
  const characters = [...key];
  if (characters.length < 2) return new Set(characters);
  return new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`));
};

const known = new WeakMap<WishRow, ReadonlySet<string>>();

const pairsOfRow = (row: WishRow): ReadonlySet<string> => {
  const pairs = known.get(row) ?? pairsOf(row.key);
  known.set(row, pairs);
  return pairs;
};

/** From this likeness on two wishes may mean the same; a person decides. */
const LIKE = 0.34;

/** How alike two texts are, 0 to 1: shared pairs of characters, or one within the other. */
const likeness = (typed: string, typedPairs: ReadonlySet<string>, row: WishRow): number => {
  if (row.key === typed) return 2;
  const pairs = pairsOfRow(row);
  let shared = 0;
  for (const pair of typedPairs) if (pairs.has(pair)) shared += 1;
  const dice = (2 * shared) / (typedPairs.size + pairs.size);
  return row.key.includes(typed) || typed.includes(row.key) ? Math.max(dice, 0.5) + 0.5 : dice;
};

/**
 * The wishes noted already that may be what is being typed, the likest first: the very same wish, one that
 * holds it or lies in it, one that shares much of it.
 */
export const findLikeWishes = (
  typed: string,
  rows: readonly WishRow[],
  limit: number,
): readonly WishRow[] => {
  const key = typed.trim() === "" ? "" : wishKey(typed);
  if (key === "") return [];
  const pairs = pairsOf(key);
  return rows
    .map((row) => ({ row, score: likeness(key, pairs, row) }))
    .filter(({ score }) => score >= LIKE)
    .sort(
      (a, b) => b.score - a.score || b.row.count - a.row.count || (a.row.key < b.row.key ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ row }) => row);
};
