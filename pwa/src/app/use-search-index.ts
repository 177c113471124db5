import {
  indexToSearch,
  type Searchable,
  type SearchIndex,
  searchTextOf,
  textsToSearch,
} from "@dianbo/shared/search";
import { useMemo } from "react";
import type { LibrarySnapshot } from "../storage/index.ts";
import { useSnapshot } from "./library-context.tsx";

type Shelves = Pick<LibrarySnapshot, "items" | "searchTexts">;

const noReadings = (): readonly (readonly string[])[] => [];

/** Of items that wait for their pinyin: kept, so that the layout knows them again. */
const waiting = new WeakMap<Searchable["item"], Searchable["texts"]>();

const textsOf = (item: Searchable["item"], { searchTexts }: Shelves): Searchable["texts"] => {
  const row = searchTexts.get(item.id);
  if (row !== undefined) return row.texts;
  // Pinyin comes a moment after an item is stored; until then its characters are found.
  const texts =
    waiting.get(item) ?? textsToSearch(item).map((text) => searchTextOf(text, noReadings));
  waiting.set(item, texts);
  return texts;
};

/** The layout made last, for all rooms: the next takes over from it what did not change. */
let last: { readonly of: Shelves; readonly index: SearchIndex } | undefined;

const indexOf = (shelves: Shelves): SearchIndex => {
  if (last?.of.items === shelves.items && last.of.searchTexts === shelves.searchTexts) {
    return last.index;
  }
  const rows = [...shelves.items.values()].map((item) => ({
    item,
    texts: textsOf(item, shelves),
  }));
  const index = indexToSearch(rows, last?.index);
  last = { of: { items: shelves.items, searchTexts: shelves.searchTexts }, index };
  return index;
};

/** The library as `searchCourseware` wants it: laid out anew only when an item or its pinyin changed. */
export const useSearchIndex = (): SearchIndex => {
  const { items, searchTexts } = useSnapshot();
  return useMemo(() => indexOf({ items, searchTexts }), [items, searchTexts]);
};
