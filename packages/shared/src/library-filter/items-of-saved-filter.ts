import type { Instant } from "../clock/index.ts";
import { type Courseware, isListed } from "../courseware/index.ts";
import type { RecordId } from "../identity/index.ts";
import {
  indexToSearch,
  type SearchText,
  searchCourseware,
  searchTextOf,
  textsToSearch,
} from "../search/index.ts";
import { filterCourseware } from "./filter-courseware.ts";
import { type FilterShelves, filterFacts } from "./filter-facts.ts";
import type { LibraryFilter } from "./library-filter.ts";

/** What of a library's snapshot a saved filter is held against. */
export interface SearchedShelves extends FilterShelves {
  readonly searchTexts: ReadonlyMap<RecordId, { readonly texts: readonly SearchText[] }>;
}

/**
 * The items that a saved filter names at this moment: listed, with a number or a category, in the order
 * of the book. `filter` is what stands in the saved filter; the app's snapshot fits as it is.
 */
export const itemsOfSavedFilter = (
  snapshot: SearchedShelves,
  filter: LibraryFilter,
  now: Instant,
): readonly Courseware[] => {
  const listed = [...snapshot.items.values()].filter(
    (item) => isListed(item) && item.category != null,
  );
  const left = filterCourseware(listed, filter, filterFacts(snapshot, now));
  const index = indexToSearch(
    left.map((item) => ({
      item,
      texts:
        snapshot.searchTexts.get(item.id)?.texts ??
        textsToSearch(item).map((text) => searchTextOf(text, () => [])),
    })),
  );
  return searchCourseware(filter.query ?? "", index).items;
};
