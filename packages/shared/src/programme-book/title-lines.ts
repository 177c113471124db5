import type { Measures } from "./print-size.ts";

/** How wide a character is set, in ems; on the safe side, for whichever of the fonts is there. */
const widthOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  // Marks that stand on the character before them.
  if (/\p{M}/u.test(character)) return 0;
  if (code >= 0x2e80) return 1;
  if (/[mwMW@%&—…“”‘’·]/u.test(character)) return 1;
  if (/\p{Lu}/u.test(character)) return 0.75;
  if (/[ .,:;'|!il]/u.test(character)) return 0.36;
  return code < 0x2000 ? 0.6 : 1;
};

/** How many places of one em a text takes. */
export const placesOf = (text: string): number => {
  let places = 0;
  for (const character of text) places += widthOf(character);
  return places;
};

/** What the mark of a film takes of a title's line. */
const FILM_MARK = 2.5;

/** Lines that the longest title gets; what is beyond them is cut with 「…」: the number calls it all the same. */
const MOST_LINES = 4;

/** How a title stands in its row: on one line; smaller on two; smaller on up to four, in a row of double height. */
export interface TitleSetting {
  readonly look: "line" | "long";
  readonly slots: 1 | 2;
}

/** How a title is set at these measures: smaller where it is long, over two rows where it is longer still. */
export const settingOf = (title: string, isFilm: boolean, measures: Measures): TitleSetting => {
  const places = placesOf(title) + (isFilm ? FILM_MARK : 0);
  if (places <= measures.titleLine) return { look: "line", slots: 1 };
  return { look: "long", slots: places <= 2 * measures.longLine ? 1 : 2 };
};

/** Lines that a text takes where each holds so many places; never more than `most`. */
export const linesOf = (text: string, line: number, most: number = MOST_LINES): number =>
  Math.max(1, Math.min(most, Math.ceil(placesOf(text) / line)));
