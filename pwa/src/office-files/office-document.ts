/** One cell: words, a quantity, or nothing. Words that look like a formula stay words. */
export type OfficeCell = string | number | null;

/** A column of a table. */
export interface OfficeColumn {
  readonly name: string;
  /** Width in Chinese characters of the body's size. */
  readonly width: number;
  readonly align: "left" | "center" | "right";
}

/** A table: a sheet of a workbook, or a part of a text document. */
export interface OfficeTable {
  /** The tab in a workbook, the heading in a text. */
  readonly name: string;
  readonly columns: readonly OfficeColumn[];
  readonly rows: readonly (readonly OfficeCell[])[];
  /** Places of rows that are struck out, from 0: crossed through on a page, told in words everywhere. */
  readonly struck?: readonly number[] | undefined;
}

/** What is written as .xlsx or .docx: the same rows in both. */
export interface OfficeDocument {
  readonly title: string;
  /** Lines under the title. */
  readonly lines: readonly string[];
  readonly tables: readonly OfficeTable[];
  /** Lines at the end of a text document. */
  readonly foot: readonly string[];
  /** Who signs, on one line under the last row, in a workbook as in a text. */
  readonly signed?: readonly string[] | undefined;
  /** The paper lies across. */
  readonly across?: boolean | undefined;
  /** On a page each table is a sheet of its own, with title and signatures (a month of a ledger). */
  readonly sheets?: boolean | undefined;
}

/** Which program's file. */
export type OfficeFormat = "xlsx" | "docx";

/** The media type of a format. */
export const OFFICE_MIME: Readonly<Record<OfficeFormat, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** What XML cannot hold goes; half of a character becomes the sign for one that is missing. */
export const writable = (text: string): string =>
  text
    .replace(/\p{Cc}/gu, (character) => (character === "\n" || character === "\t" ? character : ""))
    .replace(/[\uD800-\uDFFF\uFFFE\uFFFF]/gu, "\uFFFD");
