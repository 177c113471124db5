import { type Changes, put } from "../changes/index.ts";
import type { CivilDate } from "../clock/index.ts";
import type { SetMenu } from "./set-menu.ts";

/** The seasons of the farmer's year, from March on. */
export const SEASONS = ["spring", "summer", "autumn", "winter"] as const;
/** One of the seasons. */
export type Season = (typeof SEASONS)[number];

/** A season of a year; a winter belongs to the year in which it began. */
export interface SeasonOfYear {
  readonly year: number;
  readonly season: Season;
}

/** The season of a day: spring is March to May, and so on. */
export const seasonOf = (date: CivilDate): SeasonOfYear => {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const season = SEASONS[Math.floor(((month + 9) % 12) / 3)] ?? "spring";
  return { year: month < 3 ? year - 1 : year, season };
};

/** Whether a menu is out of the lists. It answers to its number all the same. */
export const isArchived = (menu: Pick<SetMenu, "archivedOn">): boolean => menu.archivedOn != null;

/** Whether a menu stands in the lists. */
export const isOffered = (menu: Pick<SetMenu, "archivedOn" | "life">): boolean =>
  menu.life !== "deleted" && !isArchived(menu);

/** Takes menus out of the lists (收起), in one step; their numbers stay theirs. */
export const archiveSetMenus = (menus: readonly SetMenu[], on: CivilDate): Changes => ({
  label: { type: "edit-set-menu", name: menus[0]?.name ?? "", count: menus.length },
  puts: menus.map(({ id }) => put({ id, kind: "set-menu" }, "archivedOn", on)),
});

/** Puts archived menus back into the lists (放回来), under the numbers they had. */
export const bringBackSetMenus = (menus: readonly SetMenu[]): Changes => ({
  label: { type: "edit-set-menu", name: menus[0]?.name ?? "", count: menus.length },
  puts: menus.map(({ id }) => put({ id, kind: "set-menu" }, "archivedOn", null)),
});

/** The archived menus of one season. */
export interface ArchivedSeason extends SeasonOfYear {
  readonly menus: readonly SetMenu[];
}

/** Archived menus by season, the latest first; in each by number. */
export const archivedBySeason = (menus: Iterable<SetMenu>): readonly ArchivedSeason[] => {
  const bySeason = new Map<string, { of: SeasonOfYear; menus: SetMenu[] }>();
  for (const menu of menus) {
    if (menu.life === "deleted" || menu.archivedOn == null) continue;
    const of = seasonOf(menu.archivedOn);
    const key = `${of.year}-${SEASONS.indexOf(of.season)}`;
    const there = bySeason.get(key);
    if (there === undefined) bySeason.set(key, { of, menus: [menu] });
    else there.menus.push(menu);
  }
  return [...bySeason.values()]
    .sort(
      (a, b) =>
        b.of.year - a.of.year || SEASONS.indexOf(b.of.season) - SEASONS.indexOf(a.of.season),
    )
    .map(({ of, menus: some }) => ({ ...of, menus: some.sort(byMenuNumber) }));
};

/** Menus by number; those without one behind, by id. */
export const byMenuNumber = (a: SetMenu, b: SetMenu): number =>
  (a.number ?? 100) - (b.number ?? 100) || (a.id < b.id ? -1 : 1);

/** How many of the numbers 1 to 99 nobody has: deleted and archived menus keep theirs. */
export const menuNumbersLeft = (menus: Iterable<SetMenu>): number => {
  const taken = new Set<number>();
  for (const { number } of menus) if (number != null) taken.add(number);
  return 99 - taken.size;
};
