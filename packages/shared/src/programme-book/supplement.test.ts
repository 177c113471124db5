import { describe, expect, test } from "vitest";
import { items } from "../../testing/book.ts";
import type { AddedRow, EditionChanges, EditionRow } from "../programme/index.ts";
import { parseProgrammeNumber } from "../programme/index.ts";
import { supplementPages } from "./supplement.ts";

const rows = (digit: number, count: number, title?: string): readonly EditionRow[] =>
  items(digit, count, title).flatMap(({ id, number: digits, title: own }) => {
    const number = parseProgrammeNumber(digits);
    return number === undefined ? [] : [{ id, number, title: own, minutes: 0 }];
  });

const added = (all: readonly EditionRow[], hasBlank = false): readonly AddedRow[] =>
  all.map((row) => ({ ...row, hasBlank }));

const nothing: EditionChanges = {
  added: [],
  changed: [],
  gone: [],
  menus: { added: [], changed: [], gone: [] },
};

const usual = { size: 16, withBlanks: false } as const;

describe("a supplement", () => {
  test("of nothing has no page", () => {
    expect(supplementPages(nothing, usual)).toEqual([]);
  });

  test("leaves to the pen what a blank row waits for, unless one wants it printed", () => {
    const changes = { ...nothing, added: added(rows(5, 3), true) };
    expect(supplementPages(changes, usual)).toEqual([]);
    expect(supplementPages(changes, { ...usual, withBlanks: true })[0]?.rows).toHaveLength(4);
  });

  test("heads each part, splits no row and leaves no heading at a page's foot", () => {
    const [one] = rows(1, 1);
    if (one === undefined) throw new Error("a row");
    const changes: EditionChanges = {
      ...nothing,
      added: added(rows(5, 16)),
      changed: rows(1, 9).map((row) => ({ now: row, was: { ...row, title: "原来的名字" } })),
      gone: rows(2, 3, "很长的题目".repeat(20)),
    };
    const pages = supplementPages(changes, usual);
    expect(pages.flatMap(({ rows: own }) => own.map(({ type }) => type))).toEqual([
      "heading",
      ...Array(16).fill("added"),
      "heading",
      ...Array(9).fill("changed"),
      "heading",
      ...Array(3).fill("gone"),
    ]);
    // The heading of the changed ones would have been the first page's last row.
    expect(pages[0]?.rows).toHaveLength(17);
    expect(pages.every(({ rows: own }) => own.at(-1)?.type !== "heading")).toBe(true);
  });
});
