import type { CivilDate } from "../clock/index.ts";
import { signatureIn } from "./document-text.ts";
import { type Found, firstFound } from "./field.ts";
import { dateInText, dateInUrl, dateOfEpoch, shortDate, withinADay } from "./page-date.ts";
import type { PageSnapshot } from "./page-snapshot.ts";
import { bodyTextOf, isHomePage, isListPage, label, linked, mark, meta } from "./page-values.ts";

const asDate = (
  value: CivilDate | undefined,
  source: Found<CivilDate>["source"],
  confidence: number,
): Found<CivilDate> | undefined =>
  value === undefined ? undefined : { value, source, confidence };

const PUBLISHED =
  /^(?:发布时间|发布日期|发稿时间|发表时间|公开日期|上传时间|添加时间|录入时间)$|发布于/u;
/** An answer to a letter is published with it. */
const ANSWERED = /^(?:答复|回复|办结)(?:时间|日期)$/u;
const PLAIN = /^(?:日期|时间)$/u;
const LATER = /^(?:更新时间|更新日期|发文日期|成文日期)$/u;

/** Days beside the title that are not the page's own: when a document was signed, until when it holds. */
const OTHER_DAYS =
  /(?:成文|生成|来信|写信|留言|提交|受理|截止|截至|有效|施行|实施|更新|开始|结束)[^:：\s]{0,4}[:：]\s*[\d年月日./-]+/gu;

/** `20-11-10 09:10`: with the hour behind it, two digits are a year. */
const SHORT_WITH_HOUR = /(?<![\d-])(\d{2}-\d{2}-\d{2})\s{1,4}\d{1,2}:\d{2}/u;

const visibleDate = (page: PageSnapshot): Found<CivilDate> | undefined =>
  asDate(dateInText(label(page, PUBLISHED)), "label", 0.9) ??
  asDate(shortDate(label(page, PUBLISHED)), "label", 0.7) ??
  asDate(dateInText(label(page, ANSWERED)), "label", 0.85) ??
  asDate(dateInText(label(page, PLAIN)), "label", 0.85) ??
  asDate(dateInText(page.headText.replace(OTHER_DAYS, "")), "label", 0.7) ??
  asDate(shortDate(SHORT_WITH_HOUR.exec(page.headText)?.[1]), "label", 0.6);

const markedDate = (page: PageSnapshot): CivilDate | undefined => {
  const marked = mark(page, "publishedAt");
  return dateOfEpoch(marked) ?? dateInText(marked);
};

const TAGS = [
  "pubdate",
  "firstpublishedtime",
  "publishdate",
  "article:published_time",
  "og:article:published_time",
  "weibo:article:create_at",
  "datepublished",
  "publish_time",
  "bytedance:published_time",
  "og:release_date",
  "og:time",
  "apub:time",
];
/** Tags of the last change: better than nothing. */
const LATER_TAGS = [
  "dateupdate",
  "datemodified",
  "article:modified_time",
  "weibo:article:update_at",
];

/** Some makers fill the tag of publishing with the minute at which the file was made: `页面生成时间 2024-06-03 14:25:31`. */
const isMakingTime = (page: PageSnapshot, tag: string): boolean =>
  tag.length > 10 &&
  page.metas.some(({ name, content }) => name === "others" && content.includes(tag));

/**
 * The day it was published. Page tags may hold the day of filing, of a move to another site or of making
 * the page anew: where the visible line names another day within one day of it, or an earlier one beside
 * its label, or the address bears the visible line out, the visible line is right.
 */
export const dateOf = (page: PageSnapshot): Found<CivilDate> | undefined => {
  // The dates of a list or a front page are those of its rows.
  if (page.rule?.kind === "list" || isListPage(page) || isHomePage(page)) return undefined;
  const visible = visibleDate(page);
  const inUrl = dateInUrl(page.url);
  const tag = meta(page, ...TAGS);
  if (tag !== undefined && visible !== undefined && isMakingTime(page, tag)) return visible;
  const tagged =
    asDate(dateInText(tag), "page-tags", 0.9) ?? asDate(markedDate(page), "page-tags", 0.9);
  if (tagged !== undefined && visible !== undefined && tagged.value !== visible.value) {
    // A page is made anew later, never earlier; beside a label stands no day of the text's own story.
    const isMadeAnew = visible.confidence > 0.8 && visible.value < tagged.value;
    if (isMadeAnew) return { ...visible, confidence: 0.7 };
    const isBorneOut = inUrl !== undefined && withinADay(inUrl, visible.value);
    const isDenied = inUrl === undefined || !withinADay(inUrl, tagged.value);
    if (withinADay(tagged.value, visible.value) || (isBorneOut && isDenied)) return visible;
    // Two that disagree: the tag stands, but nobody should take it for certain.
    return { ...tagged, confidence: 0.6 };
  }
  return (
    tagged ??
    firstFound<CivilDate>([
      () => asDate(dateInText(page.baidu["pubtime"]), "baidu", 0.9),
      () => asDate(dateInText(linked(page, "datePublished")), "json-ld", 0.85),
      () => visible,
      () => asDate(inUrl, "url", 0.6),
      () => asDate(dateInText(meta(page, ...LATER_TAGS)), "page-tags", 0.5),
      () => asDate(dateInText(label(page, LATER)), "label", 0.5),
      () => asDate(dateInText(mark(page, "writtenAt")), "label", 0.5),
      () => asDate(signatureIn(bodyTextOf(page)).day, "body", 0.4),
    ])
  );
};
