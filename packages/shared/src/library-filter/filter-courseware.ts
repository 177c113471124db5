import { isAudience } from "../category/index.ts";
import type { Courseware } from "../courseware/index.ts";
import type { FilterFacts } from "./filter-facts.ts";
import { CONDITIONS, type Condition, type LibraryFilter, trimFilter } from "./library-filter.ts";

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

type Test = (item: Courseware) => boolean;

const hasMinutes = ({ minutes }: Courseware): boolean => minutes != null && minutes > 0;

/** The test of one condition, or nothing where it does not stand. The query is the search's own business. */
const testOf = (
  condition: Condition,
  filter: LibraryFilter,
  facts: FilterFacts,
): Test | undefined => {
  switch (condition) {
    case "query":
      return undefined;
    case "categories": {
      const wanted = new Set(filter.categories);
      return wanted.size === 0
        ? undefined
        : ({ category }) => category != null && wanted.has(category);
    }
    case "kinds": {
      const wanted = new Set(filter.kinds);
      return wanted.size === 0 ? undefined : ({ kind }) => wanted.has(kind);
    }
    case "audiences":
    case "tags": {
      const wanted = new Set(filter[condition]);
      return wanted.size === 0
        ? undefined
        : ({ tags }) => tags?.some((tag) => wanted.has(tag)) === true;
    }
    case "publishers": {
      const wanted = new Set(filter.publishers);
      return wanted.size === 0
        ? undefined
        : ({ publisher }) => publisher != null && wanted.has(publisher);
    }
    case "minutes": {
      const { from = 0, to = Number.POSITIVE_INFINITY } = filter.minutes ?? {};
      if (filter.minutes === undefined) return undefined;
      return (item) => {
        const { minutes } = item;
        return hasMinutes(item) && minutes != null && minutes >= from && minutes <= to;
      };
    }
    case "noMinutes":
      return filter.noMinutes === undefined ? undefined : (item) => !hasMinutes(item);
    case "where": {
      const wanted = new Set(filter.where);
      return wanted.size === 0 ? undefined : (item) => wanted.has(facts.whereIs(item));
    }
    case "reviewed":
      return filter.reviewed === undefined
        ? undefined
        : ({ reviewed }) => (reviewed === true) === filter.reviewed;
    case "notPlayedFor": {
      const weeks = filter.notPlayedFor;
      if (weeks === undefined) return undefined;
      const since = facts.now - weeks * WEEK_MS;
      return ({ id }) => {
        const last = facts.lastPlayed.get(id);
        return last === undefined || (weeks > 0 && last < since);
      };
    }
    case "sinceEdition":
      return filter.sinceEdition === undefined ? undefined : facts.isNewSinceEdition;
  }
};

const testsOf = (
  filter: LibraryFilter,
  facts: FilterFacts,
): readonly { readonly condition: Condition; readonly test: Test }[] => {
  const trimmed = trimFilter(filter);
  return CONDITIONS.flatMap((condition) => {
    const test = testOf(condition, trimmed, facts);
    return test === undefined ? [] : [{ condition, test }];
  });
};

/** The items that meet every condition but the query, in the order in which they came. */
export const filterCourseware = (
  items: readonly Courseware[],
  filter: LibraryFilter,
  facts: FilterFacts,
): readonly Courseware[] => {
  const tests = testsOf(filter, facts);
  return tests.length === 0 ? items : items.filter((item) => tests.every(({ test }) => test(item)));
};

/** How many items each value of each condition would leave, all other conditions standing. */
export interface ChoiceCounts {
  readonly categories: ReadonlyMap<string, number>;
  readonly kinds: ReadonlyMap<string, number>;
  readonly audiences: ReadonlyMap<string, number>;
  readonly tags: ReadonlyMap<string, number>;
  readonly publishers: ReadonlyMap<string, number>;
  readonly where: ReadonlyMap<string, number>;
  /** By `true` and `false`. */
  readonly reviewed: ReadonlyMap<string, number>;
  readonly noMinutes: number;
  readonly neverPlayed: number;
  readonly sinceEdition: number;
}

/** The one condition that an item fails; `more` where it fails several. */
const failedOf = (
  item: Courseware,
  tests: ReturnType<typeof testsOf>,
): Condition | "none" | "more" => {
  let failed: Condition | "none" = "none";
  for (const { condition, test } of tests) {
    if (test(item)) continue;
    if (failed !== "none") return "more";
    failed = condition;
  }
  return failed;
};

/** Counts the choices in one pass; the query has been applied before. */
export const countChoices = (
  items: readonly Courseware[],
  filter: LibraryFilter,
  facts: FilterFacts,
): ChoiceCounts => {
  const tests = testsOf(filter, facts);
  const lists = {
    categories: new Map<string, number>(),
    kinds: new Map<string, number>(),
    audiences: new Map<string, number>(),
    tags: new Map<string, number>(),
    publishers: new Map<string, number>(),
    where: new Map<string, number>(),
    reviewed: new Map<string, number>(),
  };
  const totals = { noMinutes: 0, neverPlayed: 0, sinceEdition: 0 };
  for (const item of items) {
    const failed = failedOf(item, tests);
    if (failed === "more") continue;
    const counts = (condition: Condition): boolean => failed === "none" || failed === condition;
    const add = (list: keyof typeof lists, value: string): void => {
      if (counts(list)) lists[list].set(value, (lists[list].get(value) ?? 0) + 1);
    };
    if (item.category != null) add("categories", String(item.category));
    add("kinds", item.kind);
    for (const tag of new Set(item.tags)) add(isAudience(tag) ? "audiences" : "tags", tag);
    if (item.publisher != null && item.publisher !== "") add("publishers", item.publisher);
    add("where", facts.whereIs(item));
    add("reviewed", String(item.reviewed === true));
    if (counts("noMinutes") && !hasMinutes(item)) totals.noMinutes += 1;
    if (counts("notPlayedFor") && !facts.lastPlayed.has(item.id)) totals.neverPlayed += 1;
    if (counts("sinceEdition") && facts.isNewSinceEdition(item)) totals.sinceEdition += 1;
  }
  return { ...lists, ...totals };
};
