import type { Category } from "../category/index.ts";
import type { ProgrammeNumber, ProgrammeRow } from "../programme/index.ts";
import { type BookContent, itemCount, type MenuRow, numberRange, slotsOf } from "./book-content.ts";
import { type Block, flow } from "./flow.ts";
import { type IndexEntry, pinyinIndex, type ReadAloud } from "./pinyin-index.ts";
import { AREA_MM, type Measures, measuresOf, type PrintSize } from "./print-size.ts";
import { linesOf } from "./title-lines.ts";

/** How the sheets come out: one side, both sides, or two pages a side to be folded into a booklet. */
export type Sides = "one" | "two" | "folded";

/** What the booklet has beside menus and shelves. */
export interface BookParts {
  readonly cover: boolean;
  readonly pinyin: boolean;
  readonly numbers: boolean;
  readonly back: boolean;
}

/** How the booklet is laid out. */
export interface BookLayout {
  readonly size: PrintSize;
  readonly sides: Sides;
  readonly parts: BookParts;
}

/** What a part of the book is called on the cover and in the index of numbers. */
export type PartName = "menus" | Category | "pinyin" | "numbers";

/** A line of the cover: where a part begins. */
export interface ContentsLine {
  readonly part: PartName;
  /** Items or menus in it. */
  readonly count: number;
  /** Its first page, from 1. */
  readonly place: number;
}

/** A line of the index of numbers: the numbers of one page. */
export interface NumberLine {
  readonly from: number;
  readonly to: number;
  readonly place: number;
}

/** One thing in a column of the index of numbers. */
export type NumberCell =
  | { readonly type: "part"; readonly part: PartName | "former" }
  | ({ readonly type: "numbers" } & NumberLine)
  /** A number that an item had before: it goes on answering. */
  | { readonly type: "former"; readonly former: number; readonly number: ProgrammeNumber };

/** One thing in a column of the pinyin index. */
export type IndexCell =
  | { readonly type: "letter"; readonly letter: string }
  | ({ readonly type: "entry"; readonly lines: number } & IndexEntry);

/** One page of paper. */
export type PaperPage =
  | { readonly type: "cover"; readonly contents: readonly ContentsLine[] }
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
      readonly rows: readonly ProgrammeRow[];
      /** Items on the whole shelf. */
      readonly total: number;
      /** 0 on a shelf's first page. */
      readonly part: number;
    }
  | {
      readonly type: "pinyin";
      readonly columns: readonly (readonly IndexCell[])[];
      /** First and last letter of the page. */
      readonly from: string;
      readonly to: string;
      readonly part: number;
    }
  | {
      readonly type: "numbers";
      readonly columns: readonly (readonly NumberCell[])[];
      readonly part: number;
    }
  /** Empty lines, where a part must begin on a right-hand page. */
  | { readonly type: "notes" }
  | { readonly type: "back" };

/** Heights at scale 1, in mm; the style sheet has the same. */
const MENU_NAME_MM = 14.2;
const MENU_LINE_MM = 8.2;
const MOST_MENU_LINES = 4;
const LETTER_MM = 12;
const ENTRY_LINE_MM = 6.8;
const ENTRY_GAP_MM = 2.4;
/** What the fifth digit of a number takes of a line, in characters. */
const FIFTH_DIGIT = 0.8;
const PART_MM = 13;
const NUMBER_MM = 9.4;

/** Lines that a menu's numbers and activities take under its name. */
export const menuLines = ({ times }: MenuRow, measures: Measures): number =>
  linesOf(
    times.entries
      .map(({ entry, item }) => `${entry.activity?.name ?? item?.number ?? item?.title ?? ""}　`)
      .join(""),
    measures.menuLine,
    MOST_MENU_LINES,
  );

const menuPages = ({ menus }: BookContent, measures: Measures): readonly PaperPage[] =>
  flow(
    menus.map(
      (row): Block<MenuRow> => ({
        height: (MENU_NAME_MM + MENU_LINE_MM * menuLines(row, measures)) * measures.scale,
        content: row,
      }),
    ),
    { height: AREA_MM, columns: 1 },
  ).map(([rows = []], part) => ({
    type: "menus",
    rows,
    range: numberRange(menus.map(({ number }) => number)),
    total: menus.length,
    part,
  }));

const shelfPages = (
  { category, rows, blanks }: BookContent["shelves"][number],
  measures: Measures,
): readonly PaperPage[] =>
  flow(
    [...rows, ...blanks].map(
      (row): Block<ProgrammeRow> => ({ height: slotsOf(row, measures), content: row }),
    ),
    { height: measures.rows, columns: 1 },
  ).map(([page = []], part) => ({ type: "shelf", category, rows: page, total: rows.length, part }));

const pinyinPages = (
  { shelves }: BookContent,
  measures: Measures,
  readAloud: ReadAloud,
): readonly PaperPage[] => {
  const entries = shelves.flatMap(({ rows }) =>
    rows.flatMap(({ number, item }) => (item === undefined ? [] : [{ number, item }])),
  );
  const letters = new Map<IndexCell, string>();
  const blocks = pinyinIndex(entries, readAloud).flatMap(({ letter, entries: group }) => [
    {
      height: LETTER_MM * measures.scale,
      heading: true,
      content: { type: "letter", letter } satisfies IndexCell,
    },
    ...group.map((entry): Block<IndexCell> => {
      const line = measures.indexLine - (entry.number > 9999 ? FIFTH_DIGIT : 0);
      const lines = linesOf(entry.item.title, line, 2);
      const content: IndexCell = { type: "entry", lines, ...entry };
      letters.set(content, letter);
      return { height: (lines * ENTRY_LINE_MM + ENTRY_GAP_MM) * measures.scale, content };
    }),
  ]);
  return flow<IndexCell>(blocks, { height: AREA_MM, columns: measures.indexColumns }).map(
    (columns, part) => {
      const own = columns.flat().flatMap((cell) => letters.get(cell) ?? []);
      return { type: "pinyin", columns, from: own[0] ?? "", to: own.at(-1) ?? "", part };
    },
  );
};

/** The pages of menus and shelves with their places, as the index of numbers lists them. */
const numberCells = (
  pages: readonly PaperPage[],
  placeOfPage: (index: number) => number,
): readonly NumberCell[] => {
  const cells: NumberCell[] = [];
  let part: PartName | undefined;
  const former: NumberCell[] = [];
  for (const [index, page] of pages.entries()) {
    if (page.type !== "menus" && page.type !== "shelf") continue;
    const numbers = page.rows.map(({ number }) => number);
    const from = numbers[0];
    const to = numbers.at(-1);
    if (from === undefined || to === undefined) continue;
    const name = page.type === "menus" ? "menus" : page.category;
    if (name !== part) cells.push({ type: "part", part: name });
    part = name;
    cells.push({ type: "numbers", from, to, place: placeOfPage(index) });
    if (page.type === "menus") continue;
    for (const { number, item } of page.rows) {
      for (const one of item?.formerNumbers ?? []) {
        former.push({ type: "former", former: one, number });
      }
    }
  }
  return former.length === 0 ? cells : [...cells, { type: "part", part: "former" }, ...former];
};

const numberPages = (pages: readonly PaperPage[], measures: Measures): readonly PaperPage[] =>
  flow(
    numberCells(pages, (index) => index + 1).map(
      (cell): Block<NumberCell> => ({
        height: (cell.type === "part" ? PART_MM : NUMBER_MM) * measures.scale,
        heading: cell.type === "part",
        content: cell,
      }),
    ),
    { height: AREA_MM, columns: measures.numberColumns },
  ).map((columns, part) => ({ type: "numbers", columns, part }));

/** Whether a page of the book lies on the right when it is open; pages are counted from 1. */
export const isRightPage = (place: number): boolean => place % 2 === 1;

const partOf = (page: PaperPage): PartName | undefined => {
  switch (page.type) {
    case "menus":
    case "pinyin":
    case "numbers":
      return page.part === 0 ? page.type : undefined;
    case "shelf":
      return page.part === 0 ? page.category : undefined;
    default:
      return undefined;
  }
};

const countOf = (part: PartName, content: BookContent): number => {
  if (part === "menus") return content.menus.length;
  if (part === "pinyin" || part === "numbers") return itemCount(content);
  return content.shelves.find(({ category }) => category === part)?.rows.length ?? 0;
};

/**
 * Lays the book out on pages: cover, set menus, each shelf from a new page (a right-hand one where both
 * sides are printed), the indexes, and the back. A folded book has a multiple of four pages, a book on
 * both sides an even number; pages that this leaves empty are for notes.
 */
export const bookPages = (
  content: BookContent,
  layout: BookLayout,
  readAloud: ReadAloud,
): readonly PaperPage[] => {
  const measures = measuresOf(layout.size);
  const { parts } = layout;
  const empty = itemCount(content) === 0;
  const pages: PaperPage[] = parts.cover ? [{ type: "cover", contents: [] }] : [];
  const turnToRight = (): void => {
    if (layout.sides !== "one" && !isRightPage(pages.length + 1)) pages.push({ type: "notes" });
  };
  pages.push(...menuPages(content, measures));
  for (const shelf of content.shelves) {
    const own = shelfPages(shelf, measures);
    if (own.length === 0) continue;
    turnToRight();
    pages.push(...own);
  }
  if (parts.pinyin && !empty) {
    turnToRight();
    pages.push(...pinyinPages(content, measures, readAloud));
  }
  if (parts.numbers && !empty) pages.push(...numberPages(pages, measures));
  const last: readonly PaperPage[] = parts.back ? [{ type: "back" }] : [];
  const multiple = { one: 1, two: parts.back ? 2 : 1, folded: 4 }[layout.sides];
  while ((pages.length + last.length) % multiple !== 0) pages.push({ type: "notes" });
  pages.push(...last);
  if (!parts.cover) return pages;
  const contents = pages.flatMap((page, index): ContentsLine[] => {
    const part = partOf(page);
    return part === undefined ? [] : [{ part, count: countOf(part, content), place: index + 1 }];
  });
  return pages.map((page) => (page.type === "cover" ? { ...page, contents } : page));
};

/** Where a page's thumb tab stands: a shelf's digit, or 0 for all else. */
export const tabOf = (page: PaperPage): Category | 0 => (page.type === "shelf" ? page.category : 0);
