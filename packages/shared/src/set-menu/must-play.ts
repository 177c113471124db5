import { type Changes, put } from "../changes/index.ts";
import type { MenuTimes, TimedEntry } from "./arrange.ts";
import type { SetMenu, SetMenuEntry } from "./set-menu.ts";

/** Whether one place of a menu must be played (必播): as it says itself, else as the menu says. */
export const isMustPlay = (
  menu: Pick<SetMenu, "mustPlay">,
  entry: Pick<SetMenuEntry, "mustPlay">,
): boolean => (entry.mustPlay ?? menu.mustPlay) === true;

/** How a menu stands with nothing but what must be played. */
export interface MustPlayTimes {
  /** Minutes of what must be played. */
  readonly total: number;
  /** By how many minutes that alone passes the session; 0 when it fits. */
  readonly over: number;
  /** Whether all of the menu must be played, or nothing of it: then there is one total, not two. */
  readonly mixed: boolean;
}

/** Counts what must be played of a menu on the clock. */
export const mustPlayTimes = (menu: SetMenu, { entries, session }: MenuTimes): MustPlayTimes => {
  const must = entries.filter(({ entry }) => isMustPlay(menu, entry));
  const total = must.reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    total,
    over: Math.max(0, total - session),
    mixed: must.length > 0 && must.length < entries.length,
  };
};

/** Marks one place of a menu as must-play or optional. */
export const markMustPlay = (menu: SetMenu, { entry }: TimedEntry, mustPlay: boolean): Changes => ({
  label: { type: "edit-set-menu", name: menu.name },
  puts: [put({ id: entry.id, kind: "set-menu-entry" }, "mustPlay", mustPlay)],
});

/** Says it for the whole menu: every place goes by it again. */
export const markAllMustPlay = (
  menu: SetMenu,
  { entries }: MenuTimes,
  mustPlay: boolean,
): Changes => ({
  label: { type: "edit-set-menu", name: menu.name },
  puts: [
    put({ id: menu.id, kind: "set-menu" }, "mustPlay", mustPlay),
    ...entries
      .filter(({ entry }) => entry.mustPlay != null)
      .map(({ entry }) => put({ id: entry.id, kind: "set-menu-entry" }, "mustPlay", null)),
  ],
});
