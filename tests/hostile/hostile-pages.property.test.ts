/** There is no page that reading fails on. */
import { pageListSchema } from "@dianbo/shared/page-list";
import { pageSnapshotSchema, recognise } from "@dianbo/shared/portal";
import { builtInRules, rulesFor } from "@dianbo/shared/portal-rule";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { captureList } from "../../extension/src/clipping/capture-list.ts";
import { capturePage } from "../../extension/src/clipping/capture-page.ts";
import { draftOf } from "../../extension/src/clipping/clip-draft.ts";
import { VECTORS } from "./vectors.ts";

const WORDS = [
  ...[
    "来源：",
    "发布时间：2024-01-02",
    "责任编辑：",
    "下一页",
    "共 8 页",
    "首页 > 要闻",
    "1",
    "2024-13-45",
  ],
  ...[
    "今年以来，县里把实用人才培训放在突出位置，先后举办果树修剪等专题班二十六期。",
    "",
    " ",
    "\u0000",
    "\ud800",
  ],
];
const TAGS =
  "p div span a img table tr td th ul li dl dt dd h1 h2 script style noscript template svg math iframe video source audio meta link base form input title body head br font section".split(
    " ",
  );
const ATTRIBUTES = [
  "href",
  "src",
  "title",
  "class",
  "id",
  "name",
  "content",
  "property",
  "data-src",
  "srcset",
  "style",
  "type",
  "onclick",
  "http-equiv",
];
const VALUES = [
  ...[
    "title",
    "TRS_Editor",
    "zoom",
    "js_content",
    "page",
    "info",
    "ArticleTitle",
    "PubDate",
    "ContentSource",
    "og:title",
    "UCAP-CONTENT",
  ],
  ...[
    "/a.pdf",
    "http://",
    "http://[",
    "//",
    "?page=2",
    "t20240102_3.html",
    "a.mp4",
    "application/ld+json",
    "javascript:alert(1)",
    "\u0000",
  ],
];

const text = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom(...VECTORS.map((vector) => vector.text)),
  fc.string({ unit: "binary", maxLength: 40 }),
);
const attribute = fc
  .tuple(fc.constantFrom(...ATTRIBUTES), fc.oneof(fc.constantFrom(...VALUES), text))
  .map(([name, value]) => ` ${name}="${value.replaceAll('"', "")}"`);
const { tree } = fc.letrec<{ tree: string; leaf: string }>((tie) => ({
  leaf: text,
  tree: fc.oneof(
    { maxDepth: 6 },
    tie("leaf"),
    fc
      .tuple(
        fc.constantFrom(...TAGS),
        fc.array(attribute, { maxLength: 3 }),
        fc.array(tie("tree"), { maxLength: 5 }),
        fc.boolean(),
      )
      .map(
        ([tag, attributes, inside, closed]) =>
          `<${tag}${attributes.join("")}>${inside.join("")}${closed ? `</${tag}>` : ""}`,
      ),
  ),
}));
const address = fc.constantFrom(
  "http://www.qinghe.gov.cn/xw/t20240102_3.html",
  "https://mp.weixin.qq.com/s/a",
  "http://politics.people.com.cn/n1/2024/0102/c1001-1.html",
  "http://www.gov.cn/",
  "file:///c:/a.html",
  "about:blank",
);

const fits = (schema: typeof pageSnapshotSchema | typeof pageListSchema, value: unknown): boolean =>
  !("issues" in Object(schema["~standard"].validate(value)));

describe("any page", () => {
  it("is read, and what was read of it fits what the panel expects", () => {
    fc.assert(
      fc.property(
        fc.array(tree, { maxLength: 12 }),
        address,
        fc.boolean(),
        (parts, href, whole) => {
          // linkedom makes no document of a page without a root; every browser does.
          const head = whole ? "<!DOCTYPE html>" : "";
          const html = `${head}<html><head></head><body>${parts.join("")}</body></html>`;
          const { document } = parseHTML(html);
          const rules = rulesFor(href, builtInRules());
          const page = capturePage(document, { href }, rules);
          expect(fits(pageSnapshotSchema, page)).toBe(true);
          expect(recognise(page).title.value).not.toBe("");
          draftOf(page, []);
          const list = captureList(document, { href }, rules);
          if (href.startsWith("http")) expect(fits(pageListSchema, list)).toBe(true);
        },
      ),
    );
  });
});
