import { describe, expect, it } from "vitest";
import { activeRules, kindByAddress, rulesFor } from "./choose-rule.ts";
import { protectionOf } from "./protection-of.ts";
import { readRule } from "./read-rule.ts";
import type { PortalRule } from "./rule-schema.ts";

const base = { id: "one", version: 1, name: "某站", hosts: ["example.cn"], pages: [] };
const rule = (more: object = {}): PortalRule => {
  const read = readRule({ ...base, ...more });
  if (!read.ok) throw new Error(`${read.error.where}: ${read.error.because}`);
  return read.value;
};
const refusal = (more: object): string | undefined => {
  const read = readRule({ ...base, ...more });
  return read.ok ? undefined : read.error.where;
};

describe("a rule is refused", () => {
  it.each([
    ["a key that nobody knows", { code: "alert(1)" }, "code"],
    ["neither hosts nor signs", { hosts: [] }, "hosts"],
    ["every host there is", { hosts: ["*"] }, "hosts.0"],
    [
      "a slow pattern",
      { fields: { title: [{ selector: "h1", pattern: "(.*)(.*)(.*)x" }] } },
      "fields.title.0",
    ],
    ["a slow address", { pages: [{ kind: "list", path: "(a+)+$" }] }, "pages.0.path"],
    ["a selector that costs what the page wants", { body: ["div:has(div:has(p))"] }, "body.0"],
    ["a call to a strange host", { json: { url: "https://elsewhere.example/{id}" } }, "json.url"],
    ["a host out of the page", { json: { url: "https://{host}/x" } }, "json.url"],
    ["a script scheme", { home: "javascript:alert(1)" }, "home"],
    ["a category that does not exist", { categories: { 党建: 9 } }, "categories.党建"],
    ["a version that is no number", { version: "2" }, "version"],
    ["more than forty lines hold", { remove: [], name: "某".repeat(9000) }, ""],
  ])("%s", (_why, more, where) => {
    expect(refusal(more)).toBe(where);
  });

  it.each([undefined, null, 1, "rule", [], {}, { id: 1 }])("%j is no rule", (data) => {
    expect(readRule(data).ok).toBe(false);
  });
});

describe("the rule that holds", () => {
  const wide = rule({ id: "wide", hosts: ["*.people.com.cn"] });
  const close = rule({ id: "close", hosts: ["cpc.people.com.cn"] });
  const family = rule({ id: "family", hosts: [], signs: { selectors: [".TRS_Editor"] } });
  const all = [family, wide, close];
  const ids = (url: string) => rulesFor(url, all).map(({ id }) => id);

  it("is the one that names the host most closely, the families behind it", () => {
    expect(ids("http://cpc.people.com.cn/n1/")).toEqual(["close", "family"]);
    expect(ids("http://politics.people.com.cn/")).toEqual(["wide", "family"]);
    expect(ids("http://evilpeople.com.cn/")).toEqual(["family"]);
    expect(ids("http://people.com.cn.example.org/")).toEqual(["family"]);
    expect(ids("about:blank")).toEqual(["family"]);
  });

  it("is the higher version, at the same version the one from outside, unless switched off", () => {
    const newer = rule({ id: "wide", version: 2, name: "新的" });
    const same = rule({ id: "wide", version: 1, name: "外来的" });
    expect(activeRules([newer], [same], []).map(({ name }) => name)).toEqual(["新的"]);
    expect(activeRules([wide], [same], []).map(({ name }) => name)).toEqual(["外来的"]);
    expect(activeRules([wide, close], [], ["wide"])).toEqual([close]);
  });

  it("knows a page by path and query, the first pattern first", () => {
    const pages = rule({
      pages: [
        { kind: "video", path: "classify=2" },
        { kind: "article", path: "^/article/" },
      ],
    });
    expect(kindByAddress(pages, "https://example.cn/article/a?classify=2")).toBe("video");
    expect(kindByAddress(pages, "https://example.cn/article/a")).toBe("article");
    expect(kindByAddress(pages, "https://example.cn/")).toBeUndefined();
  });
});

it("a film is protected where all marks of one entry hold", () => {
  const film = rule({
    protected: [
      { because: "scrambled", media: "/h5e/" },
      { because: "live", page: "^/live/", selector: "#player" },
    ],
  });
  const why = (path: string, media: readonly string[], hasPlayer: boolean) =>
    protectionOf(film, { path, media, has: () => hasPlayer });
  expect(why("/2026/", ["https://dh5.example.cn/h5e/a.m3u8"], true)).toBe("scrambled");
  expect(why("/live/1", [], true)).toBe("live");
  expect(why("/live/1", [], false)).toBeUndefined();
  expect(why("/2026/", ["https://example.cn/hls/a.m3u8"], true)).toBeUndefined();
});
