import { type Found, firstFound, foundText } from "./field.ts";
import type { PageSnapshot } from "./page-snapshot.ts";
import { plainText, withoutLabel, withoutSiteSuffix } from "./page-text.ts";
import { isHomePage, label, linked, meta, siteNames } from "./page-values.ts";

/** What a file is called in its address, without its ending. */
const nameInUrl = (url: string): string => {
  const last =
    url
      .replace(/[?#].*$/u, "")
      .split("/")
      .at(-1) ?? "";
  const plain = last.replace(/\.\w{2,5}$/u, "");
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
};

/** Whether two texts are one title, white space and quotes aside. */
const bare = (text: string): string => text.replace(/[\s“”"「」《》]/gu, "");

/** The title. Never empty: at worst the page's own title, or its address. */
export const titleOf = (page: PageSnapshot): Found<string> => {
  const names = siteNames(page);
  const pageTitle = withoutSiteSuffix(page.title, names);
  if (isHomePage(page) && plainText(page.title) !== "") {
    return { value: plainText(page.title).slice(0, 300), source: "page-title", confidence: 0.6 };
  }
  const headings = page.headings
    .map(plainText)
    .filter((text) => text.length >= 4 && text.length <= 120);
  // The banner is often a heading too: what the window title begins with is the page's own.
  const agreed =
    headings.find((text) => bare(pageTitle).startsWith(bare(text))) ??
    headings.find((text) => bare(pageTitle).includes(bare(text)));
  const found = firstFound<string>([
    () => foundText(meta(page, "articletitle"), "page-tags", 0.95),
    () => foundText(linked(page, "headline"), "json-ld", 0.85),
    () => foundText(withoutSiteSuffix(meta(page, "og:title") ?? "", names), "open-graph", 0.8),
    () => foundText(agreed, "heading", 0.85),
    // A window title of a word or two names the column, not the page.
    () => foundText(pageTitle.length >= 6 ? pageTitle : undefined, "page-title", 0.6),
    () => foundText(headings[0], "heading", 0.5),
    () => foundText(pageTitle, "page-title", 0.4),
    () => foundText(page.media[0]?.label, "element", 0.4),
  ]);
  const named = plainText(nameInUrl(page.url));
  const fallback: Found<string> = {
    value: named === "" ? page.url : named,
    source: "url",
    confidence: 0.1,
  };
  const title = found ?? fallback;
  return { ...title, value: title.value.slice(0, 300) };
};

/** Who published it. */
export const publisherOf = (page: PageSnapshot): Found<string> | undefined => {
  const clean = (text: string | undefined): string | undefined => {
    const plain = withoutLabel(plainText(text));
    return /^https?:/u.test(plain) || plain.length > 60 ? undefined : plain;
  };
  return firstFound<string>([
    () => foundText(clean(meta(page, "contentsource")), "page-tags", 0.95),
    () => foundText(clean(page.baidu["source"]), "baidu", 0.9),
    () => foundText(clean(linked(page, "publisher")), "json-ld", 0.8),
    () => foundText(clean(label(page, /来源|出处|供稿/u)), "label", 0.85),
    () => foundText(clean(meta(page, "source")), "page-tags", 0.7),
    () => foundText(clean(meta(page, "og:site_name")), "open-graph", 0.5),
    () => foundText(clean(meta(page, "sitename")), "page-tags", 0.4),
  ]);
};

/** Who wrote it; numbers and editors' shorthand are no names. */
export const authorOf = (page: PageSnapshot): Found<string> | undefined => {
  const clean = (text: string | undefined): string | undefined => {
    const plain = withoutLabel(plainText(text));
    return /^[\d\s]*$/u.test(plain) || plain.length > 40 || /^(admin|author|null|无)$/iu.test(plain)
      ? undefined
      : plain;
  };
  return firstFound<string>([
    () => foundText(clean(page.baidu["author"]), "baidu", 0.85),
    () => foundText(clean(linked(page, "author")), "json-ld", 0.8),
    () => foundText(clean(label(page, /^作\s*者|撰稿|主讲|讲师/u)), "label", 0.85),
    // Of a page of gov.cn the tag names who put it on the web, not who wrote it.
    () =>
      meta(page, "manuscriptid") === undefined
        ? foundText(clean(meta(page, "author")), "page-tags", 0.6)
        : undefined,
  ]);
};

const NO_COLUMN = /^(首页|网站首页|主页|正文|视频|详情|内容|当前位置|您的位置|位置)$/u;

/** The portal's column: what the habit of filing hangs on. */
export const columnOf = (page: PageSnapshot): Found<string> | undefined => {
  const way = page.breadcrumb
    .map(plainText)
    .filter((text) => text !== "" && text.length <= 30 && !NO_COLUMN.test(text));
  return firstFound<string>([
    () => foundText(meta(page, "columnname"), "page-tags", 0.95),
    () => foundText(meta(page, "article:section"), "open-graph", 0.7),
    () => foundText(way.at(-1), "label", 0.8),
  ]);
};

/** Words the page offers as tags: short ones only, without the site's name. */
export const keywordsOf = (page: PageSnapshot): readonly string[] => {
  const names = siteNames(page);
  const words = page.metas
    .filter(
      ({ name }) => name === "keywords" || name === "article:tag" || name === "og:article:tag",
    )
    .flatMap(({ content }) => plainText(content).split(/[,，;；、\s|]+/u))
    .filter(
      (word) => word.length >= 2 && word.length <= 8 && !names.some((name) => name.includes(word)),
    );
  return [...new Set(words)].slice(0, 6);
};
