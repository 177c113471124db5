import type { Courseware } from "@dianbo/shared/courseware";
import { type Finds, inOrderOfBook, searchCourseware } from "@dianbo/shared/search";
import { useMemo } from "react";
import { useSnapshot } from "./library-context.tsx";
import { useSearchIndexWhen } from "./use-search-index.ts";
import { useSuggestions } from "./use-suggestions.ts";

/** Fewer finds than these, and one is asked what may have been meant. */
const FEW = 3;

/** What a box finds. */
export interface Searched {
  readonly finds: Finds;
  /** For 「您是不是要找」: titles near to what was typed, none of them among the finds. */
  readonly near: readonly Courseware[];
}

const NOTHING_MARKED: ReturnType<Finds["spansOf"]> = [];
const NOTHING_NEAR: readonly Courseware[] = [];

/** The one search of all boxes: number, 汉字, pinyin, initials, traditional characters, and near titles. */
export const useSearch = (query: string): Searched => {
  const { items } = useSnapshot();
  const isTyped = query.trim() !== "";
  const index = useSearchIndexWhen(isTyped);
  // The whole library, which every box shows before anything is typed, needs no layout.
  const whole = useMemo(
    (): Finds | undefined =>
      isTyped
        ? undefined
        : { items: inOrderOfBook([...items.values()]), spansOf: () => NOTHING_MARKED },
    [isTyped, items],
  );
  const typed = useMemo(
    () => whole ?? (index === undefined ? undefined : searchCourseware(query, index)),
    [query, index, whole],
  );
  const few = isTyped && (typed?.items.length ?? FEW) < FEW;
  const meant = useSuggestions(few ? query : undefined, index);
  // Titles are searched in simplified characters; only a worker knows which those are.
  const simplified = meant?.simplified;
  const finds = useMemo(
    () =>
      simplified === undefined || index === undefined
        ? (typed ?? { items: NOTHING_NEAR, spansOf: () => NOTHING_MARKED })
        : searchCourseware(simplified, index),
    [typed, simplified, index],
  );
  const near = useMemo(
    () =>
      finds.items.length < FEW
        ? (meant?.items ?? NOTHING_NEAR).filter((item) => !finds.items.includes(item))
        : NOTHING_NEAR,
    [meant, finds],
  );
  return { finds, near };
};
