import { expect, test } from "vitest";
import { loadWords } from "../locales/index.ts";
import { pendingValueInWords } from "./pending-values.ts";

const words = (await loadWords("zh-CN")).item;

test("values that wait are shown as a person reads them", () => {
  expect(pendingValueInWords("category", 3, words)).toBe("3 实用技术");
  expect(pendingValueInWords("kind", "article", words)).toBe("文章");
  expect(pendingValueInWords("tags", ["春耕", "防汛"], words)).toBe("春耕、防汛");
  expect(pendingValueInWords("minutes", null, words)).toBe(words.nothing);
  expect(pendingValueInWords("reviewed", true, words)).toBe("是");
});

test("a value of another shape is shown raw and short, never an exception", () => {
  expect(pendingValueInWords("category", "九", words)).toBe("九");
  expect(pendingValueInWords("media", { a: 1 }, words)).toBe('{"a":1}');
  expect(pendingValueInWords("somethingNew", "长".repeat(500), words)).toHaveLength(200);
});
