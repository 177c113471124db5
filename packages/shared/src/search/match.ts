import { foldText, type SearchText } from "./readings.ts";

/** Where a word was found: places (characters, not bytes) from `from` up to but not including `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One character with the ways to type it. Equal ones are one object, however often they occur. */
interface Place {
  /** Counts the places that are shared, from 1; 0 for one that is not. */
  readonly id: number;
  readonly character: string;
  /** Pinyin readings without tones. */
  readonly readings: readonly string[];
  /** The first letters of the readings, each once. */
  readonly initials: string;
}

/** How many numbers of 30 bits tell which pairs of letters a text can be typed with. */
export const PAIR_ROWS = 8;

/** A searchable text taken apart once, so that each keystroke only compares. */
export interface PreparedText {
  readonly places: readonly Place[];
  /** A sieve: a word whose pair of neighbouring letters has no bit here cannot be found. */
  readonly pairs: readonly number[];
}

const known = new Map<string, Place>();

const placeOf = (character: string, readings: string): Place => {
  const key = `${character}|${readings}`;
  const held = known.get(key);
  if (held !== undefined) return held;
  const list = readings === "" ? [] : readings.split("/");
  const initials = [...new Set(list.map((reading) => reading.charAt(0)))].join("");
  // Hostile lists could bring every character there is; what is beyond is simply not shared.
  if (known.size >= 50_000) return { id: 0, character, readings: list, initials };
  const place = { id: known.size + 1, character, readings: list, initials };
  known.set(key, place);
  return place;
};

/** The row and bit of the sieve for two neighbouring letters. */
const pairBit = (before: number, after: number): number => (before * 31 + after * 7) % 240;

const markPair = (pairs: number[], before: number, after: number): void => {
  const at = pairBit(before, after);
  const row = Math.floor(at / 30);
  pairs[row] = (pairs[row] ?? 0) | (1 << (at % 30));
};

const markInside = (pairs: number[], text: string): void => {
  for (let at = 1; at < text.length; at += 1) {
    markPair(pairs, text.charCodeAt(at - 1), text.charCodeAt(at));
  }
};

const pairsOf = (places: readonly Place[]): readonly number[] => {
  const pairs = new Array<number>(PAIR_ROWS).fill(0);
  let lasts: readonly number[] = [];
  for (const { character, readings, initials } of places) {
    markInside(pairs, character);
    for (const reading of readings) markInside(pairs, reading);
    const firsts = [character, ...initials];
    for (const before of lasts) {
      for (const first of firsts) markPair(pairs, before, first.charCodeAt(0));
    }
    lasts = [character, ...initials, ...readings].map((text) => text.charCodeAt(text.length - 1));
  }
  return pairs;
};

/** Takes a stored search text apart. */
export const prepareText = (text: SearchText): PreparedText => {
  const readings = text.readings.split("|");
  const places = [...text.characters].map((character, at) =>
    placeOf(character, readings[at] ?? ""),
  );
  return { places, pairs: pairsOf(places) };
};

/** The bits a word needs in the sieve, by row. */
export const pairsOfWord = (word: string): readonly number[] => {
  const pairs = new Array<number>(PAIR_ROWS).fill(0);
  markInside(pairs, word);
  return pairs;
};

/** Words longer than this are cut: nobody types a longer one, and the scratch rows below are this long. */
const LONGEST_WORD = 250;

/** A small set of offsets in the word; kept between calls, so that a keystroke allocates nothing. */
interface Offsets {
  readonly at: Uint8Array;
  count: number;
}

const newOffsets = (): Offsets => ({ at: new Uint8Array(LONGEST_WORD + 1), count: 0 });
const scratch: readonly [Offsets, Offsets] = [newOffsets(), newOffsets()];

const add = (offsets: Offsets, offset: number): void => {
  for (let index = 0; index < offsets.count; index += 1) {
    if (offsets.at[index] === offset) return;
  }
  offsets.at[offsets.count] = offset;
  offsets.count += 1;
};

/**
 * Adds the offsets in the word that are reached once `place` has been typed from the offset `at`: by
 * the character itself, a whole reading, or a reading's first letter, so 种植, zhongzhi, zz and 种zhi
 * all fit. The word's end is reached where its last reading is only half typed.
 */
const step = (word: string, at: number, place: Place, reached: Offsets): void => {
  if (word.startsWith(place.character, at)) add(reached, at + place.character.length);
  if (!place.initials.includes(word.charAt(at))) return;
  add(reached, at + 1);
  const rest = word.length - at;
  for (const reading of place.readings) {
    if (rest < reading.length ? reading.startsWith(word.slice(at)) : word.startsWith(reading, at)) {
      add(reached, Math.min(word.length, at + reading.length));
    }
  }
};

const canStart = (place: Place, first: string): boolean =>
  place.character.charAt(0) === first || place.initials.includes(first);

/** For every shared place, by id, whether a word with this first letter may begin there. */
export const placesThatStart = (word: string): Uint8Array => {
  const first = word.charAt(0);
  const starts = new Uint8Array(known.size + 1);
  starts[0] = 1;
  for (const place of known.values()) starts[place.id] = Number(canStart(place, first));
  return starts;
};

/** Lays a word over the text from one place on: the place behind the match, or -1. */
export const layWord = (word: string, text: PreparedText, from: number): number => {
  const start = text.places[from];
  if (start === undefined || word.length > LONGEST_WORD) return -1;
  if (word.length === 1) return canStart(start, word) ? from + 1 : -1;
  let [offsets, reached] = scratch;
  offsets.count = 1;
  offsets.at[0] = 0;
  for (let at = from; offsets.count > 0; at += 1) {
    const place = text.places[at];
    if (place === undefined) return -1;
    reached.count = 0;
    for (let index = 0; index < offsets.count; index += 1) {
      step(word, offsets.at[index] ?? 0, place, reached);
    }
    for (let index = 0; index < reached.count; index += 1) {
      if (reached.at[index] === word.length) return at + 1;
    }
    [offsets, reached] = [reached, offsets];
  }
  return -1;
};

/** The first place where a folded word fits, if any. */
export const findWord = (word: string, text: PreparedText): Span | undefined => {
  const first = word.charAt(0);
  if (first === "") return undefined;
  for (let from = 0; from < text.places.length; from += 1) {
    const place = text.places[from];
    if (place === undefined) break;
    const to = canStart(place, first) ? layWord(word, text, from) : -1;
    if (to > from) return { from, to };
  }
  return undefined;
};

/** The words of a query, folded; all must be found, in any order. */
export const wordsOf = (query: string): readonly string[] =>
  foldText(query)
    .split(/[\s,，、;；]+/u)
    .filter((word) => word !== "")
    .map((word) => word.slice(0, LONGEST_WORD));

const NO_SPANS: readonly Span[] = [];
const byPlace = (a: Span, b: Span): number => a.from - b.from;

/** Finds at one place are all alike, so they share one list: a single letter may find 90,000 items. */
const sharedSpans: (readonly Span[])[] = [];

/** The list of one span. */
export const spanList = (from: number, to: number): readonly Span[] => {
  if (to - from >= 64 || from >= 1000) return [{ from, to }];
  const key = from * 64 + to - from;
  const held = sharedSpans[key];
  if (held !== undefined) return held;
  const made = [{ from, to }];
  sharedSpans[key] = made;
  return made;
};

/** Where one word occurs: in the first text with its span, in another without; `undefined` nowhere. */
const matchWord = (word: string, texts: readonly PreparedText[]): readonly Span[] | undefined => {
  for (let index = 0; index < texts.length; index += 1) {
    const text = texts[index];
    const span = text === undefined ? undefined : findWord(word, text);
    if (span !== undefined) return index === 0 ? spanList(span.from, span.to) : NO_SPANS;
  }
  return undefined;
};

/**
 * Whether all words occur. Words may fall into different texts of one item (title, publisher, tags);
 * the spans are those in the first text, which is the one that is marked on screen.
 */
export const matchAllWords = (
  words: readonly string[],
  texts: readonly PreparedText[],
): readonly Span[] | undefined => {
  const [only] = words;
  if (words.length === 1 && only !== undefined) return matchWord(only, texts);
  const spans: Span[] = [];
  for (const word of words) {
    const found = matchWord(word, texts);
    if (found === undefined) return undefined;
    spans.push(...found);
  }
  return spans.sort(byPlace);
};
