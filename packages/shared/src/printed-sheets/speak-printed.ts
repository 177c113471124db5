import { CATEGORIES } from "../category/index.ts";
import type { Changes, FieldPut } from "../changes/index.ts";
import { type Courseware, isListed } from "../courseware/index.ts";
import type { NewId } from "../identity/index.ts";
import {
  allocateNumbers,
  type NumberBook,
  type ShelfFull,
  speakNumbers,
} from "../programme/index.ts";
import { ok, type Result } from "../result/index.ts";

/**
 * Notes that a sheet with these items' numbers goes to the printer, or out as a file: people will know
 * them, so they stand for ever. Its blank rows, so many a shelf, are kept for the next items.
 */
export const speakPrinted = (
  items: readonly Courseware[],
  blanks: number,
  book: NumberBook,
  newId: NewId,
): Result<Changes, ShelfFull> => {
  const puts: FieldPut[] = [...speakNumbers(items.filter(isListed))];
  for (const category of blanks > 0 ? CATEGORIES : []) {
    const reserved = allocateNumbers(book, category, blanks, newId);
    if (!reserved.ok) return reserved;
    puts.push(...reserved.value.puts);
  }
  return ok({ label: { type: "print-sheet", count: items.length }, puts });
};
