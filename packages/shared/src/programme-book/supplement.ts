import type {
  AddedRow,
  ChangedRow,
  EditionChanges,
  EditionMenu,
  EditionRow,
} from "../programme/index.ts";
import { type Block, flow } from "./flow.ts";
import { measuresOf, type PrintSize } from "./print-size.ts";
import { settingOf } from "./title-lines.ts";

/** What a part of the supplement tells. */
export type SupplementPart = "added" | "changed" | "gone" | "menus";

/** One line of a supplement: a heading, or a row to be stuck in, corrected or struck out. */
export type SupplementRow =
  | { readonly type: "heading"; readonly part: SupplementPart; readonly count: number }
  | { readonly type: "added"; readonly row: AddedRow }
  | { readonly type: "changed"; readonly row: ChangedRow<EditionRow> }
  | { readonly type: "gone"; readonly row: EditionRow }
  | { readonly type: "menu-added"; readonly menu: EditionMenu }
  | { readonly type: "menu-changed"; readonly menu: ChangedRow<EditionMenu> }
  | { readonly type: "menu-gone"; readonly menu: EditionMenu };

/** One page of a supplement. */
export interface SupplementPage {
  readonly rows: readonly SupplementRow[];
}

/** Rows in a page's own unit: one row of a shelf. */
const slotsOf = (row: SupplementRow, size: PrintSize): number => {
  const measures = measuresOf(size);
  const titleSlots = (title: string): number => settingOf(title, false, measures).slots;
  switch (row.type) {
    case "heading":
    case "menu-added":
    case "menu-gone":
      return 1;
    case "added":
    case "gone":
      return titleSlots(row.row.title);
    case "changed":
      // What it was stands under what it is.
      return titleSlots(row.row.now.title) + titleSlots(row.row.was.title);
    case "menu-changed":
      return 2;
  }
};

const withHeading = (
  part: SupplementPart,
  rows: readonly SupplementRow[],
): readonly SupplementRow[] =>
  rows.length === 0 ? [] : [{ type: "heading", part, count: rows.length }, ...rows];

/**
 * The pages of a supplement (增补页): what is new, changed and gone since an edition, so that a whole book
 * need not be printed again. New items that a blank row waits for are left to the pen unless `withBlanks`.
 */
export const supplementPages = (
  changes: EditionChanges,
  { size, withBlanks }: { readonly size: PrintSize; readonly withBlanks: boolean },
): readonly SupplementPage[] => {
  const { added, changed, gone, menus } = changes;
  const rows: readonly SupplementRow[] = [
    ...withHeading(
      "added",
      added
        .filter(({ hasBlank }) => withBlanks || !hasBlank)
        .map((row) => ({ type: "added", row })),
    ),
    ...withHeading(
      "changed",
      changed.map((row) => ({ type: "changed", row })),
    ),
    ...withHeading(
      "gone",
      gone.map((row) => ({ type: "gone", row })),
    ),
    ...withHeading("menus", [
      ...menus.added.map((menu): SupplementRow => ({ type: "menu-added", menu })),
      ...menus.changed.map((menu): SupplementRow => ({ type: "menu-changed", menu })),
      ...menus.gone.map((menu): SupplementRow => ({ type: "menu-gone", menu })),
    ]),
  ];
  return flow(
    rows.map(
      (row): Block<SupplementRow> => ({
        height: slotsOf(row, size),
        heading: row.type === "heading",
        content: row,
      }),
    ),
    { height: measuresOf(size).rows, columns: 1 },
  ).map(([own = []]) => ({ rows: own }));
};
