import { CATEGORIES, type Category } from "../category/index.ts";
import type { Courseware } from "../courseware/index.ts";
import type { RecordId } from "../identity/index.ts";
import {
  type EditionChanges,
  type EditionContent,
  isHandWritten,
  type ProgrammeNumber,
  shelfOf,
} from "../programme/index.ts";

/** One line of the copying slip: what to write, and where it has a row. */
export interface SlipRow {
  readonly item: Courseware;
  readonly number: ProgrammeNumber;
  /** Whether the printed book keeps a blank row with this number. */
  readonly inBook: boolean;
  /** Whether the wall sheet does; else a strip is pasted on. */
  readonly onWall: boolean;
}

/**
 * The numbers of the blank rows that a wall sheet of an edition has: the first few of the book's own, so
 * that one number is the same row on both.
 */
export const wallBlanks = (edition: EditionContent, perShelf: number): ReadonlySet<number> => {
  const byShelf = new Map<Category, number[]>(CATEGORIES.map((category) => [category, []]));
  for (const number of [...edition.blanks].sort((a, b) => a - b)) {
    const category = CATEGORIES.find((one) => String(number).startsWith(String(one)));
    if (category !== undefined) byShelf.get(category)?.push(number);
  }
  return new Set([...byShelf.values()].flatMap((numbers) => numbers.slice(0, perShelf)));
};

/**
 * What still has to be written by hand: every item that the last edition does not have and that nobody
 * has copied yet, by number. What has neither row goes on a supplement.
 */
export const copyingSlip = (
  changes: EditionChanges,
  edition: EditionContent,
  items: ReadonlyMap<RecordId, Courseware>,
  perShelf: number,
): readonly SlipRow[] => {
  const onWall = wallBlanks(edition, perShelf);
  return changes.added.flatMap((row): SlipRow[] => {
    const item = items.get(row.id);
    return item === undefined || isHandWritten(item)
      ? []
      : [{ item, number: row.number, inBook: row.hasBlank, onWall: onWall.has(row.number) }];
  });
};

/** Strips to paste over the wall sheet: rows that it has no place for, by shelf. */
export const stripsByShelf = (
  rows: readonly SlipRow[],
): readonly { readonly category: Category; readonly rows: readonly SlipRow[] }[] =>
  CATEGORIES.map((category) => ({
    category,
    rows: rows.filter(({ number, onWall }) => !onWall && shelfOf(number) === category),
  })).filter(({ rows: own }) => own.length > 0);
