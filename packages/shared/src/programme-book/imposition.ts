/** One side of a sheet of paper that is folded once: two pages beside each other; `undefined` is empty. */
export interface SheetSide {
  readonly left: number | undefined;
  readonly right: number | undefined;
}

/** Sheets that still fold well in one layer; a thicker book is folded in several and laid together. */
export const SHEETS_A_LAYER = 10;

const PAGES_A_SHEET = 4;

/**
 * The order in which pages are printed so that sheets, turned over their short edge, laid into each
 * other and folded once, make a book. Pages are counted from 0. Every two sides are one sheet, front and
 * back. A book of more than ten sheets comes in layers, each folded by itself and laid behind the last.
 *
 *     front │ last │ first │      back │ second │ last but one │
 */
export const imposePages = (
  pages: number,
  sheetsALayer: number = SHEETS_A_LAYER,
): readonly SheetSide[] => {
  const sides: SheetSide[] = [];
  const most = Math.max(1, sheetsALayer) * PAGES_A_SHEET;
  for (let start = 0; start < pages; start += most) {
    const count = Math.ceil(Math.min(most, pages - start) / PAGES_A_SHEET) * PAGES_A_SHEET;
    const at = (place: number): number | undefined =>
      start + place < pages ? start + place : undefined;
    for (let sheet = 0; sheet < count / PAGES_A_SHEET; sheet += 1) {
      sides.push(
        { left: at(count - 1 - 2 * sheet), right: at(2 * sheet) },
        { left: at(2 * sheet + 1), right: at(count - 2 - 2 * sheet) },
      );
    }
  }
  return sides;
};
