import type { Courseware } from "@dianbo/shared/courseware";
import { type Finds, type SearchIndex, searchCourseware } from "@dianbo/shared/search";
import { useMemo } from "react";
import { useSearchIndex } from "./use-search-index.ts";
import { useSuggestions } from "./use-suggestions.ts";

/** Fewer finds than these, and one is asked what may have been meant. */
const FEW = 3;

/** What a box finds. */
export interface Searched {
  readonly index: SearchIndex;
  readonly finds: Finds;
  /** For 「您是不是要找」: titles near to what was typed, none of them among the finds. */
  readonly near: readonly Courseware[];
}

/** The one search of all boxes: number, 汉字, pinyin, initials, traditional characters, and near titles. */
export const useSearch = (query: string): Searched => {
  const index = useSearchIndex();
  const typed = useMemo(() => searchCourseware(query, index), [query, index]);
  const few = query.trim() !== "" && typed.items.length < FEW;
  const meant = useSuggestions(few ? query : undefined, index);
  // Titles are searched in simplified characters; only a worker knows which those are.
  const simplified = meant?.simplified;
  const finds = useMemo(
    () => (simplified === undefined ? typed : searchCourseware(simplified, index)),
    [typed, simplified, index],
  );
  const near = useMemo(
    () =>
      finds.items.length < FEW
        ? (meant?.items ?? []).filter((item) => !finds.items.includes(item))
        : [],
    [meant, finds],
  );
  return { index, finds, near };
};
