import type { Courseware } from "../courseware/index.ts";
import { mayHold } from "./columns.ts";
import { foldText } from "./readings.ts";
import { listAt, type SearchIndex } from "./search-index.ts";
import { type Span, Word, wordsOf } from "./word.ts";

/** What a query finds, in the order in which it is shown. */
export interface Finds {
  readonly items: readonly Courseware[];
  /** The places of a found title to mark, in code points of the title as it is written. */
  readonly spansOf: (item: Courseware) => readonly Span[];
}

const NO_SPANS: readonly Span[] = [];
const unmarked = (): readonly Span[] => NO_SPANS;

/** A number as it is said, written or typed: 1014, 1.014, 1·014, or its first digits. */
const NUMBER = /^(\d)[.·•・]?(\d{0,4})$/u;

/** From four digits on a query is a whole number; fewer are a shelf or the beginning of one. */
const WHOLE = 4;

/**
 * The one search box. Digits first: the number itself, then the numbers that begin so (one digit is a
 * whole shelf), then items that had this number once or at the site they came from; then all words as
 * substrings of 汉字, full pinyin and initials, mixed as one likes, in the order of the book. Digits
 * that are only the beginning of a number are words only where no number begins so.
 */
export const searchCourseware = (query: string, index: SearchIndex): Finds => {
  const words = wordsOf(query);
  if (words.length === 0) return { items: index.items, spansOf: unmarked };
  const digits = digitsOf(query);
  const numbered = digits === undefined ? [] : findByNumber(digits, index);
  if (digits !== undefined && numbered.length > 0 && digits.length < WHOLE) {
    return { items: numbered, spansOf: unmarked };
  }
  const found = findByWords(words, index);
  if (numbered.length === 0) return found;
  const first = new Set(numbered);
  return {
    items: [...numbered, ...found.items.filter((item) => !first.has(item))],
    spansOf: found.spansOf,
  };
};

const digitsOf = (query: string): string | undefined => {
  const [, shelf, place] = NUMBER.exec(foldText(query)) ?? [];
  return shelf === undefined ? undefined : `${shelf}${place ?? ""}`;
};

const findByNumber = (
  digits: string,
  { items, numbers, former }: SearchIndex,
): readonly Courseware[] => {
  const wanted = Number(digits);
  const exact: Courseware[] = [];
  const beginning: Courseware[] = [];
  for (let row = 0; row < numbers.length; row += 1) {
    let number = numbers[row] ?? 0;
    while (number > wanted) number = Math.floor(number / 10);
    const item = items[row];
    if (number !== wanted || number === 0 || item === undefined) continue;
    (item.number === wanted ? exact : beginning).push(item);
  }
  return [...exact, ...beginning, ...(former.get(wanted) ?? [])];
};

/** The rows that have a piece in which the word stands, a bit each. */
const besideTitle = (word: Word, { pieces, having, columns }: SearchIndex): Int32Array => {
  const rows = new Int32Array(columns.height);
  // Pieces that came later belong to another layout.
  for (let at = 0; at < having.begins.length - 1; at += 1) {
    const piece = pieces[at];
    if (piece === undefined || !word.isIn(piece, 0, piece.length)) continue;
    const end = having.begins[at + 1] ?? 0;
    for (let place = having.begins[at] ?? 0; place < end; place += 1) {
      const row = having.ids[place] ?? 0;
      rows[row >> 5] = (rows[row >> 5] ?? 0) | (1 << (row & 31));
    }
  }
  return rows;
};

/** Takes from `left` the rows that do not have the word. */
const keepThoseWith = (left: Int32Array, text: string, word: Word, index: SearchIndex): void => {
  const { ids, begins } = index.titles;
  const beside = besideTitle(word, index);
  const titles = mayHold(index.columns, text);
  for (let block = 0; block < left.length; block += 1) {
    const sure = (left[block] ?? 0) & (beside[block] ?? 0);
    let kept = sure;
    for (let open = (left[block] ?? 0) & (titles[block] ?? 0) & ~sure; open !== 0; ) {
      const place = 31 - Math.clz32(open);
      open ^= 1 << place;
      const row = block * 32 + place;
      if (word.isIn(ids, begins[row] ?? 0, begins[row + 1] ?? 0)) kept |= 1 << place;
    }
    left[block] = kept;
  }
};

const findByWords = (words: readonly string[], index: SearchIndex): Finds => {
  const left = new Int32Array(index.columns.height).fill(-1);
  const sought = words.map((text) => {
    const word = new Word(text, index.places);
    keepThoseWith(left, text, word, index);
    return word;
  });
  const found: Courseware[] = [];
  for (let row = 0; row < index.items.length; row += 1) {
    const item = index.items[row];
    if (((left[row >> 5] ?? 0) & (1 << (row & 31))) !== 0 && item !== undefined) found.push(item);
  }
  return { items: found, spansOf: (item) => spansOf(sought, index, item) };
};

const spansOf = (
  sought: readonly Word[],
  index: SearchIndex,
  item: Courseware,
): readonly Span[] => {
  const row = index.rowOf.get(item.id);
  if (row === undefined) return NO_SPANS;
  const title = listAt(index.titles, row);
  const spans = sought
    .flatMap((word) => word.spanIn(title, 0, title.length) ?? [])
    .sort((a, b) => a.from - b.from);
  return spans.length === 0 ? NO_SPANS : asWritten(item.title, spans);
};

/** Folding may join or split characters (㎡, two blanks): the same places in the title as it is written. */
const asWritten = (title: string, spans: readonly Span[]): readonly Span[] => {
  if (title.normalize("NFKC") === title && foldText(title).length === title.length) return spans;
  const written: number[] = [];
  let folded = "";
  let count = 0;
  for (const [at, character] of [...title].entries()) {
    // Between two points, so that a blank at either end is seen.
    folded = foldText(`.${folded}${character}.`).slice(1, -1).trimStart();
    const now = [...folded].length;
    for (; count < now; count += 1) written[count] = at;
    count = now;
  }
  return spans.map(({ from, to }) => ({
    from: written[from] ?? from,
    to: (written[to - 1] ?? to - 1) + 1,
  }));
};
