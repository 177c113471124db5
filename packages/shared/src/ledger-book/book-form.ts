import * as v from "valibot";
import { namingSchema } from "./naming.ts";

const idSchema = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,31}$/u));

const optionSchema = v.object({ id: idSchema, name: namingSchema });
const optionsSchema = v.pipe(v.array(optionSchema), v.minLength(1), v.maxLength(12));

/** What is written into a column. */
const kindSchema = v.variant("type", [
  /** Words; `lines` above 1 asks for a box. */
  v.object({
    type: v.literal("text"),
    lines: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6))),
  }),
  /** A whole quantity from 0. */
  v.object({ type: v.literal("count") }),
  v.object({ type: v.literal("day") }),
  v.object({ type: v.literal("hour") }),
  v.object({ type: v.literal("choice"), options: optionsSchema }),
  v.object({ type: v.literal("ticks"), options: optionsSchema }),
]);

const fieldSchema = v.object({
  id: idSchema,
  name: namingSchema,
  kind: kindSchema,
  /** The form is not accepted without it. */
  must: v.optional(v.boolean()),
  /** Known later only (修好日期): left empty at first, written in once, never written over. */
  later: v.optional(v.boolean()),
  /** Names people: kept in the personal table of this PC, never among what is merged, shared or backed up. */
  personal: v.optional(v.boolean()),
  /** What is written here may be noted among the wishes too, without whose it is. */
  wish: v.optional(v.boolean()),
  /** Width on paper in Chinese characters. */
  width: v.pipe(v.number(), v.minValue(2), v.maxValue(40)),
});

/**
 * A book of ruled rows (台账) as data: its columns in the order of the paper form. Our own books and a county's
 * form are read by the same engine.
 */
export const bookFormSchema = v.pipe(
  v.object({
    id: idSchema,
    name: namingSchema,
    /** What the book is for, in a line. */
    about: namingSchema,
    /** What the first column, the row's day, is called. */
    dayName: namingSchema,
    /** `month`: a page a month, locked once printed. `whole`: one list. */
    paged: v.picklist(["month", "whole"]),
    fields: v.pipe(v.array(fieldSchema), v.minLength(1), v.maxLength(20)),
    /** A row stays open until this column is filled (a fault until it is mended). */
    open: v.optional(idSchema),
    /** Who signs at the foot of the page. */
    signatures: v.pipe(v.array(namingSchema), v.maxLength(4)),
  }),
  v.check(
    ({ fields }) => new Set(fields.map(({ id }) => id)).size === fields.length,
    "each column once",
  ),
  v.check(
    ({ open, fields }) => open === undefined || fields.some(({ id }) => id === open),
    "open names a column",
  ),
);
/** A book as data; see `bookFormSchema`. */
export type BookForm = v.InferOutput<typeof bookFormSchema>;
/** A column of a book. */
export type BookField = BookForm["fields"][number];

/** What stands in the columns of a row, by column: words, a quantity, a day, an hour, a choice's id; ticks as ids. */
export type Values = Readonly<Record<string, string | number | readonly string[]>>;

/** What stands in one column. */
export type Value = Values[string];
