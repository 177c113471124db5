/** The library narrowed and sorted: filters with counts, orders, and the filters that a site keeps by name. */
export { type ChoiceCounts, countChoices, filterCourseware } from "./filter-courseware.ts";
export { type FilterFacts, type FilterShelves, filterFacts } from "./filter-facts.ts";
export { itemsOfSavedFilter } from "./items-of-saved-filter.ts";
export {
  CONDITIONS,
  type Condition,
  isOpenFilter,
  type LibraryFilter,
  libraryFilterSchema,
  trimFilter,
  WHEREABOUTS,
  type Whereabouts,
} from "./library-filter.ts";
export {
  deleteFilter,
  renameFilter,
  type SavedFilter,
  type SavedFilters,
  savedFiltersOf,
  saveFilter,
} from "./saved-filter.ts";
export {
  type LibrarySort,
  librarySortSchema,
  SORT_KEYS,
  sortCourseware,
} from "./sort-courseware.ts";
