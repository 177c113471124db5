import { pinyin } from "pinyin-pro";
import { describe, expect, test } from "vitest";
import { items } from "../../testing/book.ts";
import { parseProgrammeNumber } from "../programme/index.ts";
import { type IndexEntry, pinyinIndex, titleToRead } from "./pinyin-index.ts";

const aloud = (title: string): readonly string[] =>
  pinyin(title, { type: "array", toneType: "none", v: true });

const indexOf = (...titles: readonly string[]) =>
  pinyinIndex(
    titles.flatMap((title, at): IndexEntry[] => {
      const number = parseProgrammeNumber(5001 + at);
      return items(5, 1).flatMap((item) =>
        number === undefined ? [] : [{ number, item: { ...item, title } }],
      );
    }),
    aloud,
  ).map(({ letter, entries }) => [letter, ...entries.map(({ item }) => item.title)]);

describe("the pinyin index", () => {
  test("goes by how a word is said, not by its first character alone", () => {
    expect(indexOf("重要思想", "重庆火锅", "长江", "长辈", "音乐", "乐山")).toEqual([
      ["C", "长江", "重庆火锅"],
      ["L", "乐山"],
      ["Y", "音乐"],
      ["Z", "长辈", "重要思想"],
    ]);
  });

  test("looks past quotes and brackets; figures and what has no sound come last", () => {
    expect(indexOf("《民法典》进社区", "“三会一课”", "2026年一号文件", "★", "Wi-Fi", "㐂")).toEqual(
      [
        ["M", "《民法典》进社区"],
        ["S", "“三会一课”"],
        ["W", "Wi-Fi"],
        ["0", "2026年一号文件"],
        ["#", "★", "㐂"],
      ],
    );
  });

  test("two items with one title both stand, the lower number first", () => {
    expect(indexOf("八段锦", "八段锦")).toEqual([["B", "八段锦", "八段锦"]]);
  });

  test("a title of marks alone is itself", () => {
    expect(titleToRead("！？")).toBe("！？");
    expect(titleToRead(" （上）党课")).toBe("上)党课");
  });
});
