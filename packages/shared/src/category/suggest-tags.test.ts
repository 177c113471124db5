import { describe, expect, test } from "vitest";
import { suggestTags } from "./suggest-tags.ts";

const tags = (...args: Parameters<typeof suggestTags>) =>
  suggestTags(...args).map(({ tag }) => tag);

describe("tags that are offered", () => {
  test("those of like titles first, then for whom it is, then the page's keywords", () => {
    expect(
      tags({ title: "大棚番茄冬季管理", keywords: ["番茄", "冬季"] }, [
        { title: "大棚番茄病虫害绿色防控", category: 3, tags: ["设施蔬菜", "农民"] },
        { title: "微党课：一面党旗的故事", category: 1, tags: ["党史"] },
      ]),
    ).toEqual(["设施蔬菜", "农民", "番茄", "冬季"]);
  });

  test("a tag given before that stands in the title", () => {
    expect(
      tags({ title: "党史里的青禾", keywords: [] }, [
        { title: "一面党旗的故事", category: 1, tags: ["党史"] },
      ]),
    ).toEqual(["党史"]);
  });

  test.each([
    ["老年人防跌倒操", "老年人"],
    ["暑期防溺水安全教育", "青少年"],
    ["妇女两癌筛查", "妇女"],
    ["流动党员怎样参加组织生活", "党员"],
  ])("%s is for %s", (title, audience) => {
    expect(tags({ title, keywords: [] })).toEqual([audience]);
  });

  test("none where nothing speaks for one, and no endless keyword", () => {
    expect(tags({ title: "北斗导航", keywords: ["长".repeat(40), ""] })).toEqual([]);
  });
});
