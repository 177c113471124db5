/** The five categories, exactly and in this order, and the offline guesses at category, tags, audience. */
export {
  CATEGORIES,
  CATEGORY_MEANINGS,
  CATEGORY_NAMES,
  type Category,
  categoryFromDigit,
  categorySchema,
} from "./categories.ts";
export {
  type CategoryHabit,
  type CategoryReason,
  type CategorySuggestion,
  type PageToFile,
  suggestCategory,
  titleLikeness,
} from "./suggest-category.ts";
export {
  AUDIENCES,
  type Audience,
  isAudience,
  suggestTags,
  type TagSuggestion,
} from "./suggest-tags.ts";
export type { FiledTitle } from "./word-model.ts";
