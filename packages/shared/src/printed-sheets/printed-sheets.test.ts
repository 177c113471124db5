import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { CATEGORIES, type Category } from "../category/index.ts";
import { civilDateSchema } from "../clock/index.ts";
import type { Courseware } from "../courseware/index.ts";
import { deviceIdSchema, recordIdSchema } from "../identity/index.ts";
import { changesSinceEdition, numberAt, type ProgrammeShelf } from "../programme/index.ts";
import type { MenuRow } from "../programme-book/index.ts";
import { copyingSlip, stripsByShelf, wallBlanks } from "./copying-slip.ts";
import { cardSheets, menuCards } from "./menu-card.ts";
import { type NoticeShowing, noticePages, noticeShowings } from "./preview-notice.ts";
import { speakPrinted } from "./speak-printed.ts";
import { WALL, type WallCell, wallPages, wallScale, wallTiles } from "./wall-sheet.ts";

let minted = 0;
const newId = (): string => {
  minted += 1;
  return `test-id-${String(minted).padStart(16, "0")}`;
};
const id = () => v.parse(recordIdSchema, newId());
const day = (date: string) => v.parse(civilDateSchema, date);

const item = (category: Category, place: number, title = `第 ${place} 部`): Courseware => ({
  id: id(),
  life: "alive",
  pending: [],
  title,
  kind: "video",
  category,
  number: numberAt(category, place),
});

const shelf = (category: Category, titles: readonly string[]): ProgrammeShelf => ({
  category,
  rows: titles.map((title, at) => ({
    number: numberAt(category, at + 1),
    item: item(category, at + 1, title),
  })),
  blanks: [1, 2, 3, 4, 5, 6].map((more) => ({
    number: numberAt(category, titles.length + more),
    item: undefined,
  })),
});

const menu = (number: number, words: readonly string[], noteAfter?: string): MenuRow => {
  const own = id();
  return {
    number,
    menu: { id: own, life: "alive", name: `套餐 ${number}`, number, noteAfter },
    times: {
      total: 10 * words.length,
      session: 60,
      over: 0,
      entries: words.map((title, at) => ({
        entry: { id: id(), life: "alive", menu: own, order: `a${at}` },
        item: item(1, at + 1, title),
        minutes: 10,
        startsAt: 0,
      })),
    },
  };
};

const heightOf = (cell: WallCell): number =>
  cell.type === "shelf" ? WALL.shelf : cell.look === "long" ? WALL.longRow : WALL.row;

describe("the wall sheet", () => {
  it("puts the 86 items of a small site and ten menus on one sheet, in two columns", () => {
    const counts = { 1: 18, 2: 16, 3: 20, 4: 16, 5: 16 };
    const pages = wallPages(
      {
        menus: Array.from({ length: 10 }, (_, at) => menu(at + 1, [])),
        shelves: CATEGORIES.map((category) =>
          shelf(category, Array<string>(counts[category]).fill("高血压的日常管理")),
        ),
      },
      0,
    );
    expect(pages).toHaveLength(1);
    expect(pages[0]?.columns).toHaveLength(2);
    expect(pages[0]?.columns[1]?.[0]).toMatchObject({ type: "shelf", category: 3, begun: "left" });
  });

  it("names every item once, in order, holds each column's height, and begins no column without its shelf", () => {
    const titles = fc.array(fc.constantFrom("短", "长".repeat(30), "很".repeat(300)), {
      maxLength: 120,
    });
    fc.assert(
      fc.property(
        fc.array(titles, { maxLength: 5 }),
        fc.nat(6),
        fc.nat(45),
        (lists, blanks, menus) => {
          const shelves = CATEGORIES.map((category) => shelf(category, lists[category - 1] ?? []));
          const pages = wallPages(
            { menus: Array.from({ length: menus }, (_, at) => menu(at + 1, [])), shelves },
            blanks,
          );
          const numbers = pages.flatMap(({ columns }) =>
            columns.flatMap((cells) =>
              cells.flatMap((cell) => (cell.type === "row" ? [cell.number] : [])),
            ),
          );
          expect(numbers).toEqual(
            shelves.flatMap(({ rows, blanks: kept }) =>
              [...rows, ...kept.slice(0, blanks)].map(({ number }) => number),
            ),
          );
          for (const { columns, scale } of pages) {
            for (const cells of columns) {
              expect(cells[0]?.type).toBe("shelf");
              expect(cells.at(-1)?.type).toBe("row");
              const height = cells.reduce((sum, cell) => sum + heightOf(cell), 0);
              expect(height).toBeLessThanOrEqual(
                WALL.height / scale - WALL.edge.top - WALL.edge.bottom,
              );
            }
          }
        },
      ),
    );
  });

  it("is set a little smaller where that spares a sheet, and only then", () => {
    const sheet = (count: number) =>
      wallPages({ menus: [], shelves: [shelf(1, Array<string>(count).fill("短"))] }, 0);
    expect(sheet(98).map(({ scale }) => scale)).toEqual([1]);
    expect(sheet(106)).toHaveLength(1);
    expect(sheet(106)[0]?.scale).toBeLessThan(1);
    expect(sheet(150).map(({ scale }) => scale)).toEqual([1, 1]);
  });

  it("lays ten thousand items out without delay", () => {
    const shelves = CATEGORIES.map((category) => shelf(category, Array<string>(2_000).fill("短")));
    const started = performance.now();
    const pages = wallPages({ menus: [], shelves }, 2);
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(pages.length).toBeGreaterThan(80);
  });

  it("is nothing where there is nothing", () => {
    expect(wallPages({ menus: [], shelves: [] }, 2)).toEqual([]);
  });

  it("comes on pieces of A4 that show every part of it", () => {
    for (const paper of ["two", "four"] as const) {
      const tiles = wallTiles(paper);
      expect(tiles).toHaveLength(paper === "two" ? 2 : 4);
      const last = tiles.at(-1);
      // The sheet's far corner lies inside the last piece's window.
      const window = last?.landscape === true ? [281, 194] : [194, 281];
      expect((last?.left ?? 0) + WALL.width * wallScale(paper)).toBeLessThanOrEqual(
        (window[0] ?? 0) + 0.01,
      );
      expect((last?.top ?? 0) + WALL.height * wallScale(paper)).toBeLessThanOrEqual(
        (window[1] ?? 0) + 0.01,
      );
    }
    expect(wallScale("a3")).toBe(1);
    expect(wallScale("four")).toBeGreaterThan(1.3);
  });
});

describe("the copying slip", () => {
  const edition = {
    rows: [],
    blanks: new Set([5017, 5018, 5019, 3021]),
    menus: [],
    supplements: [],
  };

  it("says where each new item has a row, and leaves out what is copied", () => {
    const items = [17, 18, 19, 40].map((place) => item(5, place));
    const copied = { ...item(3, 21), handWritten: 3021 };
    const all = [...items, copied];
    const rows = copyingSlip(
      changesSinceEdition(edition, all, []),
      edition,
      new Map(all.map((one) => [one.id, one])),
      2,
    );
    expect(rows.map(({ number, inBook, onWall }) => [number, inBook, onWall])).toEqual([
      [5017, true, true],
      [5018, true, true],
      [5019, true, false],
      [5040, false, false],
    ]);
    expect(stripsByShelf(rows).map(({ category, rows: own }) => [category, own.length])).toEqual([
      [5, 2],
    ]);
  });

  it("knows the blank rows of the wall sheet: the first of the book's own", () => {
    expect([...wallBlanks(edition, 2)].sort()).toEqual([3021, 5017, 5018]);
    expect(wallBlanks(edition, 0).size).toBe(0);
  });
});

describe("a set menu's card", () => {
  it("is half a sheet where that is enough, with its questions", () => {
    const [card, more] = menuCards(
      menu(7, ["一", "二", "三"], "家里哪里滑？\n\n药怎么看？\n三\n四"),
    );
    expect(card).toMatchObject({ number: 7, size: "half", lineHeight: 18 });
    expect(card?.talk).toEqual(["家里哪里滑？", "药怎么看？", "三"]);
    expect(more).toBeUndefined();
  });

  it("takes a whole sheet, or several, where the menu is long, and loses no line", () => {
    const long = menuCards(
      menu(
        1,
        Array.from({ length: 50 }, (_, at) => `第 ${at} 部`),
      ),
    );
    expect(long.length).toBeGreaterThan(1);
    expect(long.every(({ size }) => size === "whole")).toBe(true);
    expect(long.flatMap(({ lines }) => lines)).toHaveLength(50);
    expect(menuCards(menu(2, []))).toHaveLength(1);
  });

  it("shares a sheet with another half", () => {
    const halves = [1, 2, 3].flatMap((number) => menuCards(menu(number, ["一"])));
    expect(cardSheets(halves).map((sheet) => sheet.length)).toEqual([2, 1]);
  });
});

describe("the preview notice", () => {
  const showing = (at: number, lines: number): NoticeShowing => ({
    id: `s${at}`,
    date: day("2026-11-26"),
    start: 1140,
    place: "活动室",
    branch: undefined,
    mustPlay: false,
    content: {
      type: "menu",
      number: 7,
      name: "老年保健餐",
      minutes: 56,
      lines: Array.from({ length: lines }, (_, line) => ({
        id: `l${line}`,
        number: 5001 + line,
        words: "高血压的日常管理",
        minutes: 27,
      })),
    },
  });

  it("draws the first showing large, and the others with their lines while there is room", () => {
    const [page, more] = noticePages([showing(1, 3), showing(2, 1)]);
    expect(page?.showings.map(({ look }) => look)).toEqual(["large", "short"]);
    expect(page?.last).toBe(true);
    expect(more).toBeUndefined();
  });

  it("names every showing once, and the ways to ask on the last sheet only", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 40 }), (counts) => {
        const all = counts.map((lines, at) => showing(at, lines));
        const pages = noticePages(all);
        expect(pages.flatMap(({ showings }) => showings.map((one) => one.showing))).toEqual(all);
        expect(pages.filter(({ last }) => last)).toEqual([pages.at(-1)]);
      }),
    );
  });

  it("leaves out what was called off, and says what nobody has chosen yet", () => {
    const session = {
      date: day("2026-11-28"),
      rule: undefined,
      occurs: undefined,
      stored: true,
    };
    const library = { menus: new Map(), entries: new Map(), items: new Map() };
    const shown = noticeShowings(
      [
        { ...session, id: id(), cancelled: true },
        { ...session, id: id(), cancelled: false, content: { type: "menu", menu: id() } },
        {
          ...session,
          id: id(),
          cancelled: false,
          content: { type: "broadcast", name: "农技直播", channel: "CCTV-17" },
        },
      ],
      library,
      () => undefined,
    );
    expect(shown.map(({ content }) => content)).toEqual([
      { type: "open", name: undefined },
      { type: "broadcast", name: "农技直播", channel: "CCTV-17" },
    ]);
  });
});

describe("a sheet that goes to the printer", () => {
  it("marks its numbers as told and keeps its blank rows", () => {
    const one = item(1, 1);
    const device = v.parse(deviceIdSchema, newId());
    const done = speakPrinted([one], 2, { items: [one], leases: [], device }, newId);
    if (!done.ok) throw new Error(done.error.type);
    const fields = done.value.puts.map(({ kind, field }) => `${kind}.${field}`);
    expect(fields).toContain("courseware.spokenAs");
    expect(fields.filter((field) => field === "number-lease.from")).toHaveLength(5);
    const plain = speakPrinted([one], 0, { items: [one], leases: [], device }, newId);
    expect(plain.ok && plain.value.puts.every(({ kind }) => kind === "courseware")).toBe(true);
  });
});
