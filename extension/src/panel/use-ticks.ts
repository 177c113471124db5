import {
  type Category,
  type CategoryHabit,
  type FiledTitle,
  suggestCategory,
} from "@dianbo/shared/category";
import { hostOfUrl, type ListLink } from "@dianbo/shared/page-list";
import { useCallback, useMemo, useState } from "react";
import type { ListRowState } from "./list-rows.tsx";
import type { HeldLink } from "./use-held-links.ts";

/** What was decided about the rows of a list. */
export interface Ticks {
  readonly rows: readonly ListRowState[];
  readonly tick: (url: string, ticked: boolean) => void;
  readonly tickAll: (ticked: boolean) => void;
  readonly file: (url: string, category: Category) => void;
  readonly fileAll: (category: Category) => void;
}

/**
 * Ticks and categories of a list's rows. What is not held is ticked from the start, because whoever opens
 * the panel on a list wants what is new there; each row has the category that its title suggests until one
 * stroke files all.
 */
export const useTicks = (
  links: readonly ListLink[],
  held: ReadonlyMap<string, HeldLink>,
  column: string | undefined,
  before: { readonly habits: readonly CategoryHabit[]; readonly filed: readonly FiledTitle[] },
): Ticks => {
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<ReadonlyMap<string, Category>>(new Map());
  const [forAll, setForAll] = useState<Category | undefined>(undefined);
  const { habits, filed } = before;
  const suggested = useMemo(
    () =>
      new Map(
        links.map(({ url, title }) => [
          url,
          suggestCategory({ host: hostOfUrl(url), column, title }, habits, filed)?.category,
        ]),
      ),
    [links, column, habits, filed],
  );
  const rows = links.map((link) => ({
    link,
    held: held.get(link.url),
    ticked: !held.has(link.url) && !unticked.has(link.url),
    category: chosen.get(link.url) ?? forAll ?? suggested.get(link.url),
  }));
  const tick = useCallback((url: string, ticked: boolean) => {
    setUnticked((now) => {
      const next = new Set(now);
      if (ticked) next.delete(url);
      else next.add(url);
      return next;
    });
  }, []);
  return {
    rows,
    tick,
    tickAll: (ticked) => setUnticked(new Set(ticked ? [] : links.map(({ url }) => url))),
    file: (url, category) => setChosen((now) => new Map(now).set(url, category)),
    fileAll: (category) => {
      setChosen(new Map());
      setForAll(category);
    },
  };
};
