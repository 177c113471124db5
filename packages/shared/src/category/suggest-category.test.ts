import { describe, expect, test } from "vitest";
import { SAMPLE_COURSEWARE } from "../sample/sample-courseware.ts";
import { categoryFromDigit } from "./categories.ts";
import { type CategoryHabit, suggestCategory } from "./suggest-category.ts";

const host = "www.example.gov.cn";

describe("the category that is suggested", () => {
  test("first what this administrator did with the same column", () => {
    const habits: readonly CategoryHabit[] = [
      { host, column: "通知公告", category: 4, count: 2 },
      { host, column: "通知公告", category: 3, count: 9 },
      { host: "other.cn", column: "通知公告", category: 1, count: 99 },
    ];
    expect(suggestCategory({ host, column: "通知公告", title: "党课" }, habits)).toEqual({
      category: 3,
      reason: { type: "habit", column: "通知公告", count: 9 },
    });
  });

  test("then the column's own words, then words of title and keywords, with the reason", () => {
    expect(suggestCategory({ host, column: "党建园地", title: "大棚番茄种植" })).toEqual({
      category: 1,
      reason: { type: "column", column: "党建园地", word: "党建" },
    });
    expect(suggestCategory({ host, title: "大棚番茄种植" })).toEqual({
      category: 3,
      reason: { type: "words", words: ["种植", "大棚"] },
    });
    expect(suggestCategory({ host, title: "第三讲", keywords: ["高血压", "用药"] })?.category).toBe(
      5,
    );
  });

  test("none where nothing speaks for one", () => {
    expect(suggestCategory({ host, column: "首页", title: "第三讲" })).toBeUndefined();
    expect(suggestCategory({ host, title: "" })).toBeUndefined();
  });

  test("most titles of the sample library are guessed from their words alone", () => {
    const guesses = SAMPLE_COURSEWARE.map(([number, title]) => ({
      expected: categoryFromDigit(String(number).slice(0, 1)),
      guess: suggestCategory({ host, title })?.category,
    }));
    const right = guesses.filter(({ expected, guess }) => expected === guess).length;
    const wrong = guesses.filter(
      ({ expected, guess }) => guess !== undefined && expected !== guess,
    ).length;
    expect(right).toBeGreaterThanOrEqual(Math.ceil(guesses.length * 0.6));
    expect(wrong).toBeLessThanOrEqual(Math.floor(guesses.length * 0.15));
  });
});
