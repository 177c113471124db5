import { describe, expect, test } from "vitest";
import { columnWidths } from "./column-widths.ts";

const shares = (columns: Parameters<typeof columnWidths>[0]): number[] =>
  columnWidths(columns).map((share) => Number.parseFloat(share));

describe("columns of a ruled page", () => {
  test("keep the form's own widths where every head is Chinese", () => {
    const columns = [
      { width: 6, words: ["日期"] },
      { width: 18, words: ["内容"] },
    ];
    expect(shares(columns)).toEqual([25, 75]);
  });

  test("are no narrower than the longest word of an English head", () => {
    const [narrow = 0, wide = 0] = shares([
      { width: 3, words: ["Residents", "came"] },
      { width: 20, words: ["What"] },
    ]);
    // Nine letters and the cell's edges, in characters, beside the form's twenty.
    expect(narrow / wide).toBeCloseTo((9 * 0.6 + 0.8) / 20);
  });

  test("give an address no more room than a long word", () => {
    const words = (text: string) => [
      { width: 4, words: [text] },
      { width: 20, words: [] },
    ];
    expect(shares(words("a".repeat(80)))).toEqual(shares(words("a".repeat(12))));
  });
});
