import * as v from "valibot";
import { CATEGORIES, type Category } from "../category/index.ts";
import { type Changes, create, type FieldPut, type RecordState } from "../changes/index.ts";
import { type Instant, instantSchema } from "../clock/index.ts";
import { type DamagedRow, isListed, readFields } from "../courseware/index.ts";
import { type NewId, newRecordId, type RecordId, type SiteId } from "../identity/index.ts";
import { ok, type Result } from "../result/index.ts";
import { type EditionMenu, packEdition } from "./edition-rows.ts";
import { allocateNumbers, type NumberBook, type ShelfFull, speakNumbers } from "./numbering.ts";
import { endSharedNumbers } from "./shared-numbers.ts";

const editionFieldsSchema = v.object({
  /** Counts the site's printed books: 第 12 期. */
  number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999)),
  /** The month in the footer, `YYYY-MM`. */
  month: v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/u)),
  printedAt: instantSchema,
});

/** An edition (期): one printing of the on-demand book, after which its numbers stand for ever. */
export interface Edition extends v.InferOutput<typeof editionFieldsSchema> {
  readonly id: RecordId;
}

/** Reads a stored edition. */
export const readEdition = (record: RecordState, ownSite: SiteId): Result<Edition, DamagedRow> => {
  const fields = readFields(editionFieldsSchema, record, ownSite);
  return fields.ok ? ok({ ...fields.value, id: record.id }) : fields;
};

/** The number of the next edition: one more than the highest printed so far. */
export const nextEditionNumber = (editions: readonly Edition[]): number =>
  1 + editions.reduce((highest, { number }) => Math.max(highest, number), 0);

/** How many blank rows each shelf of a book gets. */
export type BlankCounts = Readonly<Record<Category, number>>;

/**
 * Records that an edition came out of the printer, in one act: the edition itself with all that stood in
 * it, every number in it as spoken, and the numbers of its blank rows as leased by this device, so that
 * the next items get them in order. Whoever moved off a shared number answers to the new one alone from now on.
 */
export const printEdition = (
  book: NumberBook,
  edition: {
    readonly number: number;
    readonly month: string;
    readonly at: Instant;
    readonly menus?: readonly EditionMenu[];
  },
  blanks: BlankCounts,
  newId: NewId,
): Result<Changes, ShelfFull> => {
  const printed = book.items.filter((item) => isListed(item) && item.number != null);
  const leases: FieldPut[] = [];
  const blankNumbers: number[] = [];
  for (const category of CATEGORIES) {
    const reserved = allocateNumbers(book, category, blanks[category], newId);
    if (!reserved.ok) return reserved;
    leases.push(...reserved.value.puts);
    blankNumbers.push(...reserved.value.numbers);
  }
  return ok({
    label: { type: "print-edition", count: edition.number },
    puts: [
      ...create(
        { id: newRecordId(newId), kind: "edition" },
        {
          number: edition.number,
          month: edition.month,
          printedAt: edition.at,
          ...packEdition(printed, blankNumbers, edition.menus ?? []),
        },
      ),
      ...speakNumbers(printed),
      ...endSharedNumbers(printed),
      ...leases,
    ],
  });
};
