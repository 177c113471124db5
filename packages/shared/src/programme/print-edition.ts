import { CATEGORIES, type Category } from "../category/index.ts";
import { type Changes, create, type FieldPut } from "../changes/index.ts";
import type { Instant } from "../clock/index.ts";
import { isListed } from "../courseware/index.ts";
import { type NewId, newRecordId } from "../identity/index.ts";
import { ok, type Result } from "../result/index.ts";
import type { Edition } from "./edition.ts";
import { type EditionMenu, packEdition } from "./edition-rows.ts";
import { allocateNumbers, type NumberBook, type ShelfFull } from "./numbering.ts";
import { endSharedNumbers } from "./shared-numbers.ts";
import { speakNumbers } from "./speak-numbers.ts";

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
