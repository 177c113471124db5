import { describe, expect, test } from "vitest";
import { SAMPLE_COURSEWARE } from "../sample/sample-courseware.ts";
import { orderBySeries } from "./order-by-series.ts";
import { seriesOf } from "./series-of.ts";

describe("a title's place in its series", () => {
  test.each([
    ["党员应知应会党章知识(上)", "党员应知应会党章知识", 1],
    ["党员应知应会党章知识（下）", "党员应知应会党章知识", 3],
    ["《中国共产党纪律处分条例》解读(一)", "中国共产党纪律处分条例解读", 1],
    ["《食用菌栽培实用技术（二）》", "食用菌栽培实用技术", 2],
    ["微党课第三讲：一面党旗的故事", "微党课", 3],
    ["微党课 第12集", "微党课", 12],
    ["第十一讲 大棚番茄的水肥", "", 11],
    ["民法典进社区系列之二", "民法典进社区", 2],
    ["中医养生（系列之四）", "中医养生", 4],
    ["果树修剪·中", "果树修剪", 2],
    ["果树修剪下集", "果树修剪", 3],
    ["八段锦教学(3/8)", "八段锦教学", 3],
    ["八段锦教学２", "八段锦教学", 2],
    ["防汛避险 ①", "防汛避险", 1],
    ["Safety at home EP07", "safety at home", 7],
    ["广场舞（一）：基础步法", "广场舞", 1],
    ["反诈课堂 第二十三期", "反诈课堂", 23],
  ])("%s", (title, name, place) => {
    expect(seriesOf(title)).toEqual({ name, place });
  });

  test.each([
    "关于2026年中央一号文件的解读",
    "第一书记的扶贫笔记",
    "写在长城上",
    "天下粮仓",
    "党的二十大",
    "三会一课记录规范样例",
    "平均气温 2026",
    "",
  ])("none: %s", (title) => {
    expect(seriesOf(title)).toBeUndefined();
  });

  test("few titles of the sample library, and those rightly", () => {
    const seen = SAMPLE_COURSEWARE.filter(([, title]) => seriesOf(title) !== undefined);
    expect(seen.map(([number]) => number)).toEqual([1004, 1005, 1007, 3003, 3004, 3018]);
  });

  test("a hostile title costs no time", () => {
    const started = performance.now();
    for (const sign of ["第一", "(", "· ", "一", " "]) seriesOf(sign.repeat(100_000));
    // No measure of the work: a pattern that runs wild takes years, a busy machine seconds.
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe("items of a list", () => {
  test("the parts stand together and in order, the rest where it was", () => {
    const titles = [
      "甲",
      "修剪（下）",
      "乙",
      "修剪（上）",
      "第二讲 子",
      "丙",
      "第一讲 丑",
      "修剪（中）",
    ];
    expect(orderBySeries(titles, (title) => title)).toEqual([
      "甲",
      "修剪（上）",
      "修剪（中）",
      "修剪（下）",
      "乙",
      "第一讲 丑",
      "第二讲 子",
      "丙",
    ]);
  });
});
