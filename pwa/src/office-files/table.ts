import { err, ok, type Result } from "@dianbo/shared/result";

/** One sheet of a workbook, or the one table that a text is. */
export interface TableSheet {
  /** The tab's name; empty where the file gives none. */
  readonly name: string;
  /**
   * What a person sees in each cell. Empty rows at the end and empty cells at a row's end are left out. A
   * cell that reaches over several rows stands in each of them; one that reaches over columns in the first.
   */
  readonly rows: readonly (readonly string[])[];
}

/** A table that was opened or pasted. */
export interface TableFile {
  readonly sheets: readonly TableSheet[];
}

/** Why a table was not read; nothing of it is used then. */
export type TableFailure =
  /** The binary workbook of before 2007 (.xls, .et): WPS saves it as .xlsx. */
  | { readonly type: "old-workbook" }
  /** A workbook that opens with a password only. */
  | { readonly type: "locked-workbook" }
  /** Something else: a picture, a film, a text document without a table. */
  | { readonly type: "not-a-table" }
  | { readonly type: "table-damaged" }
  /** Bytes. */
  | { readonly type: "table-too-large"; readonly limit: number }
  | { readonly type: "too-many-rows"; readonly limit: number }
  | { readonly type: "too-many-columns"; readonly limit: number }
  /** A table with nothing in it. */
  | { readonly type: "empty-table" };

/** What a reader is willing to take in. */
export const TABLE_LIMITS = {
  /** Bytes of the file, packed. */
  bytes: 30 * 1024 * 1024,
  /** Bytes of what is read of it, unpacked. */
  unpackedBytes: 256 * 1024 * 1024,
  rows: 50_000,
  columns: 200,
  /** Characters of one cell; what is longer is cut, as Excel itself does. */
  cell: 32_767,
  sheets: 100,
} as const;

/** Thrown inside the readers, which sit deep in a scan, and turned into a value at their door. */
export class TableRefused extends Error {
  readonly failure: TableFailure;

  constructor(failure: TableFailure) {
    super(failure.type);
    this.failure = failure;
  }
}

/** Cells as they come, anywhere on the sheet; rows are counted from 0. */
export interface Grid {
  put(row: number, column: number, text: string): void;
  /** Repeats a cell in the rows below it. */
  fillDown(row: number, column: number, lastRow: number): void;
  rows(): readonly (readonly string[])[];
}

const tidy = (text: string): string => {
  const plain = text
    .replace(/\r\n?/gu, "\n")
    .replace(/[^\S\n]+/gu, " ")
    .trim();
  return plain.length > TABLE_LIMITS.cell ? plain.slice(0, TABLE_LIMITS.cell) : plain;
};

/** Collects cells and holds the limits. */
export const makeGrid = (): Grid => {
  const rows: string[][] = [];
  return {
    put: (row, column, text) => {
      const cell = tidy(text);
      if (cell === "") return;
      if (row >= TABLE_LIMITS.rows) {
        throw new TableRefused({ type: "too-many-rows", limit: TABLE_LIMITS.rows });
      }
      if (column >= TABLE_LIMITS.columns) {
        throw new TableRefused({ type: "too-many-columns", limit: TABLE_LIMITS.columns });
      }
      while (rows.length <= row) rows.push([]);
      const cells = rows[row];
      if (cells === undefined) return;
      while (cells.length < column) cells.push("");
      cells[column] = cell;
    },
    fillDown: (row, column, lastRow) => {
      const text = rows[row]?.[column] ?? "";
      if (text === "") return;
      for (let at = row + 1; at <= Math.min(lastRow, rows.length - 1); at += 1) {
        const cells = rows[at];
        if (cells === undefined || (cells[column] ?? "") !== "") continue;
        while (cells.length < column) cells.push("");
        cells[column] = text;
      }
    },
    rows: () => rows,
  };
};

/** Runs a reader; what it refused becomes a value, and what it stumbled over is a damaged table. */
export const guarded = (read: () => TableFile): Result<TableFile, TableFailure> => {
  try {
    const table = read();
    return table.sheets.some(({ rows }) => rows.length > 0)
      ? ok(table)
      : err({ type: "empty-table" });
  } catch (error) {
    return err(error instanceof TableRefused ? error.failure : { type: "table-damaged" });
  }
};
