import type { RollCount } from "@dianbo/shared/roll-call";
import { daysOfMonth, type PlanRow, sessionsBetween, sessionsOfPlan } from "@dianbo/shared/session";
import { sessionName } from "../../../app/session-words.ts";
import { groupOf, type StandingRow } from "../../../app/use-standings.ts";
import { monthInWords } from "../../../design/day-in-words.ts";
import type { OfficeCell, OfficeTable } from "../../../office-files/index.ts";
import type { PaperWords } from "../paper-words.ts";
import { type BookSources, byMonth, columnsOf } from "./book-sources.ts";

const outcomeOf = ({ row, standing }: StandingRow, words: PaperWords): string => {
  const said = words.written.books.wishes;
  switch (groupOf(standing)) {
    case "declined":
      return said.declined(row.declined ?? "");
    case "answered":
      return row.answered === undefined
        ? said.met
        : said.answered(row.answered.on, row.answered.how);
    case "waiting":
      return said.waiting;
  }
};

/** What was asked for in a year. */
export const wishTable = (year: number, { standings, words }: BookSources): OfficeTable => {
  const { name, columns } = words.written.books.wishes;
  return {
    name,
    columns: columnsOf(columns, [
      ["wish", 20],
      ["people", 4, "right"],
      ["first", 6],
      ["last", 6],
      ["outcome", 14],
    ]),
    rows: standings
      .filter(({ row }) => row.firstOn <= `${year}-12-31` && row.lastOn >= `${year}-01-01`)
      .map((one): readonly OfficeCell[] => [
        one.row.text,
        one.row.count,
        one.row.firstOn,
        one.row.lastOn,
        outcomeOf(one, words),
      ]),
  };
};

/** What a row of the plan says on paper: its own words, else what its sessions have. */
const planCells = (row: PlanRow, from: BookSources): readonly OfficeCell[] => {
  const { schedule, menus, words, all } = from;
  const days = daysOfMonth(row.month);
  const sessions = sessionsOfPlan(
    row,
    sessionsBetween(schedule, days[0] ?? from.today, days.at(-1) ?? from.today),
  );
  const own = (text: string | null | undefined, told: readonly string[]): OfficeCell =>
    text ?? ([...new Set(told)].join("、") || null);
  return [
    monthInWords(row.month),
    row.mustPlay === true ? words.written.books.plan.must(row.topic) : row.topic,
    own(
      row.content,
      sessions.map((session) => sessionName(session, menus, all.schedule)),
    ),
    row.audience ?? null,
    own(
      row.when,
      sessions.map(({ date }) => date),
    ),
    row.way ?? null,
    row.host == null ? null : words.written.post(row.host),
    row.sessions,
  ];
};

/** The study plan of a year. */
export const planTable = (year: number, from: BookSources): OfficeTable => {
  const { name, columns } = from.words.written.books.plan;
  return {
    name,
    columns: columnsOf(columns, [
      ["month", 6],
      ["topic", 12],
      ["content", 14],
      ["audience", 7],
      ["when", 9],
      ["way", 7],
      ["host", 4],
      ["sessions", 3, "right"],
    ]),
    rows: from.schedule.plans
      .filter(({ month }) => month.startsWith(`${year}-`))
      .map((row) => planCells(row, from)),
  };
};

/** What roll calls of a year came to, without a name; a table a month. */
export const callTables = (
  counts: readonly RollCount[],
  year: number,
  { schedule, words }: BookSources,
): readonly OfficeTable[] => {
  const own = counts.filter(({ on }) => on.startsWith(`${year}-`));
  return byMonth(own, ({ on }) => on).map(([month, rows]) => ({
    name: monthInWords(month),
    columns: columnsOf(words.written.books.calls.columns, [
      ["day", 7],
      ["branch", 12],
      ["expected", 4, "right"],
      ["present", 4, "right"],
      ["late", 4, "right"],
      ["early", 4, "right"],
      ["sick", 4, "right"],
      ["excused", 4, "right"],
      ["unmarked", 4, "right"],
    ]),
    rows: rows.map((count): readonly OfficeCell[] => [
      count.on,
      schedule.branches.find(({ id }) => id === count.branch)?.name ?? null,
      count.expected,
      count.present,
      count.late,
      count.early,
      count.sick,
      count.excused,
      count.unmarked,
    ]),
  }));
};
