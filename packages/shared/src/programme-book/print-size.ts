/** Smallest size of what a member reads, in points: 16 is the drawing, 18 and 22 are large print. */
export const PRINT_SIZES = [16, 18, 22] as const;

/** A size of print, see `PRINT_SIZES`. */
export type PrintSize = (typeof PRINT_SIZES)[number];

/** Height between head and footer of an A4 page, in mm. */
export const AREA_MM = 225.9;

/** Width between the margins of an A4 page, in mm. */
const WIDTH_MM = 172;

/** Millimetres of one point. */
const POINT_MM = 25.4 / 72;

/** How much larger than the drawing everything is set. */
export const scaleOf = (size: PrintSize): number => size / 16;

/**
 * What a size comes to on A4: titles at 18/16 of it, a smaller setting for long ones, and how many
 * characters (汉字 of one em) fit on a line of each. The style sheet has the same lengths.
 */
export interface Measures {
  readonly scale: number;
  /** Rows of a shelf's page. */
  readonly rows: number;
  /** Characters of a title on one line at title size, dots included. */
  readonly titleLine: number;
  /** Characters on one line of a long title. */
  readonly longLine: number;
  /** Columns of the pinyin index, and characters on one line of its entries. */
  readonly indexColumns: number;
  readonly indexLine: number;
  /** Columns of the index of numbers. */
  readonly numberColumns: number;
  /** Characters on the line of numbers under a set menu's name. */
  readonly menuLine: number;
}

/** What number, minutes and gaps take of a row, in mm at scale 1. */
const BESIDE_TITLE_MM = 58;
/** Dots lead from a title to its minutes; a title never takes their last two places. */
const DOTS = 2;
/** Rows of a shelf's page. The largest print has one row less than fits, so that two lines of a title hold together. */
const ROWS: Readonly<Record<PrintSize, number>> = { 16: 18, 18: 16, 22: 12 };
/** The gap between columns of an index, and what the number takes of one, in mm. */
const GUTTER_MM = 8;
const BESIDE_ENTRY_MM = 20;
/** What the round number takes of a menu's row. */
const BESIDE_MENU_MM = 20;

/** The measures of a size. */
export const measuresOf = (size: PrintSize): Measures => {
  const scale = scaleOf(size);
  const em = size * POINT_MM;
  const beside = WIDTH_MM - BESIDE_TITLE_MM * scale;
  const indexColumns = size === 22 ? 1 : 2;
  const column = (WIDTH_MM - GUTTER_MM * (indexColumns - 1)) / indexColumns;
  return {
    scale,
    rows: ROWS[size],
    titleLine: Math.floor((beside / (em * 1.125)) * 2) / 2 - DOTS,
    longLine: Math.floor(beside / em - 0.3),
    indexColumns,
    indexLine: Math.floor((column - BESIDE_ENTRY_MM * scale) / em - 0.3),
    numberColumns: size === 22 ? 2 : 3,
    menuLine: Math.floor((WIDTH_MM - BESIDE_MENU_MM * scale) / em - 0.5),
  };
};
