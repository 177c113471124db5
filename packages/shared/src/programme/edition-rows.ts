import * as v from "valibot";
import { type Changes, type Json, put, type RecordState, shownValues } from "../changes/index.ts";
import { type Instant, instantSchema } from "../clock/index.ts";
import type { Courseware } from "../courseware/index.ts";
import { type RecordId, recordIdSchema, type SiteId } from "../identity/index.ts";
import { type ProgrammeNumber, parseProgrammeNumber } from "./programme-number.ts";

/*
 * What stood in an edition lies in its record beside number and month, as short rows: 2,000 items come to
 * some 130 KB. It is read only where two books are compared; whoever reads editions otherwise (the study
 * room, the start page) does not pay for it.
 */

/** A row as it was printed. */
export interface EditionRow {
  readonly id: RecordId;
  readonly number: ProgrammeNumber;
  readonly title: string;
  /** 0 where nobody knew them. */
  readonly minutes: number;
}

/** A set menu as it was printed. */
export interface EditionMenu {
  readonly id: RecordId;
  readonly number: number;
  readonly name: string;
  readonly minutes: number;
}

/** All that stood in an edition. */
export interface EditionContent {
  readonly rows: readonly EditionRow[];
  /** Numbers of its blank rows, which later items have got or will get. */
  readonly blanks: ReadonlySet<number>;
  readonly menus: readonly EditionMenu[];
  /** When supplements to it were printed. */
  readonly supplements: readonly Instant[];
}

const minutesSchema = v.pipe(v.number(), v.minValue(0));
const rowSchema = v.tuple([recordIdSchema, v.number(), v.string(), minutesSchema]);
const contentSchema = v.object({
  rows: v.array(rowSchema),
  blanks: v.optional(v.array(v.number()), []),
  menus: v.optional(v.array(rowSchema), []),
  supplements: v.optional(v.nullable(v.array(instantSchema)), []),
});

/** The fields in which an edition's record keeps what stood in it. */
export const packEdition = (
  printed: readonly Courseware[],
  blanks: readonly number[],
  menus: readonly EditionMenu[],
): Record<string, Json> => ({
  rows: printed
    .flatMap(({ id, number, title, minutes }): [string, number, string, number][] =>
      number == null ? [] : [[id, number, title, minutes ?? 0]],
    )
    .sort((a, b) => a[1] - b[1]),
  blanks: [...blanks],
  menus: menus.map(({ id, number, name, minutes }) => [id, number, name, minutes]),
});

/** Reads what stood in an edition; `undefined` for one that was printed before rows were kept. */
export const readEditionContent = (
  record: RecordState,
  ownSite: SiteId,
): EditionContent | undefined => {
  const read = v.safeParse(contentSchema, shownValues(record, ownSite));
  if (!read.success) return undefined;
  const { rows, blanks, menus, supplements } = read.output;
  return {
    rows: rows.flatMap(([id, digits, title, minutes]): EditionRow[] => {
      const number = parseProgrammeNumber(digits);
      return number === undefined ? [] : [{ id, number, title, minutes }];
    }),
    blanks: new Set(blanks),
    menus: menus.map(([id, number, name, minutes]) => ({ id, number, name, minutes })),
    supplements: supplements ?? [],
  };
};

/** Notes on an edition that a supplement to it came out of the printer. */
export const noteSupplement = (
  record: RecordState,
  content: EditionContent,
  at: Instant,
): Changes["puts"] => [put(record, "supplements", [...content.supplements, at])];
