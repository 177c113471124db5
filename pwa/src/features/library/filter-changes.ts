import { type Category, categorySchema } from "@dianbo/shared/category";
import { COURSEWARE_KINDS } from "@dianbo/shared/courseware";
import {
  type ChoiceCounts,
  type Condition,
  type LibraryFilter,
  trimFilter,
  WHEREABOUTS,
} from "@dianbo/shared/library-filter";
import * as v from "valibot";

/** The conditions that hold a list of values. */
export type Listing = "kinds" | "audiences" | "tags" | "publishers" | "where";

/** One condition that stands, or one value of it, as a chip that can be taken off. */
export interface Standing {
  readonly condition: Condition;
  /** The value, of a condition that holds several. */
  readonly value?: string | undefined;
}

/** What stands in a filter beside query and shelf, which have places of their own. */
export const standingIn = (filter: LibraryFilter): readonly Standing[] => {
  const listed = (condition: Listing): readonly Standing[] =>
    (filter[condition] ?? []).map((value) => ({ condition, value }));
  const single = (condition: Condition): readonly Standing[] =>
    filter[condition] === undefined ? [] : [{ condition }];
  return [
    ...listed("kinds"),
    ...listed("audiences"),
    ...listed("tags"),
    ...listed("publishers"),
    ...single("minutes"),
    ...single("noMinutes"),
    ...listed("where"),
    ...single("reviewed"),
    ...single("notPlayedFor"),
    ...single("sinceEdition"),
  ];
};

/** The filter with one value put in, or taken out where it is in. */
export const toggled = (
  filter: LibraryFilter,
  condition: Listing,
  value: string,
): LibraryFilter => {
  const flip = <T extends string>(list: readonly T[] | undefined, one: T | undefined): T[] => {
    const held = list ?? [];
    if (one === undefined) return [...held];
    return held.includes(one) ? held.filter((each) => each !== one) : [...held, one];
  };
  switch (condition) {
    case "kinds":
      return trimFilter({
        ...filter,
        kinds: flip(
          filter.kinds,
          COURSEWARE_KINDS.find((kind) => kind === value),
        ),
      });
    case "where":
      return trimFilter({
        ...filter,
        where: flip(
          filter.where,
          WHEREABOUTS.find((one) => one === value),
        ),
      });
    case "audiences":
    case "tags":
    case "publishers":
      return trimFilter({ ...filter, [condition]: flip(filter[condition], value) });
  }
};

/** The filter without one of its chips. */
export const without = (filter: LibraryFilter, { condition, value }: Standing): LibraryFilter => {
  switch (condition) {
    case "kinds":
    case "audiences":
    case "tags":
    case "publishers":
    case "where":
      return value === undefined ? filter : toggled(filter, condition, value);
    default: {
      const { [condition]: _gone, ...rest } = filter;
      return rest;
    }
  }
};

/** Nothing but what was typed and the shelf: all chips are gone. */
export const withoutChips = ({ query, categories }: LibraryFilter): LibraryFilter =>
  trimFilter({ query, categories });

/** The shelf that is open, where exactly one is asked for. */
export const shelfOf = ({ categories }: LibraryFilter): Category | undefined =>
  categories?.length === 1 ? v.parse(categorySchema, categories[0]) : undefined;

/** A choice with how many items it leaves. */
export interface Offered {
  readonly value: string;
  readonly count: number;
  readonly on: boolean;
}

/** More choices than these are not read. */
const MOST = 12;

/** What a condition offers: what is chosen already, then the commonest that leave something. */
export const offeredOf = (
  filter: LibraryFilter,
  counts: ChoiceCounts,
  condition: Listing,
): readonly Offered[] => {
  const chosen: readonly string[] = filter[condition] ?? [];
  const values = [...counts[condition].entries()].sort(
    (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1),
  );
  const order: readonly string[] =
    condition === "kinds" ? COURSEWARE_KINDS : condition === "where" ? WHEREABOUTS : [];
  const names = [
    ...new Set([
      ...order.filter((value) => chosen.includes(value) || counts[condition].has(value)),
      ...chosen,
      ...values.map(([value]) => value),
    ]),
  ];
  return names.slice(0, Math.max(MOST, chosen.length)).map((value) => ({
    value,
    count: counts[condition].get(value) ?? 0,
    on: chosen.includes(value),
  }));
};
