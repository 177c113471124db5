import * as v from "valibot";
import { type Category, categoryFromDigit } from "../category/index.ts";

/**
 * A programme number is for mouths and numpads: the category's digit, then three digits that grow to
 * four (`1014`, later `11000`). It is this site's name for an item, never its identity.
 */
export const programmeNumberSchema = v.pipe(
  v.number(),
  v.integer(),
  v.check(
    (value) => /^[1-5](?!000$)(\d{3}|[1-9]\d{3})$/u.test(String(value)),
    "no programme number",
  ),
  v.brand("ProgrammeNumber"),
);
/** A programme number; see `programmeNumberSchema`. */
export type ProgrammeNumber = v.InferOutput<typeof programmeNumberSchema>;

/** A set menu's number, 1 to 99. */
export const setMenuNumberSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.maxValue(99),
  v.brand("SetMenuNumber"),
);
/** A set menu's number; see `setMenuNumberSchema`. */
export type SetMenuNumber = v.InferOutput<typeof setMenuNumberSchema>;

/** The largest place on a shelf: four digits behind the category's. */
export const LAST_PLACE = 9999;

/** The number at a place of a shelf: category 1, place 14 is 1014; place 1000 is 11000. */
export const numberAt = (category: Category, place: number): ProgrammeNumber =>
  v.parse(programmeNumberSchema, Number(`${category}${String(place).padStart(3, "0")}`));

/** The shelf a number stands on. */
export const shelfOf = (number: ProgrammeNumber): Category => {
  const category = categoryFromDigit(String(number).slice(0, 1));
  if (category === undefined) throw new Error(`no shelf for ${number}`);
  return category;
};

/** The place on its shelf: 14 for 1014. */
export const placeOf = (number: ProgrammeNumber): number => Number(String(number).slice(1));

/** Reads a programme number from what was typed or stored, if it is one. */
export const parseProgrammeNumber = (value: unknown): ProgrammeNumber | undefined => {
  const parsed = v.safeParse(
    programmeNumberSchema,
    typeof value === "string" && /^\d{4,5}$/u.test(value) ? Number(value) : value,
  );
  return parsed.success ? parsed.output : undefined;
};

/** The two parts of a number tag: the shelf's digit, reversed out, and the rest. */
export const tagParts = (number: number): { readonly digit: string; readonly rest: string } => ({
  digit: String(number).slice(0, 1),
  rest: String(number).slice(1),
});
