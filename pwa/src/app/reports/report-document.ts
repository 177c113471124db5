import type { SiteTargets } from "@dianbo/shared/ledger";
import type { Branch } from "@dianbo/shared/session";
import type { OfficeDocument, OfficeFormat } from "../../office-files/index.ts";
import type { ReportContent } from "./compose-report.ts";
import {
  branchTable,
  categoryTable,
  monthTable,
  mostTable,
  rollTable,
  totalTable,
  weekTable,
  wishTable,
} from "./report-tables.ts";
import type { ReportWords } from "./report-words.ts";
import { spanName } from "./span-words.ts";

/** A report as a file for WPS: its words first in a text, last in a workbook; the same tables in both. */
export const reportDocument = (
  report: ReportContent,
  format: OfficeFormat,
  from: {
    readonly siteName: string;
    readonly stand: string;
    readonly branches: readonly Branch[];
    readonly branchTargets: SiteTargets["branches"];
    readonly words: ReportWords;
  },
): OfficeDocument => {
  const { figures, targets, parts } = report;
  const { words, branches } = from;
  const named = parts.map(({ section, text }, at) => ({
    head: words.heading(words.ordinals[at] ?? "", words.sections[section]),
    text,
  }));
  const tables = [
    totalTable(figures, words),
    monthTable(figures, words),
    categoryTable(figures, words),
    mostTable(figures, words),
    ...(branches.length === 0
      ? []
      : [
          branchTable(figures, branches, from.branchTargets, words),
          rollTable(figures, branches, words),
        ]),
    wishTable(figures, words),
    weekTable(figures, targets.downloadDays, words),
  ].filter(({ rows }) => rows.length > 0);
  const written = {
    name: words.words,
    columns: words.wordColumns.map((name, at) => ({
      name,
      width: at === 0 ? 8 : 50,
      align: "left" as const,
    })),
    rows: named.map(({ head, text }) => [head, text]),
  };
  return {
    title: [from.siteName, spanName(report.span, words)].filter(Boolean).join(" "),
    lines:
      format === "docx"
        ? [from.stand, ...named.flatMap(({ head, text }) => [head, text])]
        : [from.stand],
    tables: format === "docx" ? tables : [...tables, written],
    foot: [],
    signed: [...words.signatures.map((one) => `${one}＿＿＿＿＿＿`), words.stamp, words.dated],
  };
};
