import * as v from "valibot";

/** The five categories by their digit, in the order of the on-demand book. */
export const CATEGORIES = [1, 2, 3, 4, 5] as const;

/** A category is its digit: 1 基层党建, 2 政策法规, 3 实用技术, 4 科普知识, 5 文体卫生. */
export const categorySchema = v.picklist(CATEGORIES);
/** One of the five categories, by digit. */
export type Category = v.InferOutput<typeof categorySchema>;

/** The categories' own names. They are proper names of the book and stand in every language as they are; English says below what they mean. */
export const CATEGORY_NAMES: Readonly<Record<Category, string>> = {
  1: "基层党建",
  2: "政策法规",
  3: "实用技术",
  4: "科普知识",
  5: "文体卫生",
};

/** What the names mean, for who does not read them. */
export const CATEGORY_MEANINGS: Readonly<Record<Category, string>> = {
  1: "Party building",
  2: "Policy and law",
  3: "Practical skills",
  4: "Popular science",
  5: "Culture, health",
};

/** The category a typed or spoken digit names, if it names one. */
export const categoryFromDigit = (digit: string): Category | undefined =>
  CATEGORIES.find((category) => String(category) === digit);
