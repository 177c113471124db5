import type { CivilDate } from "@dianbo/shared/clock";
import { plusDays, sessionsBetween } from "@dianbo/shared/session";
import { type MenuDay, type MenuSession, menuDays, type SetMenu } from "@dianbo/shared/set-menu";
import { useMemo } from "react";
import { useSnapshot } from "../../app/library-context.tsx";
import { useSchedule, useSiteTime } from "../../app/site-records.ts";

/** So many days back and ahead sessions are looked at; what ran is told however long ago it was. */
const BACK = 1100;
const AHEAD = 60;

/** Days on which menus were used, and for which they are planned. */
export interface MenuCalendar {
  daysOf(menu: SetMenu): readonly MenuDay[];
  /** The next day with a session of that menu, today included. */
  nextOf(menu: SetMenu): CivilDate | undefined;
}

/** Menus on the calendar: told from the playback register and from the site's sessions. */
export const useMenuDays = (): MenuCalendar => {
  const { playbacks, entries } = useSnapshot();
  const schedule = useSchedule();
  const { date: today } = useSiteTime();
  return useMemo(() => {
    const register = [...playbacks.values()];
    const all = [...entries.values()];
    const sessions = sessionsBetween(
      schedule,
      plusDays(today, -BACK),
      plusDays(today, AHEAD),
    ).flatMap(({ content, date, cancelled }): MenuSession[] =>
      cancelled || content?.type !== "menu" ? [] : [{ menu: content.menu, on: date }],
    );
    return {
      daysOf: (menu) => menuDays(menu, all, register, sessions),
      nextOf: (menu) =>
        sessions
          .filter((session) => session.menu === menu.id && session.on >= today)
          .map(({ on }) => on)
          .sort()[0],
    };
  }, [playbacks, entries, schedule, today]);
};
