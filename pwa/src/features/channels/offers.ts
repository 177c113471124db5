import { CATEGORIES, CATEGORY_NAMES } from "@dianbo/shared/category";
import type { Instant } from "@dianbo/shared/clock";
import { type Courseware, isListed } from "@dianbo/shared/courseware";
import type { SiteId } from "@dianbo/shared/identity";
import { itemsOfSavedFilter, savedFiltersOf } from "@dianbo/shared/library-filter";
import { byMenuNumber, isOffered } from "@dianbo/shared/set-menu";
import { selectedItems } from "@dianbo/shared/sharing";
import type { Words } from "../../locales/index.ts";
import type { LibrarySnapshot } from "../../storage/index.ts";

/** What a channel may hold, as it is kept beside the channel: `all`, `shelf:3`, `menu:<id>`, `filter:<id>`. */
export interface Offer {
  readonly key: string;
  readonly word: string;
}

/** Everything that can be given out as a channel, with what it is called. */
export const offersOf = (
  snapshot: LibrarySnapshot,
  site: SiteId,
  words: Words["channels"],
): readonly Offer[] => [
  { key: "all", word: words.everything },
  ...CATEGORIES.map((category) => ({
    key: `shelf:${category}`,
    word: words.shelf(CATEGORY_NAMES[category]),
  })),
  ...[...snapshot.menus.values()]
    .filter(isOffered)
    .sort(byMenuNumber)
    .map(({ id, name }) => ({ key: `menu:${id}`, word: words.menu(name) })),
  ...savedFiltersOf(snapshot.records.values(), site).filters.map(({ id, name }) => ({
    key: `filter:${id}`,
    word: words.savedFilter(name),
  })),
];

/** The items that an offer names at this moment; none where its menu or filter has gone. */
export const itemsOffered = (
  key: string,
  snapshot: LibrarySnapshot,
  site: SiteId,
  now: Instant,
): readonly Courseware[] => {
  const listed = [...snapshot.items.values()].filter(
    (item) => isListed(item) && item.sample !== true,
  );
  const [kind, of] = key.split(":");
  switch (kind) {
    case "all":
      return listed;
    case "shelf":
      return listed.filter(({ category }) => String(category) === of);
    case "menu": {
      const menus = [...snapshot.menus.keys()].filter((id) => id === of);
      return menus.length === 0
        ? []
        : selectedItems(snapshot, { items: [], menus }).filter(({ sample }) => sample !== true);
    }
    case "filter": {
      const saved = savedFiltersOf(snapshot.records.values(), site).filters.find(
        ({ id }) => id === of,
      );
      if (saved === undefined) return [];
      return itemsOfSavedFilter(snapshot, saved.filter, now).filter(
        ({ sample }) => sample !== true,
      );
    }
    default:
      return [];
  }
};
