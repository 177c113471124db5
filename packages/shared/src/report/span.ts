import * as v from "valibot";
import { type Month, monthSchema } from "../session/index.ts";

/** What a report covers: a month, a quarter or a year. */
export type ReportSpan =
  | { readonly type: "month"; readonly month: Month }
  | { readonly type: "quarter"; readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }
  | { readonly type: "year"; readonly year: number };

const QUARTERS = [1, 2, 3, 4] as const;

const monthOfYear = (year: number, number: number): Month =>
  v.parse(monthSchema, `${year}-${String(number).padStart(2, "0")}`);

/** The months of a span, in order. */
export const monthsOf = (span: ReportSpan): readonly Month[] => {
  switch (span.type) {
    case "month":
      return [span.month];
    case "quarter":
      return [2, 1, 0].map((back) => monthOfYear(span.year, span.quarter * 3 - back));
    case "year":
      return Array.from({ length: 12 }, (_, at) => monthOfYear(span.year, at + 1));
  }
};

/** A span as addresses and records name it: `2026-11`, `2026-q4`, `2026`. */
export const spanKey = (span: ReportSpan): string => {
  switch (span.type) {
    case "month":
      return span.month;
    case "quarter":
      return `${span.year}-q${span.quarter}`;
    case "year":
      return String(span.year);
  }
};

/** The span that a key names; `undefined` where it names none of 1970 to 2099. */
export const readSpan = (key: string): ReportSpan | undefined => {
  const month = v.safeParse(monthSchema, key);
  if (month.success) return { type: "month", month: month.output };
  const [, year = "", digit] = /^(19[7-9]\d|20\d\d)(?:-q([1-4]))?$/u.exec(key) ?? [];
  if (year === "") return undefined;
  if (digit === undefined) return { type: "year", year: Number(year) };
  const quarter = QUARTERS.find((one) => String(one) === digit);
  return quarter === undefined ? undefined : { type: "quarter", year: Number(year), quarter };
};

/** The quarter that a month lies in. */
export const quarterOf = (month: Month): ReportSpan & { readonly type: "quarter" } => {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const quarter = QUARTERS[Math.floor((number - 1) / 3)] ?? 1;
  return { type: "quarter", year, quarter };
};

/** The year that a month lies in. */
export const yearOf = (month: Month): ReportSpan & { readonly type: "year" } => ({
  type: "year",
  year: Number(month.slice(0, 4)),
});
