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

  test("a column whose items went here and there says nothing", () => {
    const habits: readonly CategoryHabit[] = [
      { host, column: "要闻", category: 4, count: 2 },
      { host, column: "要闻", category: 3, count: 3 },
    ];
    expect(
      suggestCategory({ host, column: "要闻", title: "台风来了怎样避险" }, habits)?.category,
    ).toBe(4);
  });

  test("「首页」 is no column, whatever a rule or a habit says of it", () => {
    const habits: readonly CategoryHabit[] = [{ host, column: "首页", category: 2, count: 9 }];
    expect(
      suggestCategory({ host, column: "首页", columnCategory: 2, title: "微党课：老物件" }, habits),
    ).toMatchObject({ category: 1, reason: { type: "words" } });
  });

  test("what the portal's rule says of the column, before the column's own words", () => {
    expect(
      suggestCategory({ host, column: "党建科普", columnCategory: 4, title: "第三讲" }),
    ).toMatchObject({ category: 4, reason: { type: "column", column: "党建科普" } });
  });

  test("a like title filed before, named as the reason; taken back, it is forgotten", () => {
    const page = { host, title: "青禾故事会：老井的来历" };
    expect(suggestCategory(page)?.category).not.toBe(5);
    const filed = [{ title: "青禾故事会：石桥的来历", category: 5 as const }];
    expect(suggestCategory(page, [], filed)).toEqual({
      category: 5,
      reason: { type: "filed", title: "青禾故事会：石桥的来历" },
    });
  });

  test("costs a few milliseconds after 500 filings", () => {
    const filed = Array.from({ length: 500 }, (_, at) => ({
      title: `${SAMPLE_COURSEWARE[at % 86]?.[1]}（${at}）`,
      category: 1 as const,
    }));
    suggestCategory({ host, title: "大棚番茄种植" }, [], filed);
    const started = performance.now();
    for (let turn = 0; turn < 10; turn += 1) {
      suggestCategory({ host, title: `大棚番茄种植${turn}` }, [], filed);
    }
    // Some milliseconds each; what is learned anew at each turn takes seconds.
    expect(performance.now() - started).toBeLessThan(10_000);
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
