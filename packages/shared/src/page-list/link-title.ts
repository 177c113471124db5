import { withoutHidden } from "../portal/index.ts";
import { withoutDate } from "./row-date.ts";

/** What a link says of itself. */
export interface LinkWords {
  /** Its text; of a link that holds a whole card, the card's heading. */
  readonly text: string;
  /** The `title` attribute, or a picture's description. */
  readonly title: string;
}

/** Walked from the end: a pattern would try every beginning of a hostile text. */
const withoutEllipsis = (text: string): string => {
  let end = text.length;
  while (end > 0 && /[.…\s]/u.test(text[end - 1] ?? "")) end -= 1;
  return /^\s*(?:\.{2}|…)/u.test(text.slice(end)) ? text.slice(0, end) : text;
};

/** The column that some set in brackets before a title: `[采购公告]-`. */
const COLUMN = /^\s*[[【〔][^\]】〕]{1,12}[\]】〕]\s*[-—:：·|]*\s*/u;

/** Whether a text is cut off and the other is what it was cut from. */
const isCutFrom = (text: string, whole: string): boolean => {
  const stem = withoutEllipsis(text);
  return stem.length >= 4 && stem !== text && whole.startsWith(stem);
};

/** The longer of text and `title`; a text that only decorates the title (a column, a date, a bullet) gives way. */
export const titleOfLink = ({ text, title }: LinkWords): string => {
  const shown = withoutDate(
    withoutHidden(text)
      .replace(/^[\s·•▪◆■●>»・∙-]+/u, "")
      .replace(/\s+/gu, " "),
  );
  const named = withoutDate(withoutHidden(title).replace(/\s+/gu, " ").trim());
  if (named.length >= 4 && shown.includes(named)) return named.slice(0, 500);
  // A text that is cut off says less than the title it begins, even where it is as long.
  if (isCutFrom(shown, named) || isCutFrom(shown.replace(COLUMN, ""), named)) {
    return named.slice(0, 500);
  }
  return (named.length > shown.length ? named : shown).slice(0, 500);
};

/** Words of a link that only says that it can be opened. */
const OPENS = /^[[【（(<]?(?:查看|点击|阅读|更多|详细|详情|进入|了解)/u;

/** A word that some set before a title. */
const LONGEST_WORD = 5;

const isProse = (title: string): boolean => /[。；]/u.test(title) || title.length > 100;

/**
 * The title that several links to one page give it: a heading's, completed where it is cut off; else the
 * longest, but an introduction that is a link as well names nothing.
 */
export const titleOfSame = (
  links: readonly (LinkWords & { readonly heads: boolean })[],
): string => {
  const titles = links.map((link) => ({ heads: link.heads, title: titleOfLink(link) }));
  const longest = titles.reduce(
    (best, { title }) => (title.length > best.length ? title : best),
    "",
  );
  const head = titles.find(({ heads, title }) => heads && title.length >= 4)?.title;
  if (head !== undefined) return titles.find(({ title }) => isCutFrom(head, title))?.title ?? head;
  // A word before the title in one of them, 完整版 and the like.
  const bare = titles.find(
    ({ title }) =>
      title.length >= 4 &&
      title !== longest &&
      longest.endsWith(title) &&
      longest.length - title.length <= LONGEST_WORD,
  );
  if (bare !== undefined) return bare.title;
  if (!isProse(longest)) return longest;
  const short = titles.find(
    ({ title }) => title.length >= 6 && !isProse(title) && !OPENS.test(title),
  );
  return short?.title ?? longest;
};
