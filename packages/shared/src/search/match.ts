import { foldText, type SearchText } from "./readings.ts";

/** Where a word was found: places (characters, not bytes) from `from` up to but not including `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A searchable text taken apart once, so that each keystroke only compares. */
export interface PreparedText {
  readonly characters: readonly string[];
  readonly readings: readonly (readonly string[])[];
}

/** Takes a stored search text apart. */
export const prepareText = (text: SearchText): PreparedText => ({
  characters: [...text.characters],
  readings: text.readings.split("|").map((place) => (place === "" ? [] : place.split("/"))),
});

/**
 * Tries to lay a word over the text from one place on. Each character may be met by itself, by a whole
 * reading, or by a reading's first letter, so 种植, zhongzhi, zz and 种zhi all fit; the last reading may
 * be half typed. Returns the place behind the match, or -1.
 */
const layWord = (word: string, at: number, text: PreparedText, place: number): number => {
  if (at === word.length) return place;
  const character = text.characters[place];
  if (character === undefined) return -1;
  if (word.startsWith(character, at)) {
    const end = layWord(word, at + character.length, text, place + 1);
    if (end >= 0) return end;
  }
  for (const reading of text.readings[place] ?? []) {
    if (word.startsWith(reading, at)) {
      const end = layWord(word, at + reading.length, text, place + 1);
      if (end >= 0) return end;
    }
    const rest = word.slice(at);
    if (rest.length < reading.length && reading.startsWith(rest)) return place + 1;
    if (word.charAt(at) === reading.charAt(0)) {
      const end = layWord(word, at + 1, text, place + 1);
      if (end >= 0) return end;
    }
  }
  return -1;
};

/** The first place where a folded word fits, if any. */
export const findWord = (word: string, text: PreparedText): Span | undefined => {
  for (let place = 0; place < text.characters.length; place += 1) {
    const to = layWord(word, 0, text, place);
    if (to > place) return { from: place, to };
  }
  return undefined;
};

/** The words of a query, folded; all must be found, in any order. */
export const wordsOf = (query: string): readonly string[] =>
  foldText(query)
    .split(/[\s,，、;；]+/u)
    .filter((word) => word !== "");

/**
 * Whether all words occur. Words may fall into different texts of one item (title, publisher, tags);
 * the spans are those in the first text, which is the one that is marked on screen.
 */
export const matchAllWords = (
  words: readonly string[],
  texts: readonly PreparedText[],
): readonly Span[] | undefined => {
  const spans: Span[] = [];
  for (const word of words) {
    let found = false;
    for (const [index, text] of texts.entries()) {
      const span = findWord(word, text);
      if (span === undefined) continue;
      if (index === 0) spans.push(span);
      found = true;
      break;
    }
    if (!found) return undefined;
  }
  return spans.sort((a, b) => a.from - b.from);
};
