import type { Language } from "@dianbo/shared/language";
import {
  type BookForm,
  columnNames,
  type LedgerRow,
  nameIn,
  rowCells,
  type Values,
} from "@dianbo/shared/ledger-book";
import type { OfficeDocument, OfficeTable } from "../../office-files/index.ts";
import type { LedgerWords } from "./ledger-words.ts";

/** What a page of a book is drawn with. */
export interface BookPen {
  readonly siteName: string;
  readonly personalOf: (row: LedgerRow) => Values;
  readonly remarksOf: (row: LedgerRow) => readonly string[];
  readonly language: Language;
  readonly words: LedgerWords;
}

/** Rows of a book under one heading: a month, or the whole list. */
export interface BookPart {
  /** The month in words; empty for a book that is one list. */
  readonly month: string;
  readonly rows: readonly LedgerRow[];
}

/** The paper's columns, a last one for what was struck out or added. */
const bookTable = (form: BookForm, { month, rows }: BookPart, pen: BookPen): OfficeTable => {
  const { language, words } = pen;
  const hasRemarks = rows.some((row) => pen.remarksOf(row).length > 0);
  const widths = [6, ...form.fields.map(({ width }) => width)];
  return {
    name: month === "" ? nameIn(form.name, language) : month,
    columns: [
      ...columnNames(form, language).map((column, at) => ({
        name: column,
        width: widths[at] ?? 8,
        align: "left" as const,
      })),
      ...(hasRemarks ? [{ name: words.book.remarks, width: 12, align: "left" as const }] : []),
    ],
    rows: rows.map((row) => [
      ...rowCells(form, row, pen.personalOf(row), language),
      ...(hasRemarks ? [pen.remarksOf(row).join(words.marks.between)] : []),
    ]),
    struck: rows.flatMap(({ struck }, at) => (struck === undefined ? [] : [at])),
  };
};

/** A page of a book, or several months of it, as a file for WPS and as a page to print. */
export const bookDocument = (
  form: BookForm,
  parts: readonly BookPart[],
  pen: BookPen,
): OfficeDocument => {
  const { language, words, siteName } = pen;
  const [first] = parts;
  const month = parts.length === 1 ? first?.month : undefined;
  return {
    title: [siteName, nameIn(form.name, language), month].filter(Boolean).join(" "),
    lines: [
      `${words.paper.unit}${words.marks.colon}${siteName === "" ? words.paper.blank : siteName}`,
    ],
    tables: parts.map((part) => bookTable(form, part, pen)),
    foot: [],
    signed: form.signatures.map(
      (signature) => `${nameIn(signature, language)}${words.paper.blank}`,
    ),
    across: true,
    sheets: true,
  };
};
