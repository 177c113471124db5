/**
 * What our readers make of every known attack, in every field, outside a browser. Here a failure names the
 * attack and the field at once. What a browser would run or ask is not seen here.
 */
import { recognise } from "@dianbo/shared/portal";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { captureList } from "../../extension/src/clipping/capture-list.ts";
import { capturePage } from "../../extension/src/clipping/capture-page.ts";
import { fileNameOf } from "../../extension/src/downloading/file-name.ts";
import { escaped, VECTORS } from "./vectors.ts";

const URL_OF = "http://www.qinghe.gov.cn/xw/202401/t20240101_1.html";
const PROSE = "<p>今年以来，县里把实用人才培训放在突出位置，先后举办果树修剪等专题班二十六期。</p>";
/** Nobody sees them, or they turn the reading round. */
const HIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/u;

/** A page that says this text in each of its fields, and holds this markup in its body. */
const pageOf = (text: string): string => {
  const said = escaped(text);
  return `<!DOCTYPE html><html><head><title>${said}</title>
<meta name="ArticleTitle" content="${said}"><meta name="ContentSource" content="${said}">
<meta name="Author" content="${said}"><meta name="ColumnName" content="${said}"><meta name="keywords" content="${said}">
<meta property="og:image" content="${said}"></head><body><h1>${said}</h1>
<div id="zoom">${PROSE}${PROSE}<div>${text.replaceAll("\u0000", "")}</div>${PROSE}</div>
<a href="/a.pdf">${said}</a></body></html>`;
};

it("there are enough of them, each with a name of its own", () => {
  expect(VECTORS.length).toBeGreaterThanOrEqual(150);
  expect(new Set(VECTORS.map(({ name }) => name)).size).toBe(VECTORS.length);
});

describe.each(VECTORS)("$name", ({ text }) => {
  it("becomes plain words and addresses of the web", () => {
    const page = capturePage(parseHTML(pageOf(text)).document, { href: URL_OF });
    const found = recognise(page);
    const fields = [found.title, found.publisher, found.author, found.column];
    for (const field of fields) {
      expect(field?.value ?? "").not.toMatch(HIDDEN);
      expect(field?.value ?? "").not.toMatch(/<[a-z/!?][^<>]*>/iu);
    }
    const addresses = [
      found.cover,
      ...found.documents.map(({ url }) => url),
      ...[found.media, ...found.otherMedia].map((one) => one?.url),
      ...found.streams,
    ];
    for (const address of addresses) expect(address ?? "https:").toMatch(/^https?:/u);
    for (const body of page.bodies) {
      const { document } = parseHTML(`<html><body>${body.html}</body></html>`);
      expect(document.querySelector("script, iframe, object, embed, link, meta, style")).toBeNull();
      for (const link of document.querySelectorAll("a[href]"))
        expect(link.getAttribute("href")).toMatch(/^https?:/u);
      for (const image of document.querySelectorAll("img"))
        expect(image.getAttributeNames().every((name) => name === "src" || name === "alt")).toBe(
          true,
        );
    }
  });

  it("is a row of a list with plain words, or none", () => {
    const rows = [1, 2, 3].map(
      (day) =>
        `<li><a href="/xw/t2024010${day}_${day}.html" title="${escaped(text)}">${escaped(text)}</a><span>2024-01-0${day}</span></li>`,
    );
    const bad = `<li><a href="${escaped(text)}">青禾县通知公告</a><span>2024-01-04</span></li>`;
    const { document } = parseHTML(`<html><body><ul>${rows.join("")}${bad}</ul></body></html>`);
    const { links, next } = captureList(document, { href: "http://www.qinghe.gov.cn/xw/" });
    for (const { url, title } of links) {
      expect(url).toMatch(/^https?:/u);
      expect(title).not.toMatch(HIDDEN);
      expect(title.length).toBeLessThanOrEqual(500);
    }
    expect(next).toEqual({ type: "none" });
  });

  it("is no name of a file that leads out, hides its ending or belongs to Windows", () => {
    const header = `attachment; filename*=UTF-8''${encodeURIComponent(text.replace(/\p{Cs}/gu, ""))}`;
    for (const given of [header, `attachment; filename="${text}"`, null]) {
      const name = fileNameOf(given, "http://a.gov.cn/%2e%2e%2fb.pdf", text);
      expect(name).not.toMatch(HIDDEN);
      expect(name).not.toMatch(/[\\/:*?"<>|]|^\.|[. ]$/u);
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu);
      expect(name.length).toBeLessThanOrEqual(120);
    }
  });
});
