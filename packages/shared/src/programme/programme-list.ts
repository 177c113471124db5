import { CATEGORIES, type Category } from "../category/index.ts";
import { type Courseware, isListed } from "../courseware/index.ts";
import { lastPlace, type NumberBook } from "./numbering.ts";
import {
  LAST_PLACE,
  numberAt,
  type ProgrammeNumber,
  parseProgrammeNumber,
} from "./programme-number.ts";

/** One row of the programme list, the same on screen and paper. */
export interface ProgrammeRow {
  readonly number: ProgrammeNumber;
  /** `undefined` for a blank row, kept for handwriting under the shelf's next number. */
  readonly item: Courseware | undefined;
}

/** One shelf of the programme list. */
export interface ProgrammeShelf {
  readonly category: Category;
  readonly rows: readonly ProgrammeRow[];
  readonly blanks: readonly ProgrammeRow[];
}

/**
 * The programme list (节目表): every numbered item by shelf and number, with blank rows at each
 * shelf's end that carry the next numbers.
 */
export const buildProgrammeList = (
  book: Pick<NumberBook, "items" | "leases">,
  blanksPerShelf: number,
): readonly ProgrammeShelf[] =>
  CATEGORIES.map((category) => {
    const rows = book.items
      .filter(isListed)
      .flatMap((item): ProgrammeRow[] => {
        const number = parseProgrammeNumber(item.number);
        return number === undefined || !String(number).startsWith(String(category))
          ? []
          : [{ number, item }];
      })
      .sort((a, b) => a.number - b.number);
    const used = lastPlace({ items: book.items, leases: [] }, category);
    const blanks: ProgrammeRow[] = [];
    for (let place = used + 1; blanks.length < blanksPerShelf && place <= LAST_PLACE; place += 1) {
      blanks.push({ number: numberAt(category, place), item: undefined });
    }
    return { category, rows, blanks };
  });
