import { signatureIn, titleInDocument } from "./document-text.ts";
import { type Found, firstFound, foundText } from "./field.ts";
import type { PageSnapshot } from "./page-snapshot.ts";
import {
  plainText,
  siteInTitle,
  withoutLabel,
  withoutSiteSuffix,
  withoutSpacedNames,
} from "./page-text.ts";
import { isHomePage, label, linked, mark, meta, siteNames } from "./page-values.ts";

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

/** A title's letters, white space and quotes aside: two texts with the same are one title. */
const bare = (text: string): string => text.replace(/[\s\u3000“”"「」《》]/gu, "");

/** Of several headings the one that the window title says most of; what it begins with is the page's own. */
const agreedHeading = (headings: readonly string[], pageTitle: string): string | undefined => {
  const window = bare(pageTitle);
  const fits = (test: (letters: string) => boolean): string | undefined =>
    headings
      .filter((text) => test(bare(text)))
      .reduce<string | undefined>(
        (best, text) => (best === undefined || bare(text).length > bare(best).length ? text : best),
        undefined,
      );
  return (
    fits((letters) => window.startsWith(letters)) ?? fits((letters) => window.includes(letters))
  );
};

/** A site's name is shorter than this. */
const LONG = 14;

const bodyTextOf = (page: PageSnapshot): string => (page.rule?.body ?? page.bodies[0])?.text ?? "";

/** A window title that is nothing but the site's name, as old sites have it on every page. */
const isSiteName = (text: string): boolean =>
  (text.length <= 20 && /(?:网|网站|门户|政府|频道|平台|在线)$/u.test(text)) ||
  (text.length <= 12 &&
    /(?:学院|大学|学校|医院|委员会|协会|学会|研究[所院]|[\u4e00-\u9fff]{3}[局厅馆])$/u.test(text));

const NO_TITLE =
  /^(?:文章|新闻|信息|公告|内容)?(?:详情|详情页|详细|详细内容|正文|内容|浏览|显示)$/u;

/** Whether a text names the page's column, as its window title or its tag does on some sites, and not the page. */
const isColumn = (page: PageSnapshot, text: string): boolean =>
  NO_TITLE.test(text) ||
  text === meta(page, "columnname") ||
  page.breadcrumb.some(
    (one, index) =>
      plainText(one) === text && (index < page.breadcrumb.length - 1 || text.length <= 8),
  );

/** What a text that is cut short (`水渠修到家…`) is in whole, as a heading says it. */
const uncutTitle = (text: string, headings: readonly string[]): string | undefined => {
  const stem = bare(text.replace(/\s*(?:\.{3,}|…+)$/u, ""));
  return /(?:\.{3}|…)$/u.test(text) && stem.length >= 6
    ? headings.find((one) => bare(one).startsWith(stem))
    : undefined;
};

/** A window title that is made of columns and the site's name alone: `某网-要闻`. */
const saysNothing = (page: PageSnapshot, text: string, names: readonly string[]): boolean =>
  text
    .split(/\s*(?:--|[_|｜>·–—-])\s*/u)
    .every(
      (part) =>
        isColumn(page, part) || (text !== part && (isSiteName(part) || names.includes(part))),
    );

/** A tag or a card with the site's name behind it, where a heading says it without. */
const withoutSite = (
  text: string | undefined,
  names: readonly string[],
  headings: readonly string[],
): string | undefined => {
  const cut = withoutSiteSuffix(text ?? "", names);
  return headings.find((one) => bare(one) === bare(cut)) ?? text;
};

/** The title. Never empty: at worst the page's own title, or its address. */
export const titleOf = (page: PageSnapshot): Found<string> => {
  const names = siteNames(page);
  const pageTitle = withoutSiteSuffix(page.title, names);
  if (isHomePage(page) && plainText(page.title) !== "") {
    return { value: plainText(page.title).slice(0, 300), source: "page-title", confidence: 0.6 };
  }
  const headings = page.headings
    .map(plainText)
    .filter(
      (text) => text.length >= 4 && text.length <= 120 && !/^[\d\s年月日:：/.-]+$/u.test(text),
    );
  // The site may stand first in its window titles, before a long title as well.
  const saysColumn = saysNothing(page, pageTitle, names);
  const telling = headings.filter((text) => !isColumn(page, text));
  const agreed = saysColumn
    ? undefined
    : (agreedHeading(telling, pageTitle) ??
      agreedHeading(
        telling.filter((text) => bare(text).length >= LONG && !isSiteName(text)),
        page.title,
      ));
  // A heading goes on in a second line, which the window title has in the same: `标题——副标题`.
  const goesOn =
    agreed !== undefined &&
    bare(pageTitle).startsWith(bare(agreed)) &&
    /^—{1,2}(?!.{0,14}(?:网|网站|政府|在线|新闻)$)[^—]{4}/u.test(
      bare(pageTitle).slice(bare(agreed).length),
    );
  // Some sites tag every page with their own name, or with the column's.
  const isFrame = (text: string): boolean =>
    names.includes(text) || text === meta(page, "columnname") || text === page.breadcrumb[0];
  const own = (text: string | undefined): string | undefined =>
    text === undefined || isFrame(text) ? undefined : text;
  const tag = withoutSite(own(meta(page, "articletitle")), names, headings);
  const shared = own(withoutSiteSuffix(meta(page, "og:title") ?? "", names));
  // A card may show less of the title than the page.
  const whole = (text: string): string =>
    text !== "" && agreed !== undefined && bare(agreed).startsWith(bare(text)) ? agreed : text;
  const isSaid = (text: string): boolean =>
    bare(page.title).startsWith(bare(text)) || headings.some((one) => bare(one) === bare(text));
  const found = firstFound<string>([
    () =>
      foundText(
        tag === undefined ? undefined : (uncutTitle(tag, headings) ?? tag),
        "page-tags",
        0.95,
      ),
    () => foundText(own(mark(page, "title")), "page-tags", 0.9),
    () => foundText(own(withoutSiteSuffix(linked(page, "headline") ?? "", names)), "json-ld", 0.85),
    () =>
      foundText(
        shared !== undefined && isSaid(shared) ? whole(shared) : undefined,
        "open-graph",
        0.85,
      ),
    () => foundText(uncutTitle(pageTitle, headings), "heading", 0.85),
    () => foundText(goesOn ? pageTitle : agreed, "heading", 0.85),
    () => foundText(shared, "open-graph", 0.6),
    // A window title of a word or two names the column, not the page.
    () =>
      foundText(
        pageTitle.length >= 6 && !isSiteName(pageTitle) && !saysColumn ? pageTitle : undefined,
        "page-title",
        0.6,
      ),
    // A title of two or three letters is one if a heading says the same.
    () =>
      foundText(
        !saysColumn && page.headings.some((one) => plainText(one) === pageTitle)
          ? pageTitle
          : undefined,
        "heading",
        0.5,
      ),
    () => foundText(telling[0] ?? headings[0], "heading", 0.5),
    () => foundText(pageTitle, "page-title", 0.4),
    () => foundText(page.media[0]?.label, "element", 0.4),
    () => foundText(titleInDocument(bodyTextOf(page)), "body", 0.4),
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

/** An office's or a medium's name, as a person's is none. */
const OFFICE =
  /(?:[网报社台局厅委办部院站所]|中心|政府|公司|融媒|媒体|传媒|学校|大学|学会|协会|客户端|发布|街道|乡|镇|村|社区)$/u;

/** Whose text it is, alone in brackets under it: `（青禾日报）`. */
const SIGNED = /[（(]([\u4e00-\u9fff]{2,16}(?:[网报社台]|客户端))[）)]$/u;

const SOURCE_IN_TEXT =
  /[（(【[]?(?:文章|信息|稿件|本文|内容)?来\s*源[:：]\s*([^）)】\]\n，。]{2,30})[）)】\]]?\s*$/u;

/** Who sent the text in: `（县水利局 供稿）`. */
const GIVEN = /[（(]([\u4e00-\u9fff]{3,20}?)\s?供稿[）)]/u;

/** The source that stands under the text itself: `（来源：农民日报）`. */
const sourceInBody = (page: PageSnapshot): string | undefined =>
  SOURCE_IN_TEXT.exec(bodyTextOf(page).slice(-160).trimEnd())?.[1] ??
  SIGNED.exec(bodyTextOf(page).slice(-20).trimEnd().split("\n").at(-1) ?? "")?.[1] ??
  [GIVEN.exec(bodyTextOf(page).slice(-60))?.[1] ?? ""].find((name) => OFFICE.test(name));

/** What says of a source only that there is one. */
const NO_NAME = /^(?:本网|本站|网络|互联网|原创|转载|转发|其他|综合|未知|无)/u;

/**
 * The source beside the title, where the page's tag says only on which site it stands: software fills
 * that tag, the line was written for readers.
 */
const shownSource = (
  page: PageSnapshot,
  tag: string | undefined,
  shown: string | undefined,
): string | undefined => {
  if (tag === undefined || shown === undefined || NO_NAME.test(shown)) return undefined;
  const isSite = siteNames(page).includes(tag) || /(?:网站|政务网|政府网|门户网)$/u.test(tag);
  const isAName = /^[\u4e00-\u9fff][\u4e00-\u9fff\w·（）()《》“”—-]{1,29}$/u.test(shown);
  const isOther = !bare(tag).includes(bare(shown)) && !bare(shown).includes(bare(tag));
  return isSite && isAName && isOther && page.headText.includes(shown) ? shown : undefined;
};

/** The whole of a source that the page shows cut: `综合自甲报、乙网...`. */
const wholeOf = (shown: string | undefined, tag: string | undefined): string | undefined => {
  const begin = shown?.replace(/(?:\.{2,6}|…{1,3})$/u, "");
  const isCut = begin !== undefined && begin !== shown && begin.length >= 6;
  return isCut && tag?.startsWith(begin) === true && tag.length <= 200 ? tag : undefined;
};

const office = (name: string | undefined): string | undefined =>
  name !== undefined && OFFICE.test(name) ? name : undefined;

/** Whose rights a page says it is under: `某网版权所有`. */
const owner = (text: string | undefined): string | undefined => {
  const name = (text ?? "").replace(/版权所有|copyright|©|\(c\)|[\d\s.,-]+/giu, "");
  return /^[\u4e00-\u9fff]{4,24}$/u.test(name) ? office(name) : undefined;
};

/** Who published it. */
export const publisherOf = (page: PageSnapshot): Found<string> | undefined => {
  const clean = (text: string | undefined): string | undefined => {
    const plain = withoutLabel(plainText(text));
    return /^https?:|^[-—\d\s]*$|^(?:无|暂无|未知|null|undefined)$/iu.test(plain) ||
      plain.length > 60
      ? undefined
      : plain;
  };
  const tag = clean(meta(page, "contentsource"));
  const shown = clean(label(page, /来源$|稿源|出处/u));
  return firstFound<string>([
    () => foundText(shownSource(page, tag, shown), "label", 0.8),
    () => foundText(wholeOf(shown, plainText(meta(page, "contentsource"))), "page-tags", 0.9),
    () => foundText(tag, "page-tags", 0.95),
    () => foundText(clean(mark(page, "publisher")), "page-tags", 0.9),
    () => foundText(clean(page.baidu["source"]), "baidu", 0.9),
    () =>
      foundText(
        clean(label(page, /来源于?$|(?:转载?|来)自|稿源|出处|供稿|信息提供/u)),
        "label",
        0.85,
      ),
    () => foundText(clean(meta(page, "source", "mediaid")), "page-tags", 0.7),
    () => foundText(clean(label(page, /^来源处$/u)), "label", 0.65),
    () => foundText(clean(linked(page, "publisher")), "json-ld", 0.65),
    () => foundText(clean(sourceInBody(page)), "body", 0.6),
    () =>
      foundText(
        clean(label(page, /发布机构|发布单位|发文机关|[答回]复(?:单位|部门)/u)),
        "label",
        0.6,
      ),
    () => foundText(office(clean(label(page, /^发布(?:者|人)?$/u))), "label", 0.55),
    () => foundText(clean(mark(page, "author")), "label", 0.5),
    () => foundText(clean(meta(page, "og:site_name")), "open-graph", 0.5),
    () => foundText(clean(meta(page, "sitename")), "page-tags", 0.4),
    () => foundText(signatureIn(bodyTextOf(page)).office, "body", 0.4),
    () =>
      foundText(clean(isHomePage(page) ? undefined : siteInTitle(page.title)), "page-title", 0.35),
    () => foundText(owner(clean(meta(page, "copyright"))), "page-tags", 0.35),
    () => foundText(clean(label(page, /^账号$/u)), "label", 0.35),
  ]);
};

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
