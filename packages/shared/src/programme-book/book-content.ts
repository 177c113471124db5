import { CATEGORIES, type Category } from "../category/index.ts";
import { type Courseware, isListed } from "../courseware/index.ts";
import type { NewId, RecordId } from "../identity/index.ts";
import {
  allocateNumbers,
  type BlankCounts,
  buildProgrammeList,
  type NumberBook,
  type ProgrammeRow,
  type ProgrammeShelf,
} from "../programme/index.ts";
import {
  isOffered,
  type MenuTimes,
  type SetMenu,
  type SetMenuEntry,
  timesOf,
} from "../set-menu/index.ts";
import { type Measures, measuresOf, type PrintSize } from "./print-size.ts";
import { settingOf } from "./title-lines.ts";

/** Blank rows that a shelf has at least when its page is filled up. */
const FEWEST_BLANKS = 2;

/** Blank rows for each shelf: so many, or as many as fill the shelf's last page, two at least. */
export type Blanks = number | "fill";

/** A set menu as the book lists it. */
export interface MenuRow {
  readonly number: number;
  readonly menu: SetMenu;
  readonly times: MenuTimes;
}

/** The book: set menus first, then the five shelves; screen and paper are drawn from it. */
export interface BookContent {
  readonly menus: readonly MenuRow[];
  readonly shelves: readonly ProgrammeShelf[];
  /** How many blank rows each shelf really has. */
  readonly blanks: BlankCounts;
}

/** How many of a page's rows an entry of a shelf takes: a very long title takes two. */
export const slotsOf = ({ item }: ProgrammeRow, measures: Measures): 1 | 2 =>
  item === undefined ? 1 : settingOf(item.title, item.kind === "film", measures).slots;

/** The rows of the last page that a shelf has begun; none where it is empty. */
const rowsOnLastPage = (rows: readonly ProgrammeRow[], measures: Measures): number => {
  let filled = 0;
  for (const row of rows) {
    const slots = slotsOf(row, measures);
    filled = filled + slots > measures.rows ? slots : filled + slots;
  }
  return filled;
};

const blankCount = (rows: readonly ProgrammeRow[], blanks: Blanks, measures: Measures): number => {
  if (blanks !== "fill") return blanks;
  const room = measures.rows - rowsOnLastPage(rows, measures);
  // A page that is full, or all but one row, leaves too little: then the next page is for the pen.
  return room < FEWEST_BLANKS ? room + measures.rows : room;
};

/** What the book is put together from. */
export interface BookSources {
  readonly book: NumberBook;
  readonly menus: readonly SetMenu[];
  readonly entries: readonly SetMenuEntry[];
  readonly itemOf: (id: RecordId) => Courseware | undefined;
}

/**
 * Puts the book together. Blank rows carry the numbers that this device's next items will get, so that
 * what the pen fills in and what the computer gives out is the same row; `newId` only feeds leases
 * that are thrown away here, printing opens the real ones.
 */
export const bookContent = (
  { book, menus, entries, itemOf }: BookSources,
  { blanks, size }: { readonly blanks: Blanks; readonly size: PrintSize },
  newId: NewId,
): BookContent => {
  const measures = measuresOf(size);
  const counts: Record<Category, number> = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };
  const shelves = buildProgrammeList(book, 0).map((shelf): ProgrammeShelf => {
    const next = allocateNumbers(
      book,
      shelf.category,
      blankCount(shelf.rows, blanks, measures),
      newId,
    );
    const numbers = next.ok ? next.value.numbers : [];
    counts[shelf.category] = numbers.length;
    return { ...shelf, blanks: numbers.map((number) => ({ number, item: undefined })) };
  });
  const listed = (id: RecordId): Courseware | undefined => {
    const item = itemOf(id);
    return item !== undefined && isListed(item) ? item : undefined;
  };
  const menuRows = menus
    .filter(isOffered)
    .flatMap((menu): MenuRow[] =>
      menu.number == null
        ? []
        : [{ number: menu.number, menu, times: timesOf(menu, entries, listed) }],
    )
    .sort((a, b) => a.number - b.number);
  return { menus: menuRows, shelves, blanks: counts };
};

/** How many items stand in the book. */
export const itemCount = ({ shelves }: BookContent): number =>
  shelves.reduce((sum, { rows }) => sum + rows.length, 0);

/** First and last of some numbers, 「1–10」, as heads say them; empty where there are none. */
export const numberRange = (numbers: readonly number[]): string => {
  const first = numbers[0];
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return "";
  return first === last ? String(first) : `${first}–${last}`;
};

/** The tabs of the thumb edge, in the order of the book; 0 are the set menus. */
export const TABS: readonly (Category | 0)[] = [0, ...CATEGORIES];
