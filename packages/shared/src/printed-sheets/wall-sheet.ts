import type { Category } from "../category/index.ts";
import type { ProgrammeRow } from "../programme/index.ts";
import { type BookContent, flow, type MenuRow, placesOf } from "../programme-book/index.ts";

/** Everything in mm of an A3 sheet in portrait; the style sheet has the same. */
export const WALL = {
  width: 297,
  height: 420,
  /** White at the edges: above and below, left and right. */
  edge: { top: 10, side: 12, bottom: 9.5 },
  /** Between the two columns. */
  gap: 9,
  head: 20,
  /** The head of a sheet that goes on from another. */
  shortHead: 14,
  menusEdge: 6.2,
  menuLine: 10.1,
  menusAcross: 5,
  shelf: 11.4,
  row: 7.4,
  longRow: 11.4,
} as const;

/** Places of one em that a title's line has: at its full size, a little smaller, and at the size of long ones. */
const TITLE_PLACES = { line: 17, small: 19.4, long: 21.5 };

/** Menus that a sheet names at most; more would leave no room for what can be called one by one. */
const MOST_MENUS = 40;

/** How a title stands in its row: on one line, on one a little smaller, on two smaller still in a higher row. */
export type TitleLook = "line" | "small" | "long";

/** More than a column ever holds: the rest of a long list need not be looked at for it. */
const MOST_CELLS = 90;

/** One thing in a column of the wall sheet. */
export type WallCell =
  | {
      readonly type: "shelf";
      readonly category: Category;
      /** Where the shelf began: here, in the column to the left, or on the sheet before. */
      readonly begun: "here" | "left" | "before";
    }
  | ({ readonly type: "row"; readonly look: TitleLook } & ProgrammeRow);

/** One sheet of the wall. */
export interface WallPage {
  /** Two columns at most. */
  readonly columns: readonly (readonly WallCell[])[];
  /** The set menus; only the first sheet has them. */
  readonly menus: readonly MenuRow[];
  /** From 1. */
  readonly place: number;
  /** How much smaller than usual everything is set; the sheet is that much larger inside. */
  readonly scale: number;
}

/** A little smaller, where that spares a sheet: 16 pt become 14.4 at least. */
const SCALES = [1, 0.96, 0.93, 0.9] as const;

/** How a title stands in its row on the wall, and on a strip that is pasted there. */
export const titleLook = (title: string): TitleLook => {
  const places = placesOf(title);
  if (places <= TITLE_PLACES.line) return "line";
  return places <= TITLE_PLACES.small ? "small" : "long";
};

const heightOf = (cell: WallCell): number => {
  if (cell.type === "shelf") return WALL.shelf;
  return cell.look === "long" ? WALL.longRow : WALL.row;
};

const menusHeight = (count: number): number =>
  count === 0 ? 0 : WALL.menusEdge + Math.ceil(count / WALL.menusAcross) * WALL.menuLine;

/** The columns of one sheet: as much of the cells as fits. */
const fill = (
  cells: readonly WallCell[],
  height: number,
): { readonly columns: readonly (readonly WallCell[])[]; readonly rest: readonly WallCell[] } => {
  const columns: (readonly WallCell[])[] = [];
  let rest = cells;
  while (rest.length > 0 && columns.length < 2) {
    const [[column = []] = []] = flow(
      rest.slice(0, MOST_CELLS).map((content) => ({
        height: heightOf(content),
        heading: content.type === "shelf",
        content,
      })),
      { height, columns: 1 },
    );
    columns.push(column);
    rest = goOn(rest.slice(column.length), column, columns.length === 1 ? "left" : "before");
  }
  return { columns, rest };
};

/** A shelf that was broken off has its name again where it goes on. */
const goOn = (
  rest: readonly WallCell[],
  column: readonly WallCell[],
  begun: "left" | "before",
): readonly WallCell[] => {
  if (rest[0] === undefined || rest[0].type === "shelf") return rest;
  const shelf = column.filter((cell) => cell.type === "shelf").at(-1);
  return shelf === undefined ? rest : [{ ...shelf, begun }, ...rest];
};

const layOut = (
  content: Pick<BookContent, "menus" | "shelves">,
  blanks: number,
  scale: number,
): readonly WallPage[] => {
  const listed = content.menus.slice(0, MOST_MENUS);
  let rest: readonly WallCell[] = content.shelves.flatMap((shelf): readonly WallCell[] => {
    const rows = [...shelf.rows, ...shelf.blanks.slice(0, blanks)];
    return rows.length === 0
      ? []
      : [
          { type: "shelf", category: shelf.category, begun: "here" },
          ...rows.map(
            (row): WallCell => ({
              type: "row",
              look: row.item === undefined ? "line" : titleLook(row.item.title),
              ...row,
            }),
          ),
        ];
  });
  const pages: WallPage[] = [];
  const inside = WALL.height / scale - WALL.edge.top - WALL.edge.bottom;
  while (rest.length > 0 || (pages.length === 0 && listed.length > 0)) {
    const first = pages.length === 0;
    const height = first
      ? inside - WALL.head - menusHeight(listed.length)
      : inside - WALL.shortHead;
    const filled = fill(rest, height);
    pages.push({
      columns: filled.columns,
      menus: first ? listed : [],
      place: pages.length + 1,
      scale,
    });
    rest = filled.rest;
  }
  return pages;
};

/**
 * Lays the programme list out for the wall: set menus across the top of the first sheet, then the shelves
 * down two columns. Blank rows stand at each shelf's end, for the pen.
 */
export const wallPages = (
  content: Pick<BookContent, "menus" | "shelves">,
  blanks: number,
): readonly WallPage[] => {
  const [usual = [], ...smaller] = SCALES.map((scale) => layOut(content, blanks, scale));
  return smaller.reduce((best, pages) => (pages.length < best.length ? pages : best), usual);
};

/** How a wall sheet comes out of the printer: one A3, or pieces of A4 that are cut and put together. */
export type WallPaper = "a3" | "two" | "four";

/** A piece of A4 with the part of the sheet that it shows. */
export interface WallTile {
  readonly landscape: boolean;
  /** How much larger than on A3 everything is. */
  readonly scale: number;
  /** Where the sheet's corner lies from the corner of the piece's window, in mm. */
  readonly left: number;
  readonly top: number;
  /** Sides along which another piece joins, so that they are cut. */
  readonly joins: { readonly right: boolean; readonly below: boolean };
  /** Row and column of the piece, from 1. */
  readonly row: number;
  readonly column: number;
}

/** White around a piece that a printer cannot reach; cut off, or glued under. */
export const TILE_EDGE = 8;

const A4 = { short: 210, long: 297 };

/** The pieces of A4 that make a wall sheet; none for A3. */
export const wallTiles = (paper: Exclude<WallPaper, "a3">): readonly WallTile[] => {
  const landscape = paper === "two";
  const across = landscape ? 1 : 2;
  const width = (landscape ? A4.long : A4.short) - 2 * TILE_EDGE;
  const height = (landscape ? A4.short : A4.long) - 2 * TILE_EDGE;
  const scale = Math.min((width * across) / WALL.width, (height * 2) / WALL.height);
  const spareX = (width * across - WALL.width * scale) / 2;
  const spareY = (height * 2 - WALL.height * scale) / 2;
  return [0, 1].flatMap((row) =>
    Array.from(
      { length: across },
      (_, column): WallTile => ({
        landscape,
        scale,
        left: spareX - column * width,
        top: spareY - row * height,
        joins: { right: column + 1 < across, below: row === 0 },
        row: row + 1,
        column: column + 1,
      }),
    ),
  );
};

/** How much larger than on A3 the wall sheet is on this paper; strips to paste on are printed alike. */
export const wallScale = (paper: WallPaper): number =>
  paper === "a3" ? 1 : (wallTiles(paper)[0]?.scale ?? 1);
