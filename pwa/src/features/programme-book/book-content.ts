import { CATEGORIES, type Category } from "@dianbo/shared/category";
import { type Courseware, isListed } from "@dianbo/shared/courseware";
import type { NewId, RecordId } from "@dianbo/shared/identity";
import {
  allocateNumbers,
  type BlankCounts,
  buildProgrammeList,
  type NumberBook,
  type ProgrammeShelf,
} from "@dianbo/shared/programme";
import { type MenuTimes, type SetMenu, type SetMenuEntry, timesOf } from "@dianbo/shared/set-menu";

/** Rows of a shelf's page on paper. */
export const ROWS_A_PAGE = 18;
/** Set menus of a page on paper; each takes two lines. */
export const MENUS_A_PAGE = 10;

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

const blankCount = (rows: number, blanks: Blanks): number => {
  if (blanks !== "fill") return blanks;
  const room = ROWS_A_PAGE - (rows % ROWS_A_PAGE);
  // A page that is full, or all but one row, leaves too little: then the next page is for the pen.
  return room < FEWEST_BLANKS || (room === ROWS_A_PAGE && rows > 0)
    ? (room % ROWS_A_PAGE) + ROWS_A_PAGE
    : room;
};

/**
 * Puts the book together. Blank rows carry the numbers that this device's next items will get, so that
 * what the pen fills in and what the computer gives out is the same row; `newId` only feeds leases
 * that are thrown away here, printing opens the real ones.
 */
export const bookContent = (
  book: NumberBook,
  menus: readonly SetMenu[],
  entries: readonly SetMenuEntry[],
  itemOf: (id: RecordId) => Courseware | undefined,
  blanks: Blanks,
  newId: NewId,
): BookContent => {
  const counts: Record<Category, number> = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };
  const shelves = buildProgrammeList(book, 0).map((shelf): ProgrammeShelf => {
    const next = allocateNumbers(
      book,
      shelf.category,
      blankCount(shelf.rows.length, blanks),
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
    .filter(({ life }) => life !== "deleted")
    .flatMap((menu): MenuRow[] =>
      menu.number == null
        ? []
        : [{ number: menu.number, menu, times: timesOf(menu, entries, listed) }],
    )
    .sort((a, b) => a.number - b.number);
  return { menus: menuRows, shelves, blanks: counts };
};

/** The first and last number of the set menus, 「1–10」, as the head of their page says it. */
export const menuRange = (menus: BookContent["menus"]): string => {
  const first = menus[0]?.number;
  const last = menus.at(-1)?.number;
  if (first === undefined || last === undefined) return "";
  return first === last ? String(first) : `${first}–${last}`;
};

/** Characters of a title that fit on one line of paper at 18 pt; a Latin letter takes half a place. */
const LINE_OF_TITLE = 16.5;
/** What the mark of a film takes of that line. */
const FILM_MARK = 2.5;

/** Whether a title needs two lines on paper: it is set a little smaller, never cut. */
export const isLongTitle = (title: string, marked: boolean): boolean => {
  let places = marked ? FILM_MARK : 0;
  for (const character of title) places += /[\u2E80-\uFFEF]/u.test(character) ? 1 : 0.56;
  return places > LINE_OF_TITLE;
};

/** One page of paper. */
export type PaperPage =
  | {
      readonly type: "menus";
      readonly rows: readonly MenuRow[];
      /** First and last number of all menus. */
      readonly range: string;
      readonly total: number;
      readonly part: number;
    }
  | {
      readonly type: "shelf";
      readonly category: Category;
      readonly rows: ProgrammeShelf["rows"];
      /** Items on the whole shelf. */
      readonly total: number;
      /** 0 on a shelf's first page. */
      readonly part: number;
    };

const split = <T>(rows: readonly T[], size: number): readonly (readonly T[])[] => {
  const parts: T[][] = [];
  for (let at = 0; at < rows.length; at += size) parts.push(rows.slice(at, at + size));
  return parts;
};

/** Lays the book out on pages: set menus first, then each shelf on a page of its own. */
export const paperPages = (content: BookContent): readonly PaperPage[] => [
  ...split(content.menus, MENUS_A_PAGE).map(
    (rows, part): PaperPage => ({
      type: "menus",
      rows,
      range: menuRange(content.menus),
      total: content.menus.length,
      part,
    }),
  ),
  ...content.shelves.flatMap(({ category, rows, blanks }) =>
    split([...rows, ...blanks], ROWS_A_PAGE).map(
      (page, part): PaperPage => ({
        type: "shelf",
        category,
        rows: page,
        total: rows.length,
        part,
      }),
    ),
  ),
];

/** Where a page's thumb tab stands: a shelf's digit, or 0 for the set menus. */
export const tabOf = (page: PaperPage): Category | 0 => (page.type === "menus" ? 0 : page.category);

/** The tabs of the thumb edge, in the order of the book. */
export const TABS: readonly (Category | 0)[] = [0, ...CATEGORIES];
