import { titleInDocument } from "./document-text.ts";
import { type Found, firstFound, foundText } from "./field.ts";
import type { PageSnapshot } from "./page-snapshot.ts";
import { plainText, withoutSiteSuffix } from "./page-text.ts";
import { bareText, bodyTextOf, isHomePage, linked, mark, meta, siteNames } from "./page-values.ts";

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

/** Of several headings the one that the window title says most of; what it begins with is the page's own. */
const agreedHeading = (headings: readonly string[], pageTitle: string): string | undefined => {
  const window = bareText(pageTitle);
  const fits = (test: (letters: string) => boolean): string | undefined =>
    headings
      .filter((text) => test(bareText(text)))
      .reduce<string | undefined>(
        (best, text) =>
          best === undefined || bareText(text).length > bareText(best).length ? text : best,
        undefined,
      );
  return (
    fits((letters) => window.startsWith(letters)) ?? fits((letters) => window.includes(letters))
  );
};

/** A site's name is shorter than this. */
const LONG = 14;

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
  const stem = bareText(text.replace(/\s*(?:\.{3,}|…+)$/u, ""));
  return /(?:\.{3}|…)$/u.test(text) && stem.length >= 6
    ? headings.find((one) => bareText(one).startsWith(stem))
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
  return headings.find((one) => bareText(one) === bareText(cut)) ?? text;
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
        telling.filter((text) => bareText(text).length >= LONG && !isSiteName(text)),
        page.title,
      ));
  // A heading goes on in a second line, which the window title has in the same: `标题——副标题`.
  const goesOn =
    agreed !== undefined &&
    bareText(pageTitle).startsWith(bareText(agreed)) &&
    /^—{1,2}(?!.{0,14}(?:网|网站|政府|在线|新闻)$)[^—]{4}/u.test(
      bareText(pageTitle).slice(bareText(agreed).length),
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
    text !== "" && agreed !== undefined && bareText(agreed).startsWith(bareText(text))
      ? agreed
      : text;
  const isSaid = (text: string): boolean =>
    bareText(page.title).startsWith(bareText(text)) ||
    headings.some((one) => bareText(one) === bareText(text));
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
