/**
 * Kinds of pages rather than pages: what the makers of portals do to titles, days, sources and texts, each
 * trap once, on pages that no rule was written for.
 */
import { describe, expect, it } from "vitest";
import { extractPage } from "../support/extract-page.ts";
import { BYLINES } from "./kinds/byline-forms.ts";
import { JCMS, SCHOOLS, UCAP } from "./kinds/hanweb-vsb-ucap.ts";
import { type KindPage, TEXT } from "./kinds/kind-page.ts";
import { GOV, NEWS, PEOPLE } from "./kinds/media.ts";
import { NEWS_PORTALS } from "./kinds/news-portals.ts";
import { NEWS_SITES } from "./kinds/news-sites.ts";
import { ODD } from "./kinds/odd-articles.ts";
import { ODD_HEADS, REPUBLISHED } from "./kinds/republished.ts";
import { ROUND_THE_TEXT } from "./kinds/round-the-text.ts";
import { TITLES } from "./kinds/title-forms.ts";
import { TRS } from "./kinds/trs.ts";

const FAMILIES: readonly (readonly [string, readonly KindPage[]])[] = [
  ["TRS", TRS],
  ["JCMS", JCMS],
  ["schools", SCHOOLS],
  ["Ucap", UCAP],
  ["people", PEOPLE],
  ["gov.cn", GOV],
  ["news", NEWS],
  ["titles", TITLES],
  ["bylines", BYLINES],
  ["round the text", ROUND_THE_TEXT],
  ["news sites", NEWS_SITES],
  ["news portals", NEWS_PORTALS],
  ["made anew", REPUBLISHED],
  ["odd heads", ODD_HEADS],
  ["every make", ODD],
];

const bare = (text: string): string => text.replace(/[\s\u3000]+/gu, " ").trim();

const readKind = ({ url, head, body }: KindPage) => {
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
  const { title, publishedAt, publisher, text } = extractPage(Buffer.from(html), url);
  return { title: bare(title), publishedAt, publisher, text: text.trim() };
};

describe.each(FAMILIES)("%s", (_family, pages) => {
  it.each(pages.map((page) => [page.trap, page] as const))("%s", (_trap, page) => {
    const { title, publishedAt, publisher, text = TEXT } = page;
    expect(readKind(page)).toEqual({ title: bare(title), publishedAt, publisher, text });
  });
});
