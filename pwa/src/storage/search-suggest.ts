import type { SearchText } from "@dianbo/shared/search";
import Fuse from "fuse.js";

/** A title that may be meant. */
export interface Suggestible {
  readonly id: string;
  readonly title: SearchText;
}

/** A title as it is compared: in characters, and in the first reading of each. */
interface Compared {
  readonly id: string;
  readonly title: string;
  readonly pinyin: string;
}

/** Titles that Fuse.js weighs: it looks at each letter by letter, so the likeliest are chosen before. */
const CHOSEN = 500;

/** Tokens that are worth a look; a lone 的 or 与 is not. */
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const tokenize = (text: string): string[] =>
  [...segmenter.segment(text)].filter((one) => one.isWordLike === true).map((one) => one.segment);

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Prepares titles, once for all queries. */
export const prepareSuggestions = (rows: readonly Suggestible[]): readonly Compared[] =>
  rows.map(({ id, title }) => ({
    id,
    title: title.characters,
    pinyin: title.readings
      .split("|")
      .map((readings) => readings.split("/")[0] ?? "")
      .join(""),
  }));

const piecesOf = (text: string, length: number): readonly string[] => {
  const characters = [...text];
  const pieces = characters.map((_, at) => characters.slice(at, at + length).join(""));
  return [...new Set(pieces.filter((piece) => [...piece].length === length))];
};

/** The titles that share most with the query: characters for Chinese, pairs of letters for pinyin. */
const likeliest = (query: string, rows: readonly Compared[]): readonly Compared[] => {
  const chinese = isChinese(query);
  const pieces = piecesOf(query.replace(/\s/gu, ""), chinese ? 1 : 2);
  const least = Math.max(1, Math.ceil(pieces.length * 0.4));
  return rows
    .map((row) => {
      const text = chinese ? row.title : row.pinyin;
      return { row, shared: pieces.filter((piece) => text.includes(piece)).length };
    })
    .filter(({ shared }) => shared >= least)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, CHOSEN)
    .map(({ row }) => row);
};

/** Ids of the titles that a query (folded) may have meant, the likeliest first. */
export const suggest = (
  query: string,
  rows: readonly Compared[],
  limit: number,
): readonly string[] => {
  if ([...query].length < 2 || /^\d+$/u.test(query)) return [];
  const chosen = likeliest(query, rows);
  const fuse = isChinese(query)
    ? new Fuse(chosen, {
        keys: ["title"],
        threshold: 0.4,
        ignoreLocation: true,
        useTokenSearch: true,
        tokenize,
      })
    : new Fuse(chosen, { keys: ["pinyin"], threshold: 0.3, ignoreLocation: true });
  const words = isChinese(query) ? query : query.replace(/\s/gu, "");
  return fuse.search(words, { limit }).map(({ item }) => item.id);
};
