import type { LibraryFilter } from "@dianbo/shared/library-filter";
import { useWords, type Words } from "../../locales/index.ts";
import type { Standing } from "./filter-changes.ts";

const wordOf = (
  filter: LibraryFilter,
  { condition, value = "" }: Standing,
  words: Words["library"],
): string => {
  switch (condition) {
    case "kinds": {
      const kinds: Readonly<Record<string, string>> = words.kinds;
      return kinds[value] ?? value;
    }
    case "where": {
      const places: Readonly<Record<string, string>> = words.filter.where;
      return places[value] ?? value;
    }
    case "query":
    case "categories":
    case "audiences":
    case "tags":
    case "publishers":
      return value;
    case "minutes":
      return words.filter.minutesBetween(filter.minutes?.from, filter.minutes?.to);
    case "noMinutes":
      return words.filter.noMinutes;
    case "reviewed":
      return filter.reviewed === true ? words.filter.reviewed : words.filter.notReviewed;
    case "notPlayedFor":
      return words.filter.notPlayedFor(filter.notPlayedFor ?? 0);
    case "sinceEdition":
      return words.filter.sinceEdition;
  }
};

/** Says a chip of a filter in words. */
export const useFilterWords = (): ((filter: LibraryFilter, chip: Standing) => string) => {
  const { library: words } = useWords();
  return (filter, chip) => wordOf(filter, chip, words);
};
