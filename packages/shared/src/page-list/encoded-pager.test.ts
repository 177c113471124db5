import { Buffer } from "node:buffer";
import { expect, it } from "vitest";
import { encodedPager } from "./index.ts";

const BASE = "http://www.example.cn/html/xw/index.html";
const encode = (markup: string): string =>
  Buffer.from(encodeURIComponent(markup).replaceAll("%20", "+")).toString("base64");
const MARKUP =
  '<span>1</span> <a href="/html/xw/2.html">2</a> <a href="/html/xw/59.html">59</a> <a href="/html/xw/2.html" class="a1">下一页</a>';

it("a pager in base64 is read as the links that its script would draw", () => {
  const lines = encode(MARKUP).replace(/.{76}/gu, "$&\n");
  expect(encodedPager(`\n  ${lines}\n`, BASE)).toEqual({
    links: [
      { text: "2", url: "http://www.example.cn/html/xw/2.html" },
      { text: "59", url: "http://www.example.cn/html/xw/59.html" },
      { text: "下一页", url: "http://www.example.cn/html/xw/2.html" },
    ],
    text: "1 2 59 下一页",
  });
});

it.each([
  ["words", "第 1 页 共 59 页 ".repeat(10)],
  ["base64 of something else", Buffer.from("\u0000\u00ff".repeat(80)).toString("base64")],
  ["half of it", encode(MARKUP).slice(0, -31)],
  ["too much of it", encode(MARKUP.repeat(200))],
  ["an address that runs", encode('<a href="javascript:alert(1)">2</a>'.repeat(3))],
])("%s is no pager, or one without addresses", (_what, text) => {
  expect(encodedPager(text, BASE)?.links.some(({ url }) => !url.startsWith("http")) ?? false).toBe(
    false,
  );
});
