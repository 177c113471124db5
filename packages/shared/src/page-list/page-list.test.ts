import { describe, expect, it } from "vitest";
import {
  inSeriesOrder,
  type ListLink,
  type NextPages,
  readLiteral,
  readsAsList,
  siteOfHost,
  turnPage,
} from "./index.ts";

const titled = (...titles: readonly string[]) => titles.map((title) => ({ title }));
const inOrder = (...titles: readonly string[]): string[] =>
  inSeriesOrder(titled(...titles)).map(({ title }) => title);

describe("series", () => {
  it("rise among the places they hold; what is none stays where it was", () => {
    expect(inOrder("果树修剪（下）", "防汛须知", "果树修剪（中）", "果树修剪（上）")).toEqual([
      "果树修剪（上）",
      "防汛须知",
      "果树修剪（中）",
      "果树修剪（下）",
    ]);
    expect(inOrder("养猪 第十二讲", "养猪 第二讲", "养鸡 第一讲", "养猪 第一讲")).toEqual([
      "养猪 第一讲",
      "养猪 第二讲",
      "养鸡 第一讲",
      "养猪 第十二讲",
    ]);
  });
  it("a number in a title of its own is no series", () => {
    expect(inOrder("会议（3）月召开", "防汛须知")).toEqual(["会议（3）月召开", "防汛须知"]);
  });
});

describe("the part of a host that one owner has", () => {
  it.each([
    ["www.12371.cn", "12371.cn"],
    ["video.12371.cn", "12371.cn"],
    ["www.qinghe.gov.cn", "qinghe.gov.cn"],
    ["cpc.people.com.cn", "people.com.cn"],
    ["www.gov.cn", "www.gov.cn"],
    ["wsjkw.sh.gov.cn", "sh.gov.cn"],
    ["127.0.0.1:80", "127.0.0.1"],
    ["localhost", "localhost"],
  ])("%s is of %s", (host, site) => expect(siteOfHost(host)).toBe(site));
});

describe("turning pages", () => {
  const walk = (next: Parameters<typeof turnPage>[0]): string[] => {
    const urls: string[] = [];
    for (
      let turn = turnPage(next);
      turn !== undefined;
      turn = turn.rest === undefined || turn.rest.type === "data" ? undefined : turnPage(turn.rest)
    )
      urls.push(turn.url);
    return urls;
  };
  it("goes through addresses to the end", () => {
    const urls = ["http://a.cn/1", "http://a.cn/2"];
    expect(walk({ type: "addresses", urls, total: 3 })).toEqual(urls);
  });
  it("goes through records, the last page shorter", () => {
    const next: NextPages = {
      type: "records",
      url: "http://a.cn/p.jsp",
      form: {},
      from: 16,
      perPage: 15,
      total: 40,
    };
    expect(walk(next)).toEqual([
      "http://a.cn/p.jsp?startrecord=16&endrecord=30&perpage=15",
      "http://a.cn/p.jsp?startrecord=31&endrecord=40&perpage=15",
    ]);
  });
});

it("a literal is read as far as it is one", () => {
  expect(readLiteral(`[{a:'x\\u4e00',"b":-1.5,c:[true,null,],},]`, 0)).toEqual([
    { a: "x一", b: -1.5, c: [true, null] },
  ]);
  for (const more of ["[alert(1)]", "[{a:b}]", "[`x`]", "['x", "{a 1}", "[1 2]"])
    expect(readLiteral(more, 0)).toBeUndefined();
});

it("an article with links beside it is no list, a page whose text is its list is one", () => {
  const links = ["甲乙丙丁", "戊己庚辛", "子丑寅卯", "辰巳午未", "申酉戌亥"].map(
    (title, index): ListLink => ({
      url: `http://a.cn/${index}`,
      title,
      kind: "article",
      offSite: false,
    }),
  );
  const list = { url: "http://a.cn/", links, next: { type: "none" as const } };
  expect(readsAsList({ kind: "article", text: "一篇说别的事的文章，甲乙丙丁" }, list)).toBe(false);
  expect(
    readsAsList({ kind: "article", text: links.map(({ title }) => title).join("\n") }, list),
  ).toBe(true);
  expect(readsAsList({ kind: "video", text: "" }, list)).toBe(false);
});
