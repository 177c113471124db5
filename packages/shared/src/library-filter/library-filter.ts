import * as v from "valibot";
import { categorySchema } from "../category/index.ts";
import { coursewareKindSchema } from "../courseware/index.ts";

/** Where an item can be had: on this PC, at a place of keeping, or nowhere but in the list (missing). */
export const WHEREABOUTS = ["here", "elsewhere", "missing"] as const;
/** See `WHEREABOUTS`. */
export type Whereabouts = (typeof WHEREABOUTS)[number];

const words = v.pipe(
  v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(500))),
  v.maxLength(100),
);
const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440));

/**
 * What items are asked for. Each condition that stands narrows the list; within one condition any of its
 * values will do. A condition of a newer version makes the whole filter unreadable rather than wider.
 */
export const libraryFilterSchema = v.strictObject({
  /** As typed into the search box. */
  query: v.optional(v.pipe(v.string(), v.maxLength(300))),
  categories: v.optional(v.pipe(v.array(categorySchema), v.maxLength(5))),
  kinds: v.optional(v.pipe(v.array(coursewareKindSchema), v.maxLength(20))),
  /** Audiences are tags of a fixed list, asked for apart from the others. */
  audiences: v.optional(words),
  tags: v.optional(words),
  publishers: v.optional(words),
  /** From and to, both included; an end that is absent is open. What has no minutes is not among them. */
  minutes: v.optional(v.strictObject({ from: v.optional(minutes), to: v.optional(minutes) })),
  /** Only what has no minutes. */
  noMinutes: v.optional(v.literal(true)),
  where: v.optional(v.pipe(v.array(v.picklist(WHEREABOUTS)), v.maxLength(3))),
  reviewed: v.optional(v.boolean()),
  /** Weeks in which it was not played, counted back from now; 0 is never at all. */
  notPlayedFor: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(520))),
  /** Only what got its number after the last printed edition. */
  sinceEdition: v.optional(v.literal(true)),
});
/** What items are asked for; see `libraryFilterSchema`. */
export type LibraryFilter = v.InferOutput<typeof libraryFilterSchema>;

/** One condition of a filter. */
export type Condition = keyof LibraryFilter;

/** All conditions, in the order in which they are shown. */
export const CONDITIONS = [
  "query",
  "categories",
  "kinds",
  "audiences",
  "tags",
  "publishers",
  "minutes",
  "noMinutes",
  "where",
  "reviewed",
  "notPlayedFor",
  "sinceEdition",
] as const satisfies readonly Condition[];

const isEmptyValue = (value: LibraryFilter[Condition]): boolean =>
  value === undefined ||
  value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === "object" && !Array.isArray(value) && Object.keys(value).length === 0);

/** The filter without conditions that ask for nothing. */
export const trimFilter = (filter: LibraryFilter): LibraryFilter => {
  const kept = Object.entries(filter).filter(([, value]) => !isEmptyValue(value));
  return v.parse(libraryFilterSchema, Object.fromEntries(kept));
};

/** Whether a filter lets everything through. */
export const isOpenFilter = (filter: LibraryFilter): boolean =>
  Object.values(filter).every(isEmptyValue);
