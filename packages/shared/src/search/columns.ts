import type { Place } from "./places.ts";

/**
 * A sieve over all titles: one bit per title for every pair of neighbouring letters (and every
 * character) that it can be typed with. A word can only stand where all its pairs do, and those
 * titles are had by joining a few columns of bits. Rare pairs share columns.
 */
export interface Columns {
  readonly bits: Int32Array;
  /** Numbers of 32 bits in one column. */
  readonly height: number;
}

const LETTERS = 26;
const SINGLES = 512;
const OTHER_PAIRS = 860;
const COUNT = LETTERS * LETTERS + SINGLES + OTHER_PAIRS;

const letter = (unit: number): number => unit - 97;
const isLetter = (unit: number): boolean => unit >= 97 && unit < 97 + LETTERS;

const single = (unit: number): number => LETTERS * LETTERS + (unit % SINGLES);

const pair = (before: number, after: number): number =>
  isLetter(before) && isLetter(after)
    ? letter(before) * LETTERS + letter(after)
    : LETTERS * LETTERS + SINGLES + ((before * 31 + after * 7) % OTHER_PAIRS);

/** The columns of a text by itself, code unit by code unit: half of a rare character is one too. */
const inside = (text: string): readonly number[] => {
  const columns: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    columns.push(single(text.charCodeAt(at)));
    if (at > 0) columns.push(pair(text.charCodeAt(at - 1), text.charCodeAt(at)));
  }
  return columns;
};

/** What one place brings to a title: its own columns, and what it can be entered and left by. */
interface Brings {
  readonly own: readonly number[];
  readonly firsts: readonly number[];
  readonly lasts: readonly number[];
}

const unique = (list: readonly number[]): readonly number[] => [...new Set(list)];

const bringsOf = ({ character, readings, initials }: Place): Brings => ({
  own: unique([character, ...readings].flatMap(inside)),
  firsts: unique([character, ...initials].map((text) => text.charCodeAt(0))),
  lasts: unique(
    [character, ...initials, ...readings].map((text) => text.charCodeAt(text.length - 1)),
  ),
});

/** Titles whose columns are filled in one go. */
const AT_ONCE = 2000;

/** The columns of many lists of places, made in steps: a pause may be taken at each `yield`. */
export function* layingColumns(
  places: readonly Place[],
  { ids, begins }: { readonly ids: ArrayLike<number>; readonly begins: Int32Array },
): Generator<undefined, Columns> {
  const count = begins.length - 1;
  const height = Math.ceil(count / 32);
  const bits = new Int32Array(COUNT * height);
  const brings = places.map(bringsOf);
  for (let row = 0; row < count; row += 1) {
    if (row % AT_ONCE === 0) yield;
    const at = row >> 5;
    const bit = 1 << (row & 31);
    const end = begins[row + 1] ?? 0;
    let lasts: readonly number[] = [];
    for (let place = begins[row] ?? 0; place < end; place += 1) {
      const here = brings[ids[place] ?? 0];
      if (here === undefined) continue;
      for (const column of here.own)
        bits[column * height + at] = (bits[column * height + at] ?? 0) | bit;
      for (const before of lasts) {
        for (const first of here.firsts) {
          const cell = pair(before, first) * height + at;
          bits[cell] = (bits[cell] ?? 0) | bit;
        }
      }
      lasts = here.lasts;
    }
  }
  return { bits, height };
}

/** The titles where a word may stand, a bit each; those where it does not are left to be found out. */
export const mayHold = ({ bits, height }: Columns, word: string): Int32Array => {
  const held = new Int32Array(height).fill(-1);
  for (const column of new Set(inside(word))) {
    const begin = column * height;
    for (let at = 0; at < height; at += 1) held[at] = (held[at] ?? 0) & (bits[begin + at] ?? 0);
  }
  return held;
};
