import * as v from "valibot";
import type { CivilDate } from "../clock/index.ts";
import { dateOfDay, dayOf, LAST_DAY, weekdayOf } from "./civil-days.ts";

const weekday = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7));

/** On which days something comes again. */
export const repeatSchema = v.variant("type", [
  /** Fixed days of each month: 「逢六」 is 6, 16 and 26. A month without a 31st has no session on it. */
  v.object({
    type: v.literal("month-days"),
    days: v.pipe(
      v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31))),
      v.minLength(1),
      v.maxLength(31),
    ),
  }),
  /** Days of the week (1 is Monday), every week or every few, counted from the week of the first day. */
  v.object({
    type: v.literal("week-days"),
    days: v.pipe(v.array(weekday), v.minLength(1), v.maxLength(7)),
    every: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8)),
  }),
  /** The first, second… or last (-1) such weekday of each month. */
  v.object({
    type: v.literal("month-weekday"),
    nth: v.pipe(v.number(), v.integer(), v.picklist([1, 2, 3, 4, 5, -1])),
    weekday,
  }),
]);
/** On which days something comes again; see `repeatSchema`. */
export type Repeat = v.InferOutput<typeof repeatSchema>;

/** No window is longer than this: a rule without end is only ever looked at piece by piece. */
const WINDOW_DAYS = 800;

/** The days of the month that end in a digit: 「逢六」 are 6, 16, 26; 「逢十」 (0) are 10, 20, 30. */
export const daysEndingIn = (digit: number): readonly number[] =>
  Array.from({ length: 31 }, (_, at) => at + 1).filter((day) => day % 10 === digit);

const monthLength = (date: CivilDate): number => {
  const [year = 0, month = 0] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
};

const weekOf = (date: CivilDate): number => Math.floor((dayOf(date) + 3) / 7);

/** Whether a day is one of the rule's, whose first day is `first`. */
export const fallsOn = (repeat: Repeat, first: CivilDate, date: CivilDate): boolean => {
  const dayOfMonth = Number(date.slice(8));
  switch (repeat.type) {
    case "month-days":
      return repeat.days.includes(dayOfMonth);
    case "week-days":
      return (
        repeat.days.includes(weekdayOf(date)) && (weekOf(date) - weekOf(first)) % repeat.every === 0
      );
    case "month-weekday":
      if (weekdayOf(date) !== repeat.weekday) return false;
      return repeat.nth === -1
        ? dayOfMonth + 7 > monthLength(date)
        : Math.ceil(dayOfMonth / 7) === repeat.nth;
  }
};

/**
 * The days of a rule within a window, rising. `until` may be missing: such a rule has no end, and only the
 * window bounds it. A window longer than `WINDOW_DAYS` is cut.
 */
export const daysOfRepeat = (
  rule: {
    readonly repeat: Repeat;
    readonly from: CivilDate;
    readonly until?: CivilDate | null | undefined;
  },
  from: CivilDate,
  to: CivilDate,
): readonly CivilDate[] => {
  const start = dayOf(from > rule.from ? from : rule.from);
  const last = rule.until == null || to < rule.until ? to : rule.until;
  const end = Math.min(dayOf(last), dayOf(LAST_DAY), start + WINDOW_DAYS);
  const days: CivilDate[] = [];
  for (let day = start; day <= end; day += 1) {
    const date = dateOfDay(day);
    if (fallsOn(rule.repeat, rule.from, date)) days.push(date);
  }
  return days;
};
