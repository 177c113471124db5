/** The five categories, exactly and in this order, and the offline guess at one. */
export {
  CATEGORIES,
  CATEGORY_NAMES,
  type Category,
  categoryFromDigit,
  categorySchema,
} from "./categories.ts";
export {
  type CategoryHabit,
  type CategoryReason,
  type CategorySuggestion,
  suggestCategory,
} from "./suggest-category.ts";
