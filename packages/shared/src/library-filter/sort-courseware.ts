import * as v from "valibot";
import type { Courseware } from "../courseware/index.ts";
import type { RecordId } from "../identity/index.ts";
import type { SearchText } from "../search/index.ts";
import type { FilterFacts } from "./filter-facts.ts";

/** By what a library can be sorted: its number, its title's pinyin, minutes, when it was clipped or last played. */
export const SORT_KEYS = ["number", "title", "minutes", "clipped", "played"] as const;
/** An order; `down` turns it round. What lacks the key stands at the end in either direction. */
export const librarySortSchema = v.object({ by: v.picklist(SORT_KEYS), down: v.boolean() });
/** See `librarySortSchema`. */
export type LibrarySort = v.InferOutput<typeof librarySortSchema>;

/** Worked out once for each stored text: 20,000 of them cost a quarter of a second. */
const titleKeys = new WeakMap<SearchText, string>();

/** A title as it is sorted: the first reading of each character; signs like 《 do not count. */
const titleKey = (text: SearchText): string => {
  const held = titleKeys.get(text);
  if (held !== undefined) return held;
  const places = text.readings.split("|");
  const key = [...text.characters]
    .map((character, at) => {
      const reading = places[at]?.split("/")[0] ?? "";
      if (reading !== "") return `${reading} ${character}`;
      return /[\p{L}\p{N}]/u.test(character) ? character : "";
    })
    .join(" ")
    .trim();
  titleKeys.set(text, key);
  return key;
};

/**
 * Sorts items that came in the order of the book. Equal ones keep that order. `textOf` gives the stored
 * search text of a title; without one the title itself is compared.
 */
export const sortCourseware = (
  items: readonly Courseware[],
  { by, down }: LibrarySort,
  facts: Pick<FilterFacts, "lastPlayed">,
  textOf: (id: RecordId) => SearchText | undefined,
): readonly Courseware[] => {
  if (by === "number" && !down) return items;
  const keyOf = (item: Courseware, place: number): string | number | undefined => {
    switch (by) {
      case "number":
        return item.number == null ? undefined : place;
      case "title": {
        const text = textOf(item.id);
        return text === undefined ? item.title : titleKey(text);
      }
      case "minutes":
        return item.minutes == null || item.minutes === 0 ? undefined : item.minutes;
      case "clipped":
        return item.clippedAt ?? undefined;
      case "played":
        return facts.lastPlayed.get(item.id);
    }
  };
  const keyed = items.map((item, place) => ({ item, key: keyOf(item, place) }));
  const way = down ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.key === b.key) return 0;
    if (a.key === undefined) return 1;
    if (b.key === undefined) return -1;
    return a.key < b.key ? -way : way;
  });
  return keyed.map(({ item }) => item);
};
