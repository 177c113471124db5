import { type PortalRule, readRule } from "@dianbo/shared/portal-rule";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { followingOf } from "../../extension/src/clipping/capture-by-rule-following.ts";
import { rulePage } from "../../extension/src/clipping/capture-by-rule-values.ts";

const ruleWith = (following: unknown): PortalRule => {
  const rule = readRule({
    id: "qinghe",
    version: 1,
    name: "青禾",
    hosts: ["www.qinghe.gov.cn"],
    pages: [],
    following,
  });
  if (!rule.ok) throw new Error(rule.error.because);
  return rule.value;
};

const followingAt = (url: string, html: string, following: unknown): readonly string[] => {
  const { document } = parseHTML(html);
  return followingOf(rulePage(document, url), ruleWith(following));
};

const trs = {
  url: "_{n}",
  from: 1,
  pages: "createPageHTML\\( ?(\\d{1,2}) ?, ?\\d+ ?, ?[\"']t20",
};
const base = "http://www.qinghe.gov.cn/dj/202611/t20261120_4101";

test.each([".html", ".shtml", ".htm"])(
  "a family's numbering keeps the suffix that the page has: %s",
  (suffix) => {
    const html = `<script>function createPageHTML(_nPageCount,_nCurrIndex){} createPageHTML(3, 0, "t20261120_4101", "${suffix.slice(1)}");</script>`;
    expect(followingAt(`${base}${suffix}`, html, trs)).toEqual([
      `${base}_1${suffix}`,
      `${base}_2${suffix}`,
    ]);
  },
);

test("one page alone has none behind it, and a list's pager is no article's", () => {
  const one = '<script>createPageHTML(1, 0, "t20261120_4101", "html");</script>';
  expect(followingAt(`${base}.html`, one, trs)).toEqual([]);
  const list = '<script>createPageHTML(12, 0, "index", "html");</script>';
  expect(followingAt(`${base}.html`, list, trs)).toEqual([]);
});
