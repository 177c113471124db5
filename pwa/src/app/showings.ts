import { civilDateOf } from "@dianbo/shared/clock";
import {
  type RegisteredShowing,
  type RegisterLine,
  showingsOf,
  waitingShowings,
} from "@dianbo/shared/ledger";
import { plusDays, type Schedule, type Session, sessionsBetween } from "@dianbo/shared/session";
import { useMemo } from "react";
import { useIdentity } from "./library-context.tsx";
import { useRegister, useSchedule, useSiteTime } from "./site-records.ts";

/** So far from its hour, in minutes, something still belongs to a session. */
const NEAR = 180;
/** A card waits so many days; then nobody remembers how many came. */
const CARD_DAYS = 45;

const minuteOf = (millis: number): number => (Math.floor(millis / 60_000) + 8 * 60) % (24 * 60);

/**
 * Finds the session of the calendar that a line belongs to: the one of its day with the menu it was played
 * from, else the only one near its hour. `undefined` where that is not plain.
 */
const sessionFinder = (
  schedule: Schedule,
): ((line: Pick<RegisterLine, "startedAt" | "menu">) => Session["id"] | undefined) => {
  const days = new Map<string, readonly Session[]>();
  return ({ startedAt, menu }) => {
    const on = civilDateOf(startedAt);
    const known = days.get(on);
    const sessions =
      known ?? sessionsBetween(schedule, on, on).filter(({ cancelled }) => !cancelled);
    if (known === undefined) days.set(on, sessions);
    const byMenu = sessions.filter(
      ({ content }) => menu != null && content?.type === "menu" && content.menu === menu,
    );
    const near = sessions.filter(
      ({ start }) => start == null || Math.abs(start - minuteOf(startedAt)) <= NEAR,
    );
    const fitting = byMenu.length > 0 ? byMenu : near;
    return fitting.length === 1 ? fitting[0]?.id : undefined;
  };
};

/** The playback register by showings, in order of their first lines. */
export const useShowings = (): readonly RegisteredShowing[] => {
  const register = useRegister();
  const schedule = useSchedule();
  const { site } = useIdentity();
  return useMemo(
    () => showingsOf(register, site, sessionFinder(schedule)),
    [register, schedule, site],
  );
};

/** The showings after which nobody has said how many came, the latest first. */
export const useWaitingShowings = (): readonly RegisteredShowing[] => {
  const showings = useShowings();
  const { date } = useSiteTime();
  return useMemo(() => waitingShowings(showings, plusDays(date, -CARD_DAYS)), [showings, date]);
};
