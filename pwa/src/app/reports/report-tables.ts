import { CATEGORY_NAMES } from "@dianbo/shared/category";
import type { SiteTargets } from "@dianbo/shared/ledger";
import type { Figures } from "@dianbo/shared/report";
import type { Branch } from "@dianbo/shared/session";
import type { OfficeCell, OfficeTable } from "../../office-files/index.ts";
import type { ReportWords } from "./report-words.ts";
import { shortMonth } from "./span-words.ts";

/** The most rows of what was played most. */
const MOST = 10;

const table = (
  name: string,
  columns: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly OfficeCell[])[],
): OfficeTable => ({
  name,
  columns: columns.map((column, at) => ({
    name: column,
    width: widths[at] ?? 6,
    align: at === 0 ? "left" : "right",
  })),
  rows,
});

const monthCells = (one: Omit<Figures, "months"> | Figures["months"][number]): OfficeCell[] => [
  one.showings,
  one.plays,
  one.minutes,
  one.members,
  one.residents,
  one.called,
  one.people,
  one.downloads,
  one.training,
];

/** The months with their sum; those that have not come stay empty. */
export const monthTable = (figures: Figures, words: ReportWords): OfficeTable =>
  table(
    words.month,
    words.monthColumns,
    [5, 4, 4, 5, 4, 4, 4, 5, 4, 4],
    [
      ...figures.months.map((one) => [
        shortMonth(one.month, words),
        ...(one.ahead ? [words.ahead, ...Array<null>(8).fill(null)] : monthCells(one)),
      ]),
      [words.sum, ...monthCells(figures)],
    ],
  );

/** What was shown of each category. */
export const categoryTable = (figures: Figures, words: ReportWords): OfficeTable =>
  table(
    words.categories,
    words.categoryColumns,
    [12, 5, 5],
    figures.categories
      .filter(({ category, plays }) => category !== undefined || plays > 0)
      .map(({ category, plays, minutes }) => [
        category === undefined ? words.noCategory : `${category} ${CATEGORY_NAMES[category]}`,
        plays,
        minutes,
      ]),
  );

/** What was played most. */
export const mostTable = (figures: Figures, words: ReportWords): OfficeTable => ({
  ...table(
    words.most,
    words.mostColumns,
    [5, 20, 4],
    figures.played
      .slice(0, MOST)
      .map(({ number, title, plays }) => [number === undefined ? null : number, title, plays]),
  ),
});

/** The branches, by their names in the calendar. */
export const branchTable = (
  figures: Figures,
  branches: readonly Branch[],
  targets: SiteTargets["branches"],
  words: ReportWords,
): OfficeTable => {
  const months = figures.months.length;
  return table(
    words.branches,
    words.branchColumns,
    [12, 4, 4, 4, 4, 4],
    figures.branches.map(({ branch, showings, rolls, expected, present }) => {
      const target = targets.get(branch);
      return [
        branches.find(({ id }) => id === branch)?.name ?? "",
        showings,
        target === undefined ? null : target * months,
        rolls,
        expected,
        present,
      ];
    }),
  );
};

/** The weeks online. */
export const weekTable = (figures: Figures, target: number, words: ReportWords): OfficeTable =>
  table(
    words.weeks,
    words.weekColumns,
    [10, 6, 6],
    figures.weeks.map(({ monday, days }) => [monday, days, target]),
  );

/** Every sum of the report, a row each. */
export const totalTable = (figures: Figures, words: ReportWords): OfficeTable =>
  table(
    words.totals,
    words.totalColumns,
    [16, 6],
    Object.entries(words.totalRows).map(([name, row]) => [row, sumNamed(figures, name)]),
  );

const sumNamed = (figures: Figures, name: string): OfficeCell => {
  const found = Object.entries(figures).find(([key]) => key === name)?.[1];
  return typeof found === "number" ? found : null;
};
