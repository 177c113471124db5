import * as v from "valibot";
import { type CivilDate, civilDateSchema } from "../clock/index.ts";

const DAY_MS = 86_400_000;

/** The first and the last day that a calendar of ours knows. */
export const FIRST_DAY: CivilDate = v.parse(civilDateSchema, "1970-01-01");
/** See `FIRST_DAY`. */
export const LAST_DAY: CivilDate = v.parse(civilDateSchema, "2099-12-31");

/** A civil date of the calendar: 1970 to 2099, and a day that there is. */
export const calendarDateSchema = v.pipe(
  civilDateSchema,
  v.check((date) => date >= FIRST_DAY && date <= LAST_DAY, "1970 to 2099"),
  v.check((date) => dateOfDay(dayOf(date)) === date, "a day of its month"),
);

/** Days since 1970-01-01. */
export const dayOf = (date: CivilDate): number => Math.floor(Date.parse(date) / DAY_MS);

/** The civil date of a number of days since 1970-01-01, kept within the calendar. */
export const dateOfDay = (day: number): CivilDate => {
  const kept = Math.max(0, Math.min(day, Math.floor(Date.parse(LAST_DAY) / DAY_MS)));
  return v.parse(civilDateSchema, new Date(kept * DAY_MS).toISOString().slice(0, 10));
};

/** The date so many days later, or earlier; never outside the calendar. */
export const plusDays = (date: CivilDate, days: number): CivilDate => dateOfDay(dayOf(date) + days);

/** Day of the week: 1 is Monday, 7 Sunday. */
export const weekdayOf = (date: CivilDate): number => ((dayOf(date) + 3) % 7) + 1;

/** A month, `YYYY-MM`. */
export const monthSchema = v.pipe(
  v.string(),
  v.regex(/^(?:19[7-9]\d|20\d\d)-(?:0[1-9]|1[0-2])$/u),
  v.brand("Month"),
);
/** A month, `YYYY-MM`. */
export type Month = v.InferOutput<typeof monthSchema>;

/** The month of a date. */
export const monthOf = (date: CivilDate): Month => v.parse(monthSchema, date.slice(0, 7));

/** All days of a month, in order. */
export const daysOfMonth = (month: Month): readonly CivilDate[] => {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const first = v.parse(civilDateSchema, `${month}-01`);
  return Array.from({ length: count }, (_, at) => plusDays(first, at));
};

/** The month so many months later, or earlier; never outside the calendar. */
export const plusMonths = (month: Month, months: number): Month => {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const count = Math.max(1970 * 12, Math.min(year * 12 + number - 1 + months, 2099 * 12 + 11));
  const text = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
  return v.parse(monthSchema, text);
};
