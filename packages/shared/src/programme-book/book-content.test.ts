import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { bookOf, items, onDevice } from "../../testing/book.ts";
import { countingIds } from "../../testing/pc.ts";
import { recordIdSchema } from "../identity/index.ts";
import type { NumberBook } from "../programme/index.ts";
import { bookContent, numberRange } from "./book-content.ts";

import { measuresOf, PRINT_SIZES } from "./print-size.ts";
import { settingOf } from "./title-lines.ts";

const newId = countingIds("content");

describe("the book's content", () => {
  it("ends a shelf with blank rows under its next numbers", () => {
    const shelf = bookOf(items(5, 16), { blanks: 2 }).shelves.at(-1);
    expect(shelf?.blanks.map(({ number }) => number)).toEqual([5017, 5018]);
  });

  it.each([
    [0, 18],
    [16, 2],
    [17, 19],
    [18, 18],
    [20, 16],
  ])("fills the page of a shelf of %i with %i blank rows, two at least", (rows, blanks) => {
    expect(bookOf(items(2, rows), { blanks: "fill" }).blanks[2]).toBe(blanks);
  });

  it("counts a very long title as two rows of the page it fills", () => {
    const long = items(3, 4, "很长的题目".repeat(12));
    expect(bookOf(long, { blanks: "fill" }).blanks[3]).toBe(10);
  });

  it("fills the fewer rows of large print", () => {
    expect(bookOf(items(2, 10), { blanks: "fill", size: 22 }).blanks[2]).toBe(2);
  });

  it("prints the numbers that this device will really give out, gaps in its leases first", () => {
    const device = onDevice;
    const book: NumberBook = {
      items: [...items(1, 2), ...items(1, 30).slice(29)],
      leases: [{ id: v.parse(recordIdSchema, newId()), device, category: 1, from: 1, to: 10 }],
      device,
    };
    const content = bookContent(
      { book, menus: [], entries: [], itemOf: () => undefined },
      { blanks: 2, size: 16 },
      newId,
    );
    expect(content.shelves[0]?.blanks.map(({ number }) => number)).toEqual([1003, 1004]);
  });

  it("names a range of numbers", () => {
    expect(numberRange([1, 2, 10])).toBe("1–10");
    expect(numberRange([1])).toBe("1");
    expect(numberRange([])).toBe("");
  });
});

describe("how a title is set", () => {
  const usual = measuresOf(16);

  it.each([
    ["城乡居民基本医疗保险参保问答", false, "line", 1],
    ["城乡居民基本医疗保险参保问答", true, "long", 1],
    ["《中国共产党纪律处分条例》解读（一）", false, "long", 1],
    ["第一次全国自然灾害综合风险普查知识讲座：家庭怎样做准备（上）", false, "long", 1],
    ["很长的题目".repeat(60), false, "long", 2],
    ["𠮷㐂𠮷㐂𠮷㐂𠮷㐂𠮷㐂𠮷㐂", false, "line", 1],
    ["a".repeat(300), false, "long", 2],
  ])("%s", (title, isFilm, look, slots) => {
    expect(settingOf(title, isFilm, usual)).toEqual({ look, slots });
  });

  it("fewer characters fit the larger the print", () => {
    const lines = PRINT_SIZES.map((size) => measuresOf(size).titleLine);
    expect([...lines].sort((a, b) => b - a)).toEqual(lines);
    expect(PRINT_SIZES.map((size) => measuresOf(size).rows)).toEqual([18, 16, 12]);
  });
});
