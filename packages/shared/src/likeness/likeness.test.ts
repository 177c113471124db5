import { describe, expect, test } from "vitest";
import { findLike, likenessOf } from "./find-like.ts";
import { markDistance, type TextMark, textMarkOf } from "./text-mark.ts";

const CHARGING = `电动自行车进楼充电，是居民楼火灾的主要原因之一。社区消防志愿者把多年走访看到的事情记成八条，请大家记住。
第一，不在楼道、门厅、安全出口停车充电，堵住的是一楼人的生路。第二，不把电池拎回家里充，电池坏了三分钟就能把一间屋子烧透。
第三，用原装的充电器，插头发烫就停。第四，充满就拔，不整夜充。第五，不从窗户往下拉线。第六，淋过雨、摔过的电池先送去检查再用。
第七，不改装电池，不买没有合格证的旧电池。第八，看见别人这样做，请当面说一声，或者打社区的电话。
充电棚在三号楼北侧和菜市场后面，一共四十个位置，刷卡就能用，充满自动断电。晚上十点以后没有位置的，可以到物业登记，第二天早上补充。`;
const PRUNING = `果树冬季修剪，要在落叶以后、发芽以前做完。先看树，后动剪：站在树下看清主枝的方向，把交叉的、下垂的、病虫害的枝条记在心里。
第一步疏大枝，从基部去掉过密的直立枝，让阳光照进内膛。第二步短截，留外芽，剪口离芽半厘米，斜面朝上。第三步回缩，把衰老的结果枝缩到有好芽的地方。
剪完以后，大的伤口涂保护剂，剪下的枝条拿出园子烧掉或者粉碎，不留病虫过冬的地方。修剪的工具每换一棵病树要用酒精擦一次。`;

const mark = (text: string): TextMark => {
  const found = textMarkOf(text);
  if (found === undefined) throw new Error("too short for a mark");
  return found;
};

describe("the mark of a text", () => {
  test("is the same for a reprint with other spaces, source and editor", () => {
    const reprint = `来源：青禾县应急管理局\n${CHARGING.replaceAll("\n", "\n\n　　")}\n责任编辑：李某`;
    expect(markDistance(mark(CHARGING), mark(reprint))).toBeLessThanOrEqual(3);
  });

  test("differs widely for another text", () => {
    expect(markDistance(mark(CHARGING), mark(PRUNING))).toBeGreaterThan(15);
  });

  test("is stable: it is kept in records", () => {
    expect(mark(PRUNING)).toBe("72ababf416853b4d");
  });

  test("is none for a caption", () => {
    expect(textMarkOf("图为社区消防志愿者在检查充电棚。")).toBeUndefined();
  });

  test("costs little for a long text", () => {
    const started = performance.now();
    textMarkOf(CHARGING.repeat(2000));
    // No measure of the work: what grows with the square takes minutes, a busy machine seconds.
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe("two things", () => {
  const film = { title: "果树冬季修剪", kind: "video" };
  test.each([
    ["same-page", { ...film, canonical: "a" }, { title: "x", kind: "link", canonical: "a" }],
    ["same-file", { ...film, hash: "h" }, { title: "x", kind: "video", hash: "h" }],
    [
      "same-text",
      { ...film, mark: mark(CHARGING) },
      { title: "x", kind: "article", mark: mark(`${CHARGING}\n`) },
    ],
    ["same-title", film, { title: "《果树 冬季修剪》", kind: "video" }],
  ] as const)("%s", (likeness, one, other) => {
    expect(likenessOf(one, other)).toBe(likeness);
    expect(likenessOf(other, one)).toBe(likeness);
  });

  test.each([
    [
      "another part of the series",
      { title: "果树冬季修剪（上）", kind: "video" },
      { title: "果树冬季修剪（下）", kind: "video" },
    ],
    [
      "a title borne by many",
      { title: "健康讲座", kind: "video" },
      { title: "健康讲座", kind: "video" },
    ],
    ["another kind", film, { ...film, kind: "article" }],
    [
      "one title over two texts",
      { ...film, mark: mark(CHARGING) },
      { ...film, mark: mark(PRUNING) },
    ],
  ])("not the same: %s", (_, one, other) => {
    expect(likenessOf(one, other)).toBeUndefined();
  });

  test("an edited text is the same under one title only", () => {
    const edited = mark(
      CHARGING.replace("晚上十点以后没有位置的，可以到物业登记，第二天早上补充。", ""),
    );
    const bits = markDistance(mark(CHARGING), edited);
    expect(bits).toBeGreaterThan(3);
    expect(bits).toBeLessThanOrEqual(12);
    const article = { title: "充电安全八条", kind: "article", mark: mark(CHARGING) };
    expect(likenessOf(article, { ...article, mark: edited })).toBe("same-text");
    expect(likenessOf(article, { ...article, title: "另一个", mark: edited })).toBeUndefined();
  });

  test("the surest likeness wins over an earlier one", () => {
    const items = [film, { ...film, title: "别的", canonical: "a" }];
    const found = findLike(items, (item) => item, { ...film, canonical: "a" });
    expect(found).toEqual({ candidate: items[1], likeness: "same-page" });
  });
});
