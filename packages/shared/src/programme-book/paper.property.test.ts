import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bookOf, items } from "../../testing/book.ts";
import { CATEGORIES } from "../category/index.ts";
import { bookPages, isRightPage, type PaperPage, type Sides } from "./book-pages.ts";
import { type Block, flow } from "./flow.ts";
import { imposePages } from "./imposition.ts";
import { PRINT_SIZES } from "./print-size.ts";

const block = fc.record({
  height: fc.integer({ min: 1, max: 40 }),
  heading: fc.boolean(),
  content: fc.nat(),
});

describe("blocks that flow over pages", () => {
  test("keep their order, are never split or lost, fit, and leave no heading last in a column", () => {
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 80 }),
        fc.integer({ min: 1, max: 3 }),
        (drawn, columns) => {
          const blocks: Block<Block<number>>[] = drawn.map((one) => ({ ...one, content: one }));
          const everything: readonly (Block<number> | undefined)[] = drawn;
          const height = 160;
          const pages = flow(blocks, { height, columns });
          expect(pages.flat(2)).toEqual(drawn);
          expect(pages.every((page) => page.length > 0 && page.length <= columns)).toBe(true);
          for (const column of pages.flat()) {
            const headed = column.reduce((sum, one) => sum + one.height, 0);
            expect(headed).toBeLessThanOrEqual(height);
            const last = column.at(-1);
            const at = everything.indexOf(last);
            // Headings upon headings taller than a page are the only ones that cannot be helped.
            const run = column.every(({ heading }) => heading);
            if (!run && at < drawn.length - 1) expect(column.at(-1)?.heading).toBe(false);
          }
        },
      ),
    );
  });
});

describe("folding", () => {
  const unfold = (pages: number, layer: number): (number | undefined)[] => {
    const sides = imposePages(pages, layer);
    const read: (number | undefined)[] = [];
    for (let start = 0; start < sides.length; start += layer * 2) {
      const own = sides.slice(start, start + layer * 2);
      const leaves: (number | undefined)[] = [];
      // From the middle out: what is read in the first half of a layer, then in its second.
      for (let sheet = 0; sheet < own.length / 2; sheet += 1) {
        leaves.push(own[2 * sheet]?.right, own[2 * sheet + 1]?.left);
      }
      for (let sheet = own.length / 2 - 1; sheet >= 0; sheet -= 1) {
        leaves.push(own[2 * sheet + 1]?.right, own[2 * sheet]?.left);
      }
      read.push(...leaves);
    }
    return read;
  };

  test("every page stands once, and the folded book reads from the first to the last", () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: 1, max: 20 }), (pages, layer) => {
        const read = unfold(pages, layer);
        expect(read.filter((page) => page !== undefined)).toEqual(
          Array.from({ length: pages }, (_, page) => page),
        );
        expect(read.slice(0, pages)).not.toContain(undefined);
        expect(read.length % 4).toBe(0);
      }),
    );
  });

  test("front and back of a sheet carry pages that lie behind each other", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), (pages) => {
        const sides = imposePages(pages);
        for (let at = 0; at < sides.length; at += 2) {
          const [front, back] = [sides[at], sides[at + 1]];
          expect(back?.left === undefined || back.left === (front?.right ?? 0) + 1).toBe(true);
          if (front?.left !== undefined) expect(back?.right).toBe(front.left - 1);
        }
      }),
    );
  });

  test("eight pages come on two sheets as printers know them", () => {
    expect(imposePages(8).map(({ left, right }) => [left, right])).toEqual([
      [7, 0],
      [1, 6],
      [5, 2],
      [3, 4],
    ]);
  });
});

const title = fc.oneof(
  fc.constantFrom("八段锦教学", "八段锦教学", "电影《上甘岭》", "𠮷野家的㐂事", "Wi-Fi 怎么用"),
  fc.string({ minLength: 1, maxLength: 300, unit: "binary" }),
);

const rowsOf = (pages: readonly PaperPage[]): readonly number[] =>
  pages.flatMap((page) => (page.type === "shelf" ? page.rows.map(({ number }) => number) : []));

describe("the pages of a book", () => {
  test("every item stands once on its shelf, once in the pinyin index, and on the page that the index of numbers names", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...CATEGORIES), title), { maxLength: 120 }),
        fc.constantFrom(...PRINT_SIZES),
        fc.constantFrom<Sides>("one", "two", "folded"),
        fc.constantFrom(0, 4, "fill" as const),
        fc.nat(20),
        (drawn, size, sides, blanks, menuCount) => {
          const all = CATEGORIES.flatMap((shelf) => {
            const titles = drawn.filter(([on]) => on === shelf).map(([, one]) => one);
            return items(shelf, titles.length).map((item, at) => ({
              ...item,
              title: titles[at] ?? "",
            }));
          });
          const content = bookOf(all, { size, blanks, menuCount });
          const parts = { cover: true, pinyin: true, numbers: true, back: true };
          const pages = bookPages(content, { size, sides, parts }, (text) => [...text]);

          const numbers = all.flatMap(({ number }) => number ?? []);
          const rows = rowsOf(pages);
          expect(rows.filter((number) => numbers.includes(number))).toEqual(numbers);
          expect(new Set(rows).size).toBe(rows.length);

          const indexed = pages.flatMap((page) =>
            page.type === "pinyin"
              ? page.columns.flat().flatMap((cell) => (cell.type === "entry" ? cell.number : []))
              : [],
          );
          expect([...indexed].sort((a, b) => a - b)).toEqual(numbers);

          const lines = pages.flatMap((page) =>
            page.type === "numbers"
              ? page.columns.flat().flatMap((cell) => (cell.type === "numbers" ? cell : []))
              : [],
          );
          for (const number of numbers) {
            const named = lines.filter(({ from, to }) => from <= number && number <= to);
            expect(named).toHaveLength(1);
            expect(rowsOf(pages.slice((named[0]?.place ?? 0) - 1, named[0]?.place))).toContain(
              number,
            );
          }

          if (sides === "folded") expect(pages.length % 4).toBe(0);
          if (sides !== "one") {
            const firsts = pages.flatMap((page, at) =>
              page.type === "shelf" && page.part === 0 ? at + 1 : [],
            );
            expect(firsts.every(isRightPage)).toBe(true);
          }
          const [cover] = pages;
          for (const { part, place } of cover?.type === "cover" ? cover.contents : []) {
            const page = pages[place - 1];
            expect(page?.type === "shelf" ? page.category : page?.type).toBe(part);
          }
        },
      ),
    );
  });

  test("10,000 rows are laid out at once", () => {
    const all = CATEGORIES.flatMap((shelf) => items(shelf, 2000));
    const started = performance.now();
    const content = bookOf(all, {});
    const pages = bookPages(
      content,
      { size: 16, sides: "one", parts: { cover: true, pinyin: true, numbers: true, back: true } },
      (text) => [...text],
    );
    expect(rowsOf(pages)).toHaveLength(10_010);
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  test("an empty book is blank rows and no index; with no blank rows it has only cover and back", () => {
    const parts = { cover: true, pinyin: true, numbers: true, back: true };
    const kinds = (blanks: number) =>
      bookPages(bookOf([], { blanks }), { size: 16, sides: "one", parts }, () => []).map(
        ({ type }) => type,
      );
    expect(kinds(2)).toEqual(["cover", "shelf", "shelf", "shelf", "shelf", "shelf", "back"]);
    expect(kinds(0)).toEqual(["cover", "back"]);
  });
});
