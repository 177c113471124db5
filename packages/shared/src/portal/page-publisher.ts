import { signatureIn } from "./document-text.ts";
import { type Found, firstFound, foundText } from "./field.ts";
import type { PageSnapshot } from "./page-snapshot.ts";
import { plainText, siteInTitle, withoutLabel } from "./page-text.ts";
import {
  bareText,
  bodyTextOf,
  isHomePage,
  label,
  linked,
  mark,
  meta,
  siteNames,
} from "./page-values.ts";

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
  const isOther =
    !bareText(tag).includes(bareText(shown)) && !bareText(shown).includes(bareText(tag));
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
