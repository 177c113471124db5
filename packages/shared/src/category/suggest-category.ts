import { bigramsOf } from "./bigrams.ts";
import { CATEGORIES, type Category } from "./categories.ts";
import { CATEGORY_WORDS } from "./category-words.ts";
import { type FiledTitle, guessByWords } from "./word-model.ts";

/** What this administrator did before with a column of a portal: how many went to which category. */
export interface CategoryHabit {
  readonly host: string;
  readonly column: string;
  readonly category: Category;
  readonly count: number;
}

/** Why a category is suggested; the screen says it in words. */
export type CategoryReason =
  | { readonly type: "habit"; readonly column: string; readonly count: number }
  | { readonly type: "column"; readonly column: string; readonly word: string }
  /** A title that this administrator filed there reads much like it. */
  | { readonly type: "filed"; readonly title: string }
  | { readonly type: "words"; readonly words: readonly string[] }
  /** Titles of this kind stand there: no single word speaks for it. */
  | { readonly type: "manner" };

/** A category with its reason; the person still decides with one key. */
export interface CategorySuggestion {
  readonly category: Category;
  readonly reason: CategoryReason;
}

/** A column whose items went here and there says little: its main category must have this share. */
const HABIT_SHARE = 0.7;
/** Below this no suggestion is better than a wrong one. */
const SURE_ENOUGH = 0.55;
/** From here on a filed title is alike enough to be named as the reason. */
const ALIKE = 0.3;

/** What stands in a page's path and is no column of its own. */
const NO_COLUMN = /^(?:首页|网站首页|主页|正文|当前位置|新闻|资讯|详情|home)?$/iu;

/** What is known of a page before it is filed. */
export interface PageToFile {
  readonly host: string;
  readonly column?: string | undefined;
  readonly title: string;
  readonly keywords?: readonly string[] | undefined;
  /** What the portal's rule says of this column. */
  readonly columnCategory?: Category | undefined;
}

const byHabit = (
  page: PageToFile,
  habits: readonly CategoryHabit[],
): CategorySuggestion | undefined => {
  const { column } = page;
  if (column === undefined) return undefined;
  const fitting = habits
    .filter((habit) => habit.host === page.host && habit.column === column)
    .sort((a, b) => b.count - a.count || a.category - b.category);
  const all = fitting.reduce((sum, { count }) => sum + count, 0);
  const [most] = fitting;
  if (most === undefined || most.count < all * HABIT_SHARE) return undefined;
  return { category: most.category, reason: { type: "habit", column, count: most.count } };
};

const byColumn = ({ column = "", columnCategory }: PageToFile): CategorySuggestion | undefined => {
  if (columnCategory !== undefined) {
    return { category: columnCategory, reason: { type: "column", column, word: column } };
  }
  for (const category of CATEGORIES) {
    const word = CATEGORY_WORDS[category].find((candidate) => column.includes(candidate));
    if (word !== undefined) return { category, reason: { type: "column", column, word } };
  }
  return undefined;
};

/** Which part of their pairs two titles share (Dice's measure), from 0 to 1. */
export const titleLikeness = (one: string, other: string): number => {
  const ours = bigramsOf(one);
  const theirs = bigramsOf(other);
  if (ours.size === 0 || theirs.size === 0) return 0;
  const shared = [...ours].filter((pair) => theirs.has(pair)).length;
  return (2 * shared) / (ours.size + theirs.size);
};

const reasonFor = (
  category: Category,
  page: PageToFile,
  filed: readonly FiledTitle[],
): CategoryReason => {
  let nearest: { readonly title: string; readonly likeness: number } | undefined;
  for (const one of filed) {
    if (one.category !== category) continue;
    const likeness = titleLikeness(page.title, one.title);
    if (likeness >= ALIKE && likeness > (nearest?.likeness ?? 0)) {
      nearest = { title: one.title, likeness };
    }
  }
  if (nearest !== undefined) return { type: "filed", title: nearest.title };
  const words = CATEGORY_WORDS[category].filter((word) => page.title.includes(word));
  return words.length > 0 ? { type: "words", words } : { type: "manner" };
};

/** Where the model is not sure, a word of one category alone still speaks for it: 「高血压宣传画」. */
const byPlainWords = (title: string): CategorySuggestion | undefined => {
  const spoken = CATEGORIES.flatMap((category) => {
    const words = CATEGORY_WORDS[category].filter((word) => title.includes(word));
    return words.length === 0 ? [] : [{ category, reason: { type: "words" as const, words } }];
  });
  return spoken.length === 1 ? spoken[0] : undefined;
};

/**
 * Guesses a category offline: what this administrator did with the same column, then what the portal's
 * rule and the column's name say, then the words of the title against the titles filed before. No guess
 * is made when nothing speaks clearly for one.
 */
export const suggestCategory = (
  page: PageToFile,
  habits: readonly CategoryHabit[] = [],
  filed: readonly FiledTitle[] = [],
): CategorySuggestion | undefined => {
  const sure = NO_COLUMN.test(page.column ?? "")
    ? undefined
    : (byHabit(page, habits) ?? byColumn(page));
  if (sure !== undefined) return sure;
  const guess =
    guessByWords(page.title, filed) ?? guessByWords((page.keywords ?? []).join(" "), filed);
  if (guess === undefined || guess.confidence < SURE_ENOUGH) return byPlainWords(page.title);
  const { category } = guess;
  return { category, reason: reasonFor(category, page, filed) };
};
