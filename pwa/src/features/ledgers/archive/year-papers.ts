import { amendmentsOf, type Register, type RegisteredShowing } from "@dianbo/shared/ledger";
import { type BookForm, type Ledgers, nameIn, pageOf } from "@dianbo/shared/ledger-book";
import {
  figuresOf,
  monthsOf,
  type ReportBench,
  type ReportSpan,
  readSpan,
} from "@dianbo/shared/report";
import { monthOf } from "@dianbo/shared/session";
import { registerRows, registerTable } from "../../../app/register/register-table.ts";
import { composeReport, type ReportDesk } from "../../../app/reports/compose-report.ts";
import { reportDocument } from "../../../app/reports/report-document.ts";
import type { ReportWords } from "../../../app/reports/report-words.ts";
import { spanName } from "../../../app/reports/span-words.ts";
import { monthInWords } from "../../../design/day-in-words.ts";
import type { OfficeDocument } from "../../../office-files/index.ts";
import { type BookPen, bookDocument } from "../book-document.ts";
import { type RollMonth, rollDocument, rollMonthOf, rollTable } from "../roll-document.ts";
import { type BookSources, byMonth } from "../written/book-sources.ts";
import { callTables } from "../written/people-books.ts";
import { paperOf, rowsOf, WRITTEN_BOOKS, writtenBook } from "../written/written-books.ts";

/** The folders of an archive, in their order. */
export const ARCHIVE_FOLDERS = ["reports", "books", "rolls"] as const;
/** A folder of an archive; see `ARCHIVE_FOLDERS`. */
export type ArchiveFolder = (typeof ARCHIVE_FOLDERS)[number];

/** One paper of an archive: a page to print and a workbook of the same rows. */
export interface ArchivePaper {
  readonly folder: ArchiveFolder;
  readonly name: string;
  /** Rows of a book; `undefined` for a report, which always says something. */
  readonly rows: number | undefined;
  readonly page: OfficeDocument;
  readonly workbook: OfficeDocument;
}

/** What a year's papers are made of. */
export interface YearSources extends BookSources {
  readonly ledgers: Ledgers;
  readonly kept: readonly BookForm[];
  readonly register: Register;
  readonly showings: readonly RegisteredShowing[];
  readonly bench: ReportBench;
  readonly desk: ReportDesk;
  readonly reportWords: ReportWords;
  readonly rolls: RollMonth;
  /** How a book's page is drawn; its personal columns are empty where names stay here. */
  readonly pen: BookPen;
  readonly withNames: boolean;
}

const book = (folder: ArchiveFolder, name: string, paper: OfficeDocument): ArchivePaper => ({
  folder,
  name,
  rows: rowsOf(paper.tables),
  page: paper,
  workbook: paper,
});

/** The year, then its quarters and months that have begun, as far back as the books know anything. */
const spansOf = (year: number, { first }: ReportBench, today: BookSources["today"]) => {
  const months = monthsOf({ type: "year", year }).filter(
    (month) => month >= first && month <= monthOf(today),
  );
  const quarters = [1, 2, 3, 4].flatMap((quarter): readonly ReportSpan[] => {
    const span = readSpan(`${year}-q${quarter}`);
    return span !== undefined && monthsOf(span).some((month) => months.includes(month))
      ? [span]
      : [];
  });
  return months.length === 0
    ? []
    : [
        { type: "year", year } as const,
        ...quarters,
        ...months.map((month) => ({ type: "month", month }) as const),
      ];
};

const reportPapers = (year: number, from: YearSources): readonly ArchivePaper[] =>
  spansOf(year, from.bench, from.today).map((span): ArchivePaper => {
    const { bench, desk, reportWords: words } = from;
    const report = composeReport(span, figuresOf(bench, span), desk);
    const head = {
      siteName: from.siteName,
      stand: report.open ? words.upTo(from.today) : words.whole,
      branches: from.schedule.branches,
      branchTargets: desk.targets.branches,
      words,
    };
    return {
      folder: "reports",
      name: spanName(span, words),
      rows: undefined,
      page: reportDocument(report, "docx", head),
      workbook: reportDocument(report, "xlsx", head),
    };
  });

const registerPaper = (year: number, from: YearSources): ArchivePaper => {
  const { register, showings, words, all } = from;
  const own = showings.filter(({ on }) => on.startsWith(`${year}-`));
  const tables = byMonth(own, ({ on }) => on).map(([month, held]) => {
    const amendments = amendmentsOf(held, register.prints.get(month));
    const rows = registerRows(
      held,
      {
        schedule: from.schedule,
        menus: from.menus,
        wishes: from.standings.map(({ row }) => row),
        amendments,
      },
      all,
    );
    return registerTable(monthInWords(month), rows, all.register);
  });
  const { name } = words.written.books.register;
  return book("books", name, paperOf(name, tables, from));
};

/** A kept book: month by month, or as one list up to the year's end. */
const keptPaper = (form: BookForm, year: number, from: YearSources): ArchivePaper => {
  const { ledgers, pen, today, withNames, words } = from;
  const parts =
    form.paged === "whole"
      ? [
          {
            month: "",
            rows: pageOf(ledgers, form, undefined, today).rows.filter(
              ({ entry }) => entry.on <= `${year}-12-31`,
            ),
          },
        ]
      : monthsOf({ type: "year", year }).map((month) => ({
          month: monthInWords(month),
          rows: pageOf(ledgers, form, month, today).rows,
        }));
  const paper = bookDocument(
    form,
    parts.filter((part) => part.rows.length > 0),
    pen,
  );
  const hasNames = form.fields.some(({ personal }) => personal === true);
  return book("books", nameIn(form.name, pen.language), {
    ...paper,
    lines: [...paper.lines, ...(hasNames && !withNames ? [words.archive.namesNone] : [])],
  });
};

const rollPapers = (year: number, from: YearSources): readonly ArchivePaper[] =>
  from.schedule.branches.flatMap((branch): readonly ArchivePaper[] => {
    const { words } = from.pen;
    const own = from.rolls.rolls.filter(
      ({ branch: at, on }) => at === branch.id && on.startsWith(`${year}-`),
    );
    const tables = byMonth(own, ({ on }) => on).map(([month]) =>
      rollTable(rollMonthOf(branch.id, month, from.rolls), monthInWords(month), words),
    );
    const name = words.rollRoom.paperTitle(branch.name);
    const title = [from.siteName, name].filter(Boolean).join(" ");
    return tables.length === 0 ? [] : [book("rolls", name, rollDocument(tables, title, words))];
  });

/** All papers of a year in the order of the archive; books with nothing in them come with no rows. */
export const yearPapers = (year: number, from: YearSources): readonly ArchivePaper[] => {
  const { calls } = from.words.written.books;
  return [
    ...reportPapers(year, from),
    registerPaper(year, from),
    ...from.kept.map((form) => keptPaper(form, year, from)),
    book("books", calls.name, paperOf(calls.name, callTables(from.rolls.counts, year, from), from)),
    ...WRITTEN_BOOKS.map((one) =>
      book("books", from.words.written.books[one].name, writtenBook(one, year, from)),
    ),
    ...(from.withNames ? rollPapers(year, from) : []),
  ];
};
