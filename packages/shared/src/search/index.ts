/** Search: number first, then all words over 汉字, pinyin and initials. */
export {
  findWord,
  matchAllWords,
  type PreparedText,
  prepareText,
  type Span,
  wordsOf,
} from "./match.ts";
export { foldText, type ReadingsOf, type SearchText, searchTextOf } from "./readings.ts";
export {
  type Found,
  type Searchable,
  searchableOf,
  searchCourseware,
  textsToSearch,
} from "./search-courseware.ts";
