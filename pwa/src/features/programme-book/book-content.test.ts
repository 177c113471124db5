import { categorySchema } from "@dianbo/shared/category";
import type { Courseware } from "@dianbo/shared/courseware";
import { deviceIdSchema, recordIdSchema } from "@dianbo/shared/identity";
import type { NumberBook } from "@dianbo/shared/programme";
import type { SetMenu } from "@dianbo/shared/set-menu";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import {
  type Blanks,
  bookContent,
  isLongTitle,
  MENUS_A_PAGE,
  menuRange,
  paperPages,
  ROWS_A_PAGE,
} from "./book-content.ts";

let minted = 0;
const newId = (): string => {
  minted += 1;
  return `test-id-${String(minted).padStart(12, "0")}`;
};
const device = v.parse(deviceIdSchema, newId());

const shelfOf = (digit: number, count: number): readonly Courseware[] =>
  Array.from({ length: count }, (_, index) => ({
    id: v.parse(recordIdSchema, newId()),
    life: "alive",
    pending: [],
    title: `第 ${index + 1} 部`,
    kind: "video",
    category: v.parse(categorySchema, digit),
    number: digit * 1000 + index + 1,
  }));

const menus = (count: number): readonly SetMenu[] =>
  Array.from({ length: count }, (_, index) => ({
    id: v.parse(recordIdSchema, newId()),
    life: "alive",
    name: `套餐 ${index + 1}`,
    number: index + 1,
  }));

const bookOf = (items: readonly Courseware[], blanks: Blanks, menuCount = 0) => {
  const book: NumberBook = { items, leases: [], device };
  return bookContent(book, menus(menuCount), [], () => undefined, blanks, newId);
};

describe("the book's content", () => {
  it("puts set menus first, then every shelf on a page of its own", () => {
    const pages = paperPages(bookOf([...shelfOf(1, 19), ...shelfOf(5, 16)], 2, MENUS_A_PAGE + 1));
    expect(pages.map((page) => (page.type === "menus" ? "menus" : page.category))).toEqual([
      "menus",
      "menus",
      1,
      1,
      2,
      3,
      4,
      5,
    ]);
    expect(pages.every((page) => page.rows.length <= ROWS_A_PAGE)).toBe(true);
    expect(pages.map(({ part }) => part)).toEqual([0, 1, 0, 1, 0, 0, 0, 0]);
  });

  it("ends a shelf with blank rows under its next numbers", () => {
    const shelf = bookOf(shelfOf(5, 16), 2).shelves.at(-1);
    expect(shelf?.blanks.map(({ number }) => number)).toEqual([5017, 5018]);
  });

  it.each([
    [0, 18],
    [16, 2],
    [17, 19],
    [18, 18],
    [20, 16],
  ])("fills the page of a shelf of %i with %i blank rows, two at least", (rows, blanks) => {
    expect(bookOf(shelfOf(2, rows), "fill").blanks[2]).toBe(blanks);
  });

  it("prints the numbers that this device will really give out, gaps in its leases first", () => {
    const book: NumberBook = {
      items: [...shelfOf(1, 2), ...shelfOf(1, 30).slice(29)],
      leases: [{ id: v.parse(recordIdSchema, newId()), device, category: 1, from: 1, to: 10 }],
      device,
    };
    const content = bookContent(book, [], [], () => undefined, 2, newId);
    expect(content.shelves[0]?.blanks.map(({ number }) => number)).toEqual([1003, 1004]);
  });

  it("names the range of the menus' numbers", () => {
    expect(menuRange(bookOf([], 0, 10).menus)).toBe("1–10");
    expect(menuRange(bookOf([], 0, 1).menus)).toBe("1");
    expect(menuRange([])).toBe("");
  });

  it("knows which titles need two lines", () => {
    expect(isLongTitle("《中国共产党纪律处分条例》解读（一）", false)).toBe(true);
    expect(isLongTitle("城乡居民基本医疗保险参保问答", false)).toBe(false);
    expect(isLongTitle("城乡居民基本医疗保险参保问答", true)).toBe(false);
    expect(isLongTitle("党建引领小区治理案例三则一二三", true)).toBe(true);
  });
});
