/** Words on the screen: both languages complete, and none of the words that the glossary avoids. */

/** One sentence of a catalogue: its key, dotted, and its text (of a sentence that is a function, its source). */
export interface Sentence {
  readonly key: string;
  readonly text: string;
}

/** All sentences of a catalogue, however deeply grouped. */
export const sentencesOf = (catalogue: unknown, prefix = ""): Sentence[] => {
  if (typeof catalogue === "string" || typeof catalogue === "function") {
    return [{ key: prefix, text: String(catalogue) }];
  }
  if (typeof catalogue !== "object" || catalogue === null) return [];
  return Object.entries(catalogue).flatMap(([key, value]) =>
    sentencesOf(value, prefix === "" ? key : `${prefix}.${key}`),
  );
};

/**
 * What stands before or after a number may be nothing in one language: 还有 5 分, 5 minutes left. So may what a
 * category's proper name means, in the language that the name is in.
 */
const MAY_BE_NOTHING = /\.(before|after|categoryMeans\.\d)$/;

/** Keys that one language has and the other has not, and sentences that are empty. */
export const unequalKeys = (source: unknown, translation: unknown): string[] => {
  const left = sentencesOf(source);
  const right = sentencesOf(translation);
  const keysOf = (sentences: readonly Sentence[]) => new Set(sentences.map((one) => one.key));
  const leftKeys = keysOf(left);
  const rightKeys = keysOf(right);
  return [
    ...[...leftKeys].filter((key) => !rightKeys.has(key)).map((key) => `${key} is missing in en`),
    ...[...rightKeys]
      .filter((key) => !leftKeys.has(key))
      .map((key) => `${key} is missing in zh-CN`),
    ...[...left, ...right]
      .filter((one) => one.text.trim() === "" && !MAY_BE_NOTHING.test(one.key))
      .map((one) => `${one.key} is empty`),
  ];
};

const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => cell.trim());

/** The words that docs/glossary.md avoids: the cells of every table column headed "Words to avoid" (or 不用). */
export const wordsToAvoid = (glossary: string): string[] => {
  const words = new Set<string>();
  let column = -1;
  for (const line of glossary.split("\n")) {
    if (!line.trim().startsWith("|")) {
      column = -1;
      continue;
    }
    const cells = cellsOf(line);
    const head = cells.findIndex((cell) => /avoid|不用/i.test(cell));
    if (column < 0) {
      column = head;
      continue;
    }
    for (const word of (cells[column] ?? "").split(/[,，、;；]/)) {
      const plain = word.replace(/[`*「」"]|\(.*?\)|（.*?）/g, "").trim();
      if (plain !== "" && !/^[-–—:]+$/.test(plain)) words.add(plain);
    }
  }
  return [...words];
};

const occurs = (text: string, word: string): boolean =>
  /\p{Script=Han}/u.test(word)
    ? text.includes(word)
    : new RegExp(`\\b${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\b`, "i").test(text);

/** Sentences that use a word that the glossary avoids. */
export const avoidedWords = (catalogue: unknown, words: readonly string[]): string[] =>
  sentencesOf(catalogue).flatMap(({ key, text }) =>
    words.filter((word) => occurs(text, word)).map((word) => `${key} says ${word}: ${text}`),
  );
