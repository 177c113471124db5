import { type Found, firstFound, foundText } from "./field.ts";
import type { PageSnapshot } from "./page-snapshot.ts";
import { plainText, withoutLabel, withoutSpacedNames } from "./page-text.ts";
import { label, linked, mark, meta, siteNames } from "./page-values.ts";

/** Who wrote it; numbers and editors' shorthand are no names. */
export const authorOf = (page: PageSnapshot): Found<string> | undefined => {
  const clean = (text: string | undefined): string | undefined => {
    const plain = withoutSpacedNames(withoutLabel(plainText(text)));
    return /^[\d\s]*$/u.test(plain) || plain.length > 40 || /^(admin|author|null|无)$/iu.test(plain)
      ? undefined
      : plain;
  };
  return firstFound<string>([
    () => foundText(clean(page.baidu["author"]), "baidu", 0.85),
    () => foundText(clean(linked(page, "author")), "json-ld", 0.8),
    () => foundText(clean(label(page, /^作\s*者|撰稿|主讲|讲师/u)), "label", 0.85),
    () => foundText(clean(mark(page, "author")), "label", 0.8),
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
