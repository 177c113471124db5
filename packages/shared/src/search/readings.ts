/** Gives the pinyin readings of one text, one list per character; the adapter wraps a pinyin library. */
export type ReadingsOf = (text: string) => readonly (readonly string[])[];

/**
 * How a text is kept for searching: the text folded (NFKC, lower case, simplified
 * characters), and per character its pinyin
 * readings without tones. A character with several readings (音乐, 重庆) keeps them all. Computed once,
 * when the record is written, because the pinyin library is large.
 */
export interface SearchText {
  /** Folded characters, one per place. */
  readonly characters: string;
  /** Readings per place, `/` between several, `|` between places; empty for what has none. */
  readonly readings: string;
}

/** Folds a text for comparing: full-width and Kangxi look-alikes, case, and white space. */
export const foldText = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();

/** Prepares a text for searching; `simplifiedOf` puts one character for each. */
export const searchTextOf = (
  text: string,
  readingsOf: ReadingsOf,
  simplifiedOf: (folded: string) => string = (folded) => folded,
): SearchText => {
  const folded = foldText(text);
  const readings = readingsOf(folded);
  const characters = simplifiedOf(folded);
  return {
    characters,
    readings: [...characters]
      .map((_, place) => [...new Set(readings[place] ?? [])].join("/"))
      .join("|"),
  };
};
