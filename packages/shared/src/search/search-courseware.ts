import { type Courseware, isListed } from "../courseware/index.ts";
import {
  layWord,
  matchAllWords,
  PAIR_ROWS,
  type PreparedText,
  pairsOfWord,
  placesThatStart,
  prepareText,
  type Span,
  spanList,
  wordsOf,
} from "./match.ts";
import type { SearchText } from "./readings.ts";

/** An item with its texts taken apart: what the search box runs over. */
export interface Searchable {
  readonly item: Courseware;
  readonly texts: readonly PreparedText[];
}

/** One find, with the places of the title to mark. */
export interface Found {
  readonly item: Courseware;
  readonly spans: readonly Span[];
}

/** Makes an item searchable from its stored search texts: the title first, then the rest. */
export const searchableOf = (item: Courseware, texts: readonly SearchText[]): Searchable => ({
  item,
  texts: texts.map(prepareText),
});

/** The texts of an item that are searched: title, then publisher, tags and note as one. */
export const textsToSearch = (
  item: Pick<Courseware, "title" | "publisher" | "author" | "tags" | "note">,
): readonly [string, string] => [
  item.title,
  [item.publisher, item.author, ...(item.tags ?? []), item.note].filter(Boolean).join(" "),
];

/**
 * A library in the order of the book, its sieves and first texts (titles) laid flat: a scan over one
 * array of numbers is many times faster than one over objects.
 */
interface Shelved {
  readonly all: readonly Searchable[];
  readonly items: readonly Courseware[];
  /** `PAIR_ROWS` numbers per item, what any of its texts can be typed with. */
  readonly pairs: Int32Array;
  /** The ids of all places of all first texts, one after another… */
  readonly places: Int32Array;
  /** …and where each begins; the last number is the end. */
  readonly begins: Int32Array;
}

/** Kept as long as the list itself, so that only the first keystroke after a change sorts. */
const shelvedOf = new WeakMap<readonly Searchable[], Shelved>();

const sieveOf = (all: readonly Searchable[]): Int32Array => {
  const pairs = new Int32Array(all.length * PAIR_ROWS);
  for (const [index, { texts }] of all.entries()) {
    for (const text of texts) {
      for (let row = 0; row < PAIR_ROWS; row += 1) {
        const at = index * PAIR_ROWS + row;
        pairs[at] = (pairs[at] ?? 0) | (text.pairs[row] ?? 0);
      }
    }
  }
  return pairs;
};

const shelve = (list: readonly Searchable[]): Shelved => {
  const held = shelvedOf.get(list);
  if (held !== undefined) return held;
  const all = list.filter(({ item }) => isListed(item)).sort(compareInBook);
  const begins = new Int32Array(all.length + 1);
  for (const [index, { texts }] of all.entries()) {
    begins[index + 1] = (begins[index] ?? 0) + (texts[0]?.places.length ?? 0);
  }
  const places = new Int32Array(begins[all.length] ?? 0);
  for (const [index, { texts }] of all.entries()) {
    for (const [at, place] of (texts[0]?.places ?? []).entries()) {
      places[(begins[index] ?? 0) + at] = place.id;
    }
  }
  const items = all.map(({ item }) => item);
  const shelved = { all, items, pairs: sieveOf(all), places, begins };
  shelvedOf.set(list, shelved);
  return shelved;
};

/** The bits that all words need, row by row, only rows that need any. */
const neededPairs = (words: readonly string[]): readonly (readonly [number, number])[] => {
  const needed = new Array<number>(PAIR_ROWS).fill(0);
  for (const word of words) {
    for (const [row, bits] of pairsOfWord(word).entries()) needed[row] = (needed[row] ?? 0) | bits;
  }
  return [...needed.entries()].filter(([, bits]) => bits !== 0);
};

/** The order of the book: by shelf, then by place (1999 before 11000), then what has no number, by title. */
const compareInBook = (a: Searchable, b: Searchable): number => {
  const left = bookPlace(a.item.number);
  const right = bookPlace(b.item.number);
  if (left !== right) return left - right;
  if (a.item.title === b.item.title) return 0;
  return a.item.title < b.item.title ? -1 : 1;
};

const bookPlace = (number: number | null | undefined): number => {
  if (number == null) return Number.MAX_SAFE_INTEGER;
  const digits = String(number);
  return Number(digits.slice(0, 1)) * 100_000 + Number(digits.slice(1));
};

/**
 * The one search box. Digits first: one digit is a whole shelf, more are the numbers that begin with
 * them (`1014` exactly); then all words as substrings of 汉字, full pinyin and initials, mixed as one likes.
 * Finds are in the order of the book. `all` is expected to be a new list whenever anything in it changed.
 */
export const searchCourseware = (query: string, all: readonly Searchable[]): readonly Found[] => {
  const shelved = shelve(all);
  const words = wordsOf(query);
  const [first] = words;
  if (first === undefined) return shelved.all.map(({ item }) => ({ item, spans: [] }));
  if (words.length === 1 && /^\d{1,5}$/u.test(first)) {
    const byNumber = findByNumber(first, shelved.all);
    if (byNumber.length > 0) return byNumber;
  }
  return findByWords(words, shelved);
};

const findByNumber = (digits: string, all: readonly Searchable[]): readonly Found[] =>
  all
    .filter(
      ({ item }) =>
        (item.number != null && String(item.number).startsWith(digits)) ||
        (item.formerNumbers ?? []).some((former) => String(former) === digits),
    )
    .map(({ item }) => ({ item, spans: [] }));

const passes = (
  needed: readonly (readonly [number, number])[],
  pairs: Int32Array,
  index: number,
): boolean => {
  for (const [row, bits] of needed) {
    if (((pairs[index * PAIR_ROWS + row] ?? 0) & bits) !== bits) return false;
  }
  return true;
};

/** The places of one word in the title, or an empty list where it stands in another text. */
const findOne = (
  word: string,
  starts: Uint8Array,
  { all, places, begins }: Shelved,
  index: number,
): readonly Span[] | undefined => {
  const begin = begins[index] ?? 0;
  const end = begins[index + 1] ?? 0;
  for (let at = begin; at < end; at += 1) {
    const id = places[at] ?? 0;
    if (starts[id] === 0) continue;
    if (word.length === 1 && id !== 0) return spanList(at - begin, at - begin + 1);
    const [title] = all[index]?.texts ?? [];
    const to = title === undefined ? -1 : layWord(word, title, at - begin);
    if (to > 0) return spanList(at - begin, to);
  }
  const others = all[index]?.texts ?? [];
  return others.length > 1 && matchAllWords([word], others.slice(1)) !== undefined ? [] : undefined;
};

const findByWords = (words: readonly string[], shelved: Shelved): readonly Found[] => {
  const needed = neededPairs(words);
  const [first = ""] = words;
  const starts = placesThatStart(first);
  const found: Found[] = [];
  for (let index = 0; index < shelved.items.length; index += 1) {
    if (!passes(needed, shelved.pairs, index)) continue;
    const spans =
      words.length === 1
        ? findOne(first, starts, shelved, index)
        : matchAllWords(words, shelved.all[index]?.texts ?? []);
    const item = shelved.items[index];
    if (spans !== undefined && item !== undefined) found.push({ item, spans });
  }
  return found;
};
