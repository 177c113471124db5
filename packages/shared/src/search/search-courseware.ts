import { type Courseware, isListed } from "../courseware/index.ts";
import { matchAllWords, type PreparedText, prepareText, type Span, wordsOf } from "./match.ts";
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
 * The one search box. Digits first: one digit is a whole shelf, more are the numbers that begin with
 * them (`1014` exactly); then all words as substrings of 汉字, full pinyin and initials, mixed as one likes.
 * Finds are in the order of the book.
 */
export const searchCourseware = (query: string, all: readonly Searchable[]): readonly Found[] => {
  const listed = all.filter(({ item }) => isListed(item));
  const words = wordsOf(query);
  const [first] = words;
  if (first === undefined) return sortFound(listed.map(({ item }) => ({ item, spans: [] })));
  if (words.length === 1 && /^\d{1,5}$/u.test(first)) {
    const byNumber = listed.filter(
      ({ item }) =>
        (item.number != null && String(item.number).startsWith(first)) ||
        (item.formerNumbers ?? []).some((former) => String(former) === first),
    );
    if (byNumber.length > 0) return sortFound(byNumber.map(({ item }) => ({ item, spans: [] })));
  }
  const found: Found[] = [];
  for (const { item, texts } of listed) {
    const spans = matchAllWords(words, texts);
    if (spans !== undefined) found.push({ item, spans });
  }
  return sortFound(found);
};

const sortFound = (found: readonly Found[]): readonly Found[] =>
  [...found].sort(
    (a, b) =>
      String(a.item.number ?? "9").localeCompare(String(b.item.number ?? "9")) ||
      a.item.title.localeCompare(b.item.title, "zh-CN"),
  );
