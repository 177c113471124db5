import type { CivilDate } from "../clock/index.ts";
import { type Found, firstFound } from "./field.ts";
import { dateInText, dateInUrl, withinADay } from "./page-date.ts";
import type { PageSnapshot } from "./page-snapshot.ts";
import { isHomePage, isListPage, label, linked, meta } from "./page-values.ts";

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
  // The dates of a list or a front page are those of its rows.
  if (isListPage(page) || isHomePage(page)) return undefined;
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
