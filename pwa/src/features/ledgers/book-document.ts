import type { Language } from "@dianbo/shared/language";
import {
  type BookForm,
  columnNames,
  type LedgerRow,
  nameIn,
  rowCells,
  type Values,
} from "@dianbo/shared/ledger-book";
import type { OfficeDocument } from "../../office-files/index.ts";
import type { LedgerWords } from "./ledger-words.ts";

/** A page of a book as a file for WPS: the paper's columns, a last one for what was struck out or added. */
export const bookDocument = (
  form: BookForm,
  rows: readonly LedgerRow[],
  from: {
    readonly siteName: string;
    /** The month in words; empty for a book that is one list. */
    readonly month: string;
    readonly personalOf: (row: LedgerRow) => Values;
    readonly remarksOf: (row: LedgerRow) => readonly string[];
    readonly language: Language;
    readonly words: LedgerWords;
  },
): OfficeDocument => {
  const { language, words } = from;
  const name = nameIn(form.name, language);
  const title = [from.siteName, name, from.month].filter(Boolean).join(" ");
  const hasRemarks = rows.some((row) => from.remarksOf(row).length > 0);
  const widths = [6, ...form.fields.map(({ width }) => width)];
  return {
    title,
    lines: [`${words.paper.unit}：${from.siteName}`],
    tables: [
      {
        name: from.month === "" ? name : from.month,
        columns: [
          ...columnNames(form, language).map((column, at) => ({
            name: column,
            width: widths[at] ?? 8,
            align: "left" as const,
          })),
          ...(hasRemarks ? [{ name: words.book.remarks, width: 12, align: "left" as const }] : []),
        ],
        rows: rows.map((row) => [
          ...rowCells(form, row, from.personalOf(row), language),
          ...(hasRemarks ? [from.remarksOf(row).join("；")] : []),
        ]),
      },
    ],
    foot: [],
    signed: form.signatures.map(
      (signature) => `${nameIn(signature, language)}${words.paper.blank}`,
    ),
    across: true,
  };
};
