import { lineOf, select, textOf } from "./page-elements.ts";

/** Where portals write their titles, the surest first; `h1` may be the site's banner. */
const TITLES = [
  "h1#ti",
  ".share-title",
  ".big_title",
  ".rm_txt h1",
  ".text_title h1",
  ".head-line h1",
  "#articleTitle",
  "#activity-name",
  "h2.tit",
  ".article-title",
  ".article_title",
  ".articleTitle",
  ".xl_title",
  ".detail-title",
  ".content-title",
  "h1",
  ".title",
  ".tit",
  "h2",
];

/** Texts that look like the title. */
export const headingsOf = (document: Document): string[] => {
  const texts = select(document, TITLES)
    .map((element) => lineOf(element, 300))
    .filter((text) => text !== "");
  return [...new Set(texts)].slice(0, 20);
};

const CRUMBS = [
  ".crumbs",
  ".crumb",
  ".breadcrumb",
  ".breadcrumbs",
  ".place",
  ".position",
  ".location",
  ".path",
  ".weizhi",
  ".dqwz",
  ".mbx",
  '[class*="crumb"]',
  '[class*="position"]',
  '[aria-label="breadcrumb"]',
];

/** The way to the page as the page itself shows it. */
export const breadcrumbOf = (document: Document): string[] => {
  const candidates = select(document, CRUMBS);
  for (const element of candidates) {
    const text = lineOf(element, 300);
    if (!/[>＞»›]|首页/u.test(text)) continue;
    return text
      .replace(/^.{0,8}位置\s*[:：]?/u, "")
      .split(/\s*[>＞»›]+\s*/u)
      .map((part) => part.trim())
      .filter((part) => part !== "")
      .slice(0, 12);
  }
  return [];
};

const LABEL =
  /(发布时间|发布日期|成文日期|日\s*期|时\s*间|信息来源|文章来源|稿件来源|来\s*源|作\s*者|撰稿|主讲人?|时\s*长|片\s*长|发文机关|供\s*稿)\s*[:：]\s*/gu;

/** The element whose text is the title as people see it, and what stands round it. */
const headOf = (document: Document): readonly Element[] => {
  const window = document.title.replace(/\s/gu, "");
  const named = select(document, TITLES).flatMap((element) => {
    const text = lineOf(element, 300).replace(/\s/gu, "");
    return text.length >= 4 && window.includes(text) ? [{ element, text }] : [];
  });
  // The site's banner is named in the window title too, but at its end.
  const title = (named.find(({ text }) => window.startsWith(text)) ?? named[0])?.element;
  if (title === undefined) return [];
  const round: Element[] = [];
  let sibling = title.nextElementSibling;
  for (let steps = 0; sibling !== null && steps < 4; steps += 1) {
    round.push(sibling);
    sibling = sibling.nextElementSibling;
  }
  const parent = title.parentElement;
  if (parent?.nextElementSibling) round.push(parent.nextElementSibling);
  return round;
};

const INFO = [
  ".info",
  ".time",
  ".source",
  ".pages-date",
  ".pubtime",
  ".daty",
  ".channel",
  ".box01",
  ".article-info",
  ".xl_info",
  ".header-time",
  '[class*="info"]',
  '[class*="date"]',
];

/** The text round the title, shortened; where no title was found, the lines that usually stand under one. */
export const headTextOf = (document: Document): string => {
  const near = headOf(document).map((element) => lineOf(element, 300));
  const usual = select(document, INFO)
    .slice(0, 6)
    .map((element) => lineOf(element, 200));
  return [...near, ...usual]
    .filter((text) => text.length <= 300 && text !== "")
    .join(" \n ")
    .slice(0, 2000);
};

const labelsIn = (text: string): { label: string; value: string }[] => {
  const hits = [...text.matchAll(LABEL)];
  return hits.map((hit, index) => {
    const from = (hit.index ?? 0) + hit[0].length;
    const to = hits[index + 1]?.index ?? text.length;
    const value = text
      .slice(from, to)
      .split(/\n|\s{2,}|[|｜丨]|字号|【|浏览|点击|阅读|打印|分享/u)[0];
    return { label: (hit[1] ?? "").replace(/\s/gu, ""), value: (value ?? "").trim().slice(0, 200) };
  });
};

/** Labelled facts: near the title first, then anywhere in the first part of the page. */
export const labelsOf = (document: Document): { label: string; value: string }[] => {
  const near = headOf(document).flatMap((element) => labelsIn(textOf(element).slice(0, 400)));
  const usual = select(document, INFO)
    .slice(0, 8)
    .flatMap((element) => labelsIn(textOf(element).slice(0, 300)));
  const found = [...near, ...usual];
  const rest = found.length > 0 ? [] : labelsIn(textOf(document.body).slice(0, 3000));
  return [...found, ...rest].filter(({ value }) => value !== "").slice(0, 60);
};
