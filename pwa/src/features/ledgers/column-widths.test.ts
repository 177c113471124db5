import { describe, expect, test } from "vitest";
import { columnWidths } from "./column-widths.ts";

const shares = (columns: Parameters<typeof columnWidths>[0], room = 50): number[] =>
  columnWidths(columns, room).map((share) => Number.parseFloat(share));
const sum = (all: readonly number[]): number => all.reduce((one, other) => one + other, 0);

describe("columns of a ruled page", () => {
  test("keep the form's own widths where every head is Chinese", () => {
    const columns = [
      { width: 6, words: ["日期"] },
      { width: 18, words: ["内容"] },
    ];
    expect(shares(columns)).toEqual([25, 75]);
  });

  test("are no narrower than the longest word of an English head, and fill the page", () => {
    const all = shares([
      { width: 3, words: ["Residents", "came"] },
      { width: 3, words: ["No."] },
      { width: 40, words: ["What"] },
    ]);
    // Nine letters and the cell's edges, in characters of a page of fifty.
    expect(all[0]).toBeCloseTo(((9 * 0.55 + 0.9) / 50) * 100);
    expect(sum(all)).toBeCloseTo(100);
    expect(all[2]).toBeGreaterThan(70);
  });

  test("give an address no more room than a long word", () => {
    const words = (text: string) => [
      { width: 4, words: [text] },
      { width: 20, words: [] },
    ];
    expect(shares(words("a".repeat(80)))).toEqual(shares(words("a".repeat(12))));
  });

  test("fall back to the form's widths where the page holds no more", () => {
    const narrow = [
      { width: 5, words: ["Equipment"] },
      { width: 15, words: ["Description"] },
    ];
    expect(shares(narrow, 10)).toEqual([25, 75]);
  });
});
