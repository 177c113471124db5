import type { Audience, Category } from "../category/index.ts";
import type { CivilDate, Minutes } from "../clock/index.ts";
import type { KeepingPlace } from "../courseware/index.ts";
import { type ProgrammeNumber, shelfOf, titleOfFile } from "../programme/index.ts";
import type { ColumnMatch, ColumnMeaning, TableLayout } from "./column-meaning.ts";
import {
  readAudienceCell,
  readCategoryCell,
  readDateCell,
  readMinutesCell,
  readNumberCell,
  readPlaceCell,
} from "./read-cell.ts";

/** One row of a site's old list, as far as it could be read. */
export interface OldRow {
  /** Its line in the table, from 1, as WPS counts. */
  readonly line: number;
  readonly title: string;
  readonly number: ProgrammeNumber | undefined;
  /** What stood under 编号 and is no programme number: shown, not taken. */
  readonly oddNumber: string | undefined;
  readonly category: Category | undefined;
  readonly minutes: Minutes | undefined;
  /** What stood under 时长 and could not be read. */
  readonly oddMinutes: string | undefined;
  readonly publisher: string | undefined;
  readonly publishedAt: CivilDate | undefined;
  readonly audiences: readonly Audience[];
  readonly place: KeepingPlace | undefined;
  readonly note: string | undefined;
}

/** What came of a table. */
export interface OldList {
  readonly rows: readonly OldRow[];
  /** Lines between the rows that are none: empty ones, sums, headings, notes without a title. */
  readonly passedOver: number;
}

const LONGEST_TITLE = 300;
const LONGEST_TEXT = 500;
const LONGEST_NOTE = 4000;

/** Control characters and those that turn the direction of writing: a cell must read as it stands. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const tidy = (cell: string | undefined, longest: number): string | undefined => {
  const text = (cell ?? "")
    .replace(/[\r\n\t]+/gu, " ")
    .replace(UNSEEN, "")
    .replace(/\s+/gu, " ")
    .trim();
  return text === "" ? undefined : Array.from(text).slice(0, longest).join("").slice(0, longest);
};

const SUM = /^(?:合计|总计|小计|共计|填表人|制表|审核|备注|说明|注)[:：]?/u;

/** The category that a line of its own names for the rows under it (「一、基层党建（12部）」). */
const headingOf = (cells: readonly string[]): Category | undefined => {
  const told = [...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ""))];
  const [only] = told;
  if (told.length !== 1 || only === undefined) return undefined;
  return readCategoryCell(only.replace(/[(（][^)）]*[)）]\s*$/u, ""));
};

const cellOf = (
  cells: readonly string[],
  columns: ColumnMatch,
  meaning: ColumnMeaning,
): string | undefined => {
  const at = columns.indexOf(meaning);
  return at < 0 ? undefined : cells[at];
};

const readRow = (
  cells: readonly string[],
  columns: ColumnMatch,
  line: number,
  heading: Category | undefined,
): OldRow | undefined => {
  const of = (meaning: ColumnMeaning): string | undefined => cellOf(cells, columns, meaning);
  const named = tidy(of("title"), LONGEST_TITLE);
  if (named === undefined || SUM.test(named)) return undefined;
  // A table made from a folder's listing names files.
  const title = /\.[a-z][a-z0-9]{2,4}$/iu.test(named) ? titleOfFile(named).title : named;
  const numberCell = tidy(of("number"), 40);
  const number = numberCell === undefined ? undefined : readNumberCell(numberCell);
  const minutesCell = tidy(of("minutes"), 40);
  const minutes = minutesCell === undefined ? null : readMinutesCell(minutesCell);
  const categoryCell = of("category");
  const date = of("publishedAt");
  const place = of("place");
  return {
    line,
    title,
    number,
    oddNumber: number === undefined ? numberCell : undefined,
    category:
      (categoryCell === undefined ? undefined : readCategoryCell(categoryCell)) ??
      heading ??
      (number === undefined ? undefined : shelfOf(number)),
    minutes: minutes ?? undefined,
    oddMinutes: minutes === undefined ? minutesCell : undefined,
    publisher: tidy(of("publisher"), LONGEST_TEXT),
    publishedAt: date === undefined ? undefined : readDateCell(date),
    audiences: readAudienceCell(of("audience") ?? ""),
    place: place === undefined ? undefined : readPlaceCell(place),
    note: tidy(of("note"), LONGEST_NOTE),
  };
};

/**
 * Reads a table by a layout the person has seen and may have changed. Headings between the rows give
 * their category to the rows under them; a cell that spans rows was repeated by whoever read the file.
 */
export const readOldList = (
  table: readonly (readonly string[])[],
  { columns, headerRow }: TableLayout,
): OldList => {
  const rows: OldRow[] = [];
  let heading: Category | undefined;
  let passedOver = 0;
  for (const [at, cells] of table.entries()) {
    if (headerRow !== undefined && at <= headerRow) continue;
    const named = headingOf(cells);
    if (named !== undefined) {
      heading = named;
      passedOver += 1;
      continue;
    }
    const row = readRow(cells, columns, at + 1, heading);
    if (row === undefined) passedOver += 1;
    else rows.push(row);
  }
  return { rows, passedOver };
};
