import { type Courseware, isListed } from "../courseware/index.ts";
import type { EditionContent, EditionMenu, EditionRow } from "./edition-rows.ts";
import { parseProgrammeNumber } from "./programme-number.ts";

/** An item that was printed otherwise than it stands now. */
export interface ChangedRow<Row> {
  readonly now: Row;
  readonly was: Row;
}

/** An item that the edition does not have. */
export interface AddedRow extends EditionRow {
  /** The edition has a blank row with its number: it can be written in by hand. */
  readonly hasBlank: boolean;
}

/** What has changed since an edition was printed; each item stands in one list only. */
export interface EditionChanges {
  readonly added: readonly AddedRow[];
  /** Another title, other minutes, or (after two posts had met on one number) another number. */
  readonly changed: readonly ChangedRow<EditionRow>[];
  readonly gone: readonly EditionRow[];
  readonly menus: {
    readonly added: readonly EditionMenu[];
    readonly changed: readonly ChangedRow<EditionMenu>[];
    readonly gone: readonly EditionMenu[];
  };
}

const rowsNow = (items: readonly Courseware[]): readonly EditionRow[] =>
  items
    .filter(isListed)
    .flatMap(({ id, number: digits, title, minutes }): EditionRow[] => {
      const number = parseProgrammeNumber(digits);
      return number === undefined ? [] : [{ id, number, title, minutes: minutes ?? 0 }];
    })
    .sort((a, b) => a.number - b.number);

const compared = <Row extends { readonly id: string }>(
  before: readonly Row[],
  after: readonly Row[],
  isSame: (a: Row, b: Row) => boolean,
) => {
  const was = new Map(before.map((row) => [row.id, row]));
  const now = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !was.has(id)),
    changed: after.flatMap((row): ChangedRow<Row>[] => {
      const old = was.get(row.id);
      return old === undefined || isSame(old, row) ? [] : [{ now: row, was: old }];
    }),
    gone: before.filter(({ id }) => !now.has(id)),
  };
};

/** Compares the book as it stands now with what stood in an edition. */
export const changesSinceEdition = (
  edition: EditionContent,
  items: readonly Courseware[],
  menus: readonly EditionMenu[],
): EditionChanges => {
  const rows = compared(
    edition.rows,
    rowsNow(items),
    (a, b) => a.title === b.title && a.minutes === b.minutes && a.number === b.number,
  );
  return {
    ...rows,
    added: rows.added.map((row) => ({ ...row, hasBlank: edition.blanks.has(row.number) })),
    menus: compared(
      edition.menus,
      menus,
      (a, b) => a.name === b.name && a.minutes === b.minutes && a.number === b.number,
    ),
  };
};

/** How many rows have changed. */
export const countChanges = ({ added, changed, gone, menus }: EditionChanges): number =>
  added.length +
  changed.length +
  gone.length +
  menus.added.length +
  menus.changed.length +
  menus.gone.length;
