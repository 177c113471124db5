import type { CivilDate, Minutes } from "../clock/index.ts";
import { minutesOfSeconds } from "../clock/index.ts";
import { type Found, firstFound, foundText } from "./field.ts";
import { dateInText, dateInUrl, withinADay } from "./page-date.ts";
import { minutesToRead, secondsInText } from "./page-minutes.ts";
import type { CapturedMedia, PageSnapshot } from "./page-snapshot.ts";
import { plainText, withoutLabel, withoutSiteSuffix } from "./page-text.ts";

/** The first meta of these names that says something; names in lower case. */
const meta = (page: PageSnapshot, ...names: readonly string[]): string | undefined => {
  for (const name of names) {
    const hit = page.metas.find((one) => one.name === name && plainText(one.content) !== "");
    if (hit !== undefined) return plainText(hit.content);
  }
  return undefined;
};

const label = (page: PageSnapshot, pattern: RegExp): string | undefined =>
  page.labels.find((one) => pattern.test(one.label) && plainText(one.value) !== "")?.value;

const linked = (
  page: PageSnapshot,
  key: keyof PageSnapshot["linkedData"][number],
): string | undefined =>
  page.linkedData.map((one) => plainText(one[key])).find((text) => text !== "");

/** The site's names as the page gives them, for cutting them off the title. */
const siteNames = (page: PageSnapshot): readonly string[] =>
  [meta(page, "sitename"), meta(page, "og:site_name"), meta(page, "application-name")].filter(
    (name) => name !== undefined,
  );

/** Government sites tag every page with its column, and articles with their title too: a column alone is a list. */
export const isListPage = (page: PageSnapshot): boolean =>
  page.metas.some(({ name }) => name === "columnname") &&
  !page.metas.some(({ name }) => name === "articletitle");

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
  const heading = (): Found<string> | undefined => {
    const texts = page.headings
      .map(plainText)
      .filter((text) => text.length >= 4 && text.length <= 120);
    const agreed = texts.find((text) => bare(page.title).includes(bare(text)));
    return agreed === undefined
      ? foundText(texts[0], "heading", 0.5)
      : foundText(agreed, "heading", 0.85);
  };
  const found = firstFound<string>([
    () => foundText(meta(page, "articletitle"), "page-tags", 0.95),
    () => foundText(linked(page, "headline"), "json-ld", 0.85),
    () => foundText(withoutSiteSuffix(meta(page, "og:title") ?? "", names), "open-graph", 0.8),
    heading,
    () => foundText(pageTitle, "page-title", 0.6),
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

const asDate = (
  value: CivilDate | undefined,
  source: Found<CivilDate>["source"],
  confidence: number,
): Found<CivilDate> | undefined =>
  value === undefined ? undefined : { value, source, confidence };

/**
 * The day it was published. Page tags may hold the day of filing: where the visible line names another
 * day within one day of it, the visible line is right.
 */
export const dateOf = (page: PageSnapshot): Found<CivilDate> | undefined => {
  // The dates of a list are those of its rows.
  if (isListPage(page)) return undefined;
  const visible =
    asDate(dateInText(label(page, /时间|日期|发布于/u)), "label", 0.85) ??
    asDate(dateInText(page.headText), "label", 0.7);
  const tagged = asDate(
    dateInText(
      meta(
        page,
        "pubdate",
        "firstpublishedtime",
        "publishdate",
        "article:published_time",
        "weibo:article:create_at",
      ),
    ),
    "page-tags",
    0.9,
  );
  if (tagged !== undefined && visible !== undefined && withinADay(tagged.value, visible.value)) {
    return tagged.value === visible.value ? tagged : visible;
  }
  return (
    tagged ??
    firstFound<CivilDate>([
      () => asDate(dateInText(page.baidu["pubtime"]), "baidu", 0.9),
      () => asDate(dateInText(linked(page, "datePublished")), "json-ld", 0.85),
      () => visible,
      () => asDate(dateInUrl(page.url), "url", 0.6),
    ])
  );
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
    () => foundText(clean(meta(page, "author")), "page-tags", 0.6),
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

/** A picture to show: what the page names, the film's still, the first picture of the body. */
export const coverOf = (
  page: PageSnapshot,
  media: CapturedMedia | undefined,
): string | undefined => {
  const named = [
    media?.poster,
    meta(page, "image", "og:image"),
    linked(page, "image"),
    page.picture,
  ];
  for (const one of named) {
    if (one === undefined || one === "") continue;
    try {
      const url = new URL(one, page.url);
      if (url.protocol === "http:" || url.protocol === "https:") return url.href;
    } catch {
      // An address that is none names no picture.
    }
  }
  return undefined;
};

const asMinutes = (
  seconds: number | undefined,
  source: Found<Minutes>["source"],
  confidence: number,
): Found<Minutes> | undefined =>
  seconds === undefined || !Number.isFinite(seconds) || seconds <= 0
    ? undefined
    : { value: minutesOfSeconds(seconds), source, confidence };

/** Minutes to play or to read aloud. */
export const minutesOf = (
  page: PageSnapshot,
  media: CapturedMedia | undefined,
  text: string,
): Found<Minutes> | undefined =>
  media === undefined
    ? text === ""
      ? undefined
      : { value: minutesToRead(text), source: "body", confidence: 0.5 }
    : firstFound<Minutes>([
        () => asMinutes(secondsInText(linked(page, "duration")), "json-ld", 0.9),
        () =>
          asMinutes(
            secondsInText(meta(page, "og:video:duration", "video:duration")),
            "open-graph",
            0.8,
          ),
        () => asMinutes(secondsInText(label(page, /时长|片长/u)), "label", 0.85),
        () => asMinutes(media.seconds, "element", 0.95),
      ]);
