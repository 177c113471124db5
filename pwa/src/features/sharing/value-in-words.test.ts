import { describe, expect, test } from "vitest";
import { loadWords } from "../../locales/index.ts";
import { valueInWords } from "./value-in-words.ts";

const words = (await loadWords("zh-CN")).item;

describe("a value of a list", () => {
  test("is said as a person says it", () => {
    expect(valueInWords("category", 3, words)).toBe("实用技术");
    expect(valueInWords("tags", ["党史", "微党课"], words)).toBe("党史、微党课");
    expect(valueInWords("note", null, words)).toBe(words.nothing);
    expect(valueInWords("mood", { a: 1 }, words)).toBe('{"a":1}');
    expect(valueInWords("note", "长".repeat(500), words)).toHaveLength(160);
  });
});
