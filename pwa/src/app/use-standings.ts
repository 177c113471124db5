import { plusDays, sessionsBetween } from "@dianbo/shared/session";
import {
  indexWishFacts,
  isWaiting,
  standingOf,
  type WishRow,
  type WishStanding,
} from "@dianbo/shared/wish";
import { useMemo } from "react";
import { useSnapshot } from "./library-context.tsx";
import { useSchedule, useSiteTime, useWishes } from "./site-records.ts";

/** How far back and ahead a session may answer a wish, in days. */
const BACK = 366;
const AHEAD = 366;

/** One wish with how it stands. */
export interface StandingRow {
  readonly row: WishRow;
  readonly standing: WishStanding;
}

/** The three heaps that wishes lie in. */
export type WishGroup = "waiting" | "answered" | "declined";

/** The heap of a standing. */
export const groupOf = (standing: WishStanding): WishGroup =>
  standing.type === "declined" ? "declined" : isWaiting(standing) ? "waiting" : "answered";

/** All wishes with how they stand, most asked for first. */
export const useStandings = (): readonly StandingRow[] => {
  const { rows } = useWishes();
  const { items, menus, entries, playbacks } = useSnapshot();
  const schedule = useSchedule();
  const { date } = useSiteTime();
  return useMemo(() => {
    const sessions = sessionsBetween(schedule, plusDays(date, -BACK), plusDays(date, AHEAD));
    const index = indexWishFacts({ items, menus, entries, playbacks, sessions });
    return rows.map((row) => ({ row, standing: standingOf(row, index) }));
  }, [rows, items, menus, entries, playbacks, schedule, date]);
};
