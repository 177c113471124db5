import type { CivilDate } from "@dianbo/shared/clock";
import { monthsOf, quarterOf, type ReportSpan, readSpan, spanKey } from "@dianbo/shared/report";
import { daysOfMonth, type Month, plusDays, plusMonths } from "@dianbo/shared/session";
import type { ReportWords } from "./report-words.ts";

/** What a report is called. */
export const spanName = (span: ReportSpan, words: ReportWords): string => {
  switch (span.type) {
    case "month":
      return words.names.month(Number(span.month.slice(0, 4)), Number(span.month.slice(5)));
    case "quarter":
      return words.names.quarter(span.year, span.quarter);
    case "year":
      return words.names.year(span.year);
  }
};

/** A month's short name: 11月. */
export const shortMonth = (month: Month, words: ReportWords): string =>
  words.shortMonth(Number(month.slice(5)));

/** The address of a report. */
export const spanHref = (span: ReportSpan): string => `#/reports/${spanKey(span)}`;

/** The report of the same length before or after. */
export const neighbour = (span: ReportSpan, by: 1 | -1): ReportSpan => {
  if (span.type === "year") return readSpan(String(span.year + by)) ?? span;
  const months = monthsOf(span);
  const month = by === 1 ? months.at(-1) : months[0];
  if (month === undefined) return span;
  const other = plusMonths(month, by);
  return span.type === "month" ? { type: "month", month: other } : quarterOf(other);
};

/** The last day of a span. */
export const lastDayOf = (span: ReportSpan): CivilDate | undefined => {
  const month = monthsOf(span).at(-1);
  return month === undefined ? undefined : daysOfMonth(month).at(-1);
};

/** The day by which a report is due: so many days after its span ended. */
export const dueDay = (span: ReportSpan, reportDay: number): CivilDate | undefined => {
  const last = lastDayOf(span);
  return last === undefined ? undefined : plusDays(last, reportDay);
};
