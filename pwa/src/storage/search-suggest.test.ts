import { searchTextOf } from "@dianbo/shared/search";
import { pinyin } from "pinyin-pro";
import { describe, expect, test } from "vitest";
import { prepareSuggestions, suggest } from "./search-suggest.ts";

const titles = [
  "水稻病虫害综合防治",
  "玉米病害怎么防",
  "电影：上甘岭",
  "高血压的日常管理",
  "家庭用药安全",
  "八段锦教学",
];
const rows = prepareSuggestions(
  titles.map((title) => ({
    id: title,
    title: searchTextOf(title, (text) =>
      [...text].map((one) =>
        /\p{Script=Han}/u.test(one) ? [pinyin(one, { toneType: "none", v: true })] : [],
      ),
    ),
  })),
);

describe("what may have been meant", () => {
  test.each([
    ["a wrong character", "上甘领", "电影：上甘岭"],
    ["words the other way round", "防治水稻虫", "水稻病虫害综合防治"],
    ["a letter too few", "shanganling", "电影：上甘岭"],
    ["a letter too many", "gaoxuueya", "高血压的日常管理"],
    ["a wrong character in the middle", "高血鸭管理", "高血压的日常管理"],
  ])("%s: %s", (_, query, title) => {
    expect(suggest(query, rows, 5)[0]).toBe(title);
  });

  test.each(["1014", "龙", "qqqqqq", "飞机", ""])("%s suggests nothing", (query) => {
    expect(suggest(query, rows, 5)).toEqual([]);
  });
});
