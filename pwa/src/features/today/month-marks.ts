import { type CivilDate, civilDateOf } from "@dianbo/shared/clock";
import { downloadDaysInWeek } from "@dianbo/shared/ledger";
import { daysOfMonth, monthOf, type Session } from "@dianbo/shared/session";
import type { LibrarySnapshot } from "../../storage/index.ts";

/** One day of the month with what was done on it, or is set for it. */
export interface MarkedDay {
  readonly date: CivilDate;
  readonly downloaded: boolean;
  readonly played: boolean;
  readonly set: boolean;
}

/** The month as the start page draws it; every figure is told from records. */
export interface MonthMarks {
  readonly days: readonly MarkedDay[];
  readonly downloadDays: number;
  readonly playedDays: number;
  /** Sessions from today on. */
  readonly sessionsAhead: number;
  /** Days of this week on which something was taken down. */
  readonly thisWeek: number;
}

/** Marks a month's days: taken down, played, set. */
export const marksOfMonth = (
  { downloads, playbacks }: Pick<LibrarySnapshot, "downloads" | "playbacks">,
  sessions: readonly Session[],
  today: CivilDate,
): MonthMarks => {
  const downloaded = new Set(
    [...downloads.values()].filter(({ life }) => life !== "deleted").map(({ date }) => date),
  );
  const played = new Set([...playbacks.values()].map(({ startedAt }) => civilDateOf(startedAt)));
  const ahead = sessions.filter(({ date, cancelled }) => !cancelled && date >= today);
  const set = new Set(ahead.map(({ date }) => date));
  const days = daysOfMonth(monthOf(today)).map((date) => ({
    date,
    downloaded: downloaded.has(date),
    played: played.has(date),
    set: set.has(date) && !played.has(date),
  }));
  return {
    days,
    downloadDays: days.filter((day) => day.downloaded).length,
    playedDays: days.filter((day) => day.played).length,
    sessionsAhead: ahead.length,
    thisWeek: downloadDaysInWeek(downloaded, today),
  };
};
