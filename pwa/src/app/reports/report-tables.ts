import { CATEGORY_NAMES } from "@dianbo/shared/category";
import type { RecordId } from "@dianbo/shared/identity";
import { BRANCH_TARGETS, type BranchTargetName, type SiteTargets } from "@dianbo/shared/ledger";
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

const hoursOf = (minutes: number): number => Math.floor(minutes / 6) / 10;

/** What the branches came to, by their names in the calendar; beside it what they have set themselves, where any has. */
export const branchTable = (
  figures: Figures,
  branches: readonly Branch[],
  targets: SiteTargets["branches"],
  words: ReportWords,
): OfficeTable => {
  const months = figures.months.length;
  // Hours are set for a year; a month is not held against them.
  const shown = BRANCH_TARGETS.filter(
    (name) =>
      (name !== "hours" || months === 12) &&
      branches.some(({ id }) => targets.get(id)?.[name] !== undefined),
  );
  const targetOf = (branch: RecordId, name: BranchTargetName): OfficeCell => {
    const target = targets.get(branch)?.[name];
    return target === undefined ? null : name === "hours" ? target : target * months;
  };
  return table(
    words.branches,
    [
      words.branch,
      ...BRANCH_TARGETS.flatMap((name) => [
        words.branchFigures[name],
        ...(shown.includes(name) ? [words.branchAims[name]] : []),
      ]),
    ],
    [12],
    figures.branches.map(({ branch, showings, training, minutes }) => [
      branches.find(({ id }) => id === branch)?.name ?? "",
      ...BRANCH_TARGETS.flatMap((name) => [
        { showings, training, hours: hoursOf(minutes) }[name],
        ...(shown.includes(name) ? [targetOf(branch, name)] : []),
      ]),
    ]),
  );
};

const ROLL_FIGURES = ["rolls", "expected", "present", "sick", "excused", "unmarked"] as const;

/** How the roll calls of the branches came out, with their sum; nothing where no roll was called. */
export const rollTable = (
  figures: Figures,
  branches: readonly Branch[],
  words: ReportWords,
): OfficeTable => {
  const called = figures.branches.filter(({ rolls }) => rolls > 0);
  const row = (name: string, of: (figure: (typeof ROLL_FIGURES)[number]) => number) => [
    name,
    ...ROLL_FIGURES.map(of),
    of("expected") === 0 ? null : `${Math.round((of("present") / of("expected")) * 100)}%`,
  ];
  const rows = called.map((one) =>
    row(branches.find(({ id }) => id === one.branch)?.name ?? "", (figure) => one[figure]),
  );
  const sum = row(words.sum, (figure) => called.reduce((all, one) => all + one[figure], 0));
  return table(
    words.rollCalls,
    words.rollColumns,
    [12, 4, 4, 4, 4, 4, 4, 4],
    rows.length < 2 ? rows : [...rows, sum],
  );
};

/** Wishes that were noted in the span, as they stand now; nothing where none was. */
export const wishTable = ({ wishes }: Figures, words: ReportWords): OfficeTable =>
  table(
    words.wishesNoted,
    words.wishColumns,
    [6, 6, 6, 6],
    wishes.noted === 0 ? [] : [[wishes.noted, wishes.met, wishes.declined, wishes.waiting]],
  );

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
