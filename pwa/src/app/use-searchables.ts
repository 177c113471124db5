import type { Courseware } from "@dianbo/shared/courseware";
import { type Searchable, searchableOf, searchTextOf, textsToSearch } from "@dianbo/shared/search";
import { useMemo } from "react";
import type { SearchRow } from "../storage/index.ts";
import { useSnapshot } from "./library-context.tsx";

/** Taken apart once per item; an item or a search row that changed is taken apart anew. */
const prepared = new WeakMap<
  Courseware,
  { readonly row: SearchRow | undefined; readonly searchable: Searchable }
>();

const noReadings = (): readonly (readonly string[])[] => [];

const prepare = (item: Courseware, row: SearchRow | undefined): Searchable => {
  const before = prepared.get(item);
  if (before !== undefined && before.row === row) return before.searchable;
  // Pinyin comes a moment after an item is stored; until then its characters are found.
  const texts = row?.texts ?? textsToSearch(item).map((text) => searchTextOf(text, noReadings));
  const searchable = searchableOf(item, texts);
  prepared.set(item, { row, searchable });
  return searchable;
};

/** The library as `searchCourseware` wants it: a new list only when an item or its pinyin changed. */
export const useSearchables = (): readonly Searchable[] => {
  const { items, searchTexts } = useSnapshot();
  return useMemo(
    () => [...items.values()].map((item) => prepare(item, searchTexts.get(item.id))),
    [items, searchTexts],
  );
};
