import * as v from "valibot";
import { type CivilDate, civilDateSchema } from "../clock/index.ts";

const DAY_MS = 86_400_000;

/** The days of the week of `today`, Monday first. */
export const weekOfDay = (today: CivilDate): readonly CivilDate[] => {
  const start = Date.parse(today);
  const monday = start - ((new Date(start).getUTCDay() + 6) % 7) * DAY_MS;
  return Array.from({ length: 7 }, (_, day) =>
    v.parse(civilDateSchema, new Date(monday + day * DAY_MS).toISOString().slice(0, 10)),
  );
};

/** On how many days of the week of `today` something was taken down, by the days of downloads. */
export const downloadDaysInWeek = (days: Iterable<CivilDate>, today: CivilDate): number => {
  const week = new Set(weekOfDay(today));
  return new Set([...days].filter((day) => week.has(day))).size;
};
