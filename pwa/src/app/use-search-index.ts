import {
  indexToSearch,
  layingOut,
  type Searchable,
  type SearchIndex,
  searchTextOf,
  textsToSearch,
} from "@dianbo/shared/search";
import { useEffect, useMemo } from "react";
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

const rowsOf = (shelves: Shelves): readonly Searchable[] =>
  [...shelves.items.values()].map((item) => ({ item, texts: textsOf(item, shelves) }));

const isOf = (made: { readonly of: Shelves } | undefined, shelves: Shelves): boolean =>
  made?.of.items === shelves.items && made.of.searchTexts === shelves.searchTexts;

/** The layout made last, for all rooms: the next takes over from it what did not change. */
let last: { readonly of: Shelves; readonly index: SearchIndex } | undefined;

/** The layout that is being made while nobody waits for it. */
let making: { readonly of: Shelves; readonly steps: ReturnType<typeof layingOut> } | undefined;

const keep = (of: Shelves, index: SearchIndex): SearchIndex => {
  last = { of, index };
  making = undefined;
  return index;
};

const indexOf = (shelves: Shelves): SearchIndex => {
  if (last !== undefined && isOf(last, shelves)) return last.index;
  const steps = making !== undefined && isOf(making, shelves) ? making.steps : undefined;
  if (steps === undefined) return keep(shelves, indexToSearch(rowsOf(shelves), last?.index));
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return keep(shelves, step.value);
};

/** Milliseconds of a pause that the layout may take before it looks whether somebody wants the page. */
const LEAST_LEFT = 4;

/** Goes on with the layout in the pauses of the page; returns how to stop. */
const makeInPauses = (shelves: Shelves): (() => void) => {
  let asked = 0;
  const goOn = (pause: IdleDeadline): void => {
    if (isOf(last, shelves)) return;
    if (making === undefined || !isOf(making, shelves)) {
      making = { of: shelves, steps: layingOut(rowsOf(shelves), last?.index) };
    }
    do {
      const step = making.steps.next();
      if (step.done === true) {
        keep(shelves, step.value);
        return;
      }
    } while (pause.timeRemaining() > LEAST_LEFT);
    asked = requestIdleCallback(goOn);
  };
  asked = requestIdleCallback(goOn);
  return () => cancelIdleCallback(asked);
};

const useShelves = (): Shelves => {
  const { items, searchTexts } = useSnapshot();
  return useMemo(() => ({ items, searchTexts }), [items, searchTexts]);
};

/** The library as `searchCourseware` wants it: laid out anew only when an item or its pinyin changed. */
export const useSearchIndex = (): SearchIndex => {
  const shelves = useShelves();
  return useMemo(() => indexOf(shelves), [shelves]);
};

/**
 * The same for a box in which nothing may ever be typed: `undefined` until `wanted`. The layout is made in
 * the pauses meanwhile, so that a library of 20,000 stands at once and its first key waits for nothing.
 */
export const useSearchIndexWhen = (wanted: boolean): SearchIndex | undefined => {
  const shelves = useShelves();
  useEffect(() => makeInPauses(shelves), [shelves]);
  return useMemo(() => (wanted ? indexOf(shelves) : undefined), [wanted, shelves]);
};
