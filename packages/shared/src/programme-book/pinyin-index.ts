import type { Courseware } from "../courseware/index.ts";
import type { ProgrammeNumber } from "../programme/index.ts";

/** One line of the pinyin index. */
export interface IndexEntry {
  readonly number: ProgrammeNumber;
  readonly item: Courseware;
}

/** The entries under one letter: `A` to `Z`, `0` for figures, `#` for what has no reading. */
export interface IndexGroup {
  readonly letter: string;
  readonly entries: readonly IndexEntry[];
}

/** Reads a title as it is said, one syllable for each character; the adapter wraps a pinyin library. */
export type ReadAloud = (title: string) => readonly string[];

/** What stands before the word by which people look for a title: quotes, brackets, marks. */
const BEFORE_THE_WORD = /^[\s\p{P}\p{S}]+/u;

/** A title from its first word on: 「《民法典》解读」 is looked for under M. */
export const titleToRead = (title: string): string => {
  const bare = title.normalize("NFKC").replace(BEFORE_THE_WORD, "").trim();
  return bare === "" ? title.trim() : bare;
};

const letterOf = (syllable: string | undefined): string => {
  const first = (syllable ?? "").charAt(0).toUpperCase();
  if (/[A-Z]/u.test(first)) return first;
  return /\d/u.test(first) ? "0" : "#";
};

/** Letters first, then figures, then the rest. */
const placeOfLetter = (letter: string): number => {
  if (letter === "0") return 26;
  return letter === "#" ? 27 : letter.charCodeAt(0) - 65;
};

const compare = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/**
 * The pinyin index: every title under the first letter of its first word, then by sound, then by number.
 * Each entry stands once, whatever its title is.
 */
export const pinyinIndex = (
  entries: readonly IndexEntry[],
  readAloud: ReadAloud,
): readonly IndexGroup[] => {
  const read = entries.map((entry) => {
    const title = titleToRead(entry.item.title);
    const syllables = readAloud(title).map((syllable) => syllable.toLowerCase());
    return { entry, title, letter: letterOf(syllables[0]), sound: syllables.join(" ") };
  });
  read.sort(
    (a, b) =>
      placeOfLetter(a.letter) - placeOfLetter(b.letter) ||
      compare(a.sound, b.sound) ||
      compare(a.title, b.title) ||
      a.entry.number - b.entry.number,
  );
  const groups: { letter: string; entries: IndexEntry[] }[] = [];
  for (const { entry, letter } of read) {
    const last = groups.at(-1);
    if (last?.letter === letter) last.entries.push(entry);
    else groups.push({ letter, entries: [entry] });
  }
  return groups;
};
