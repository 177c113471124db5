/** Search: number first, then all words over 汉字, pinyin and initials. */
export { foldText, type ReadingsOf, type SearchText, searchTextOf } from "./readings.ts";
export { type Finds, searchCourseware } from "./search-courseware.ts";
export {
  indexToSearch,
  inOrderOfBook,
  layingOut,
  type Searchable,
  type SearchIndex,
  textsToSearch,
} from "./search-index.ts";
export type { Span } from "./word.ts";
