import { type CivilDate, civilDateOf, type Instant } from "../clock/index.ts";
import type { RecordId } from "../identity/index.ts";
import { entriesOf } from "./arrange.ts";
import type { SetMenu, SetMenuEntry } from "./set-menu.ts";

/** A line of the playback register, as far as menus go. */
export interface Played {
  readonly item: RecordId;
  readonly startedAt: Instant;
}

/** A session on a day that had a menu on it. */
export interface MenuSession {
  readonly menu: RecordId;
  readonly on: CivilDate;
}

/** A day on which a menu was used. */
export interface MenuDay {
  readonly on: CivilDate;
  /** How many of its items ran that day, each counted once. */
  readonly played: number;
  /** Whether the day had a session with this menu. */
  readonly session: boolean;
}

/**
 * The days on which a menu was used (放过), the latest first. The register knows items, not menus, so a
 * day counts when at least half of the menu's items ran, or when one ran at a session with this menu.
 * A session on which nothing ran is no use of it.
 */
export const menuDays = (
  menu: SetMenu,
  entries: readonly SetMenuEntry[],
  register: Iterable<Played>,
  sessions: Iterable<MenuSession> = [],
): readonly MenuDay[] => {
  const items = new Set(entriesOf(menu.id, entries).flatMap(({ item }) => item ?? []));
  const held = new Set<CivilDate>();
  for (const { menu: of, on } of sessions) if (of === menu.id) held.add(on);
  const days = new Map<CivilDate, Set<RecordId>>();
  for (const { item, startedAt } of register) {
    if (!items.has(item)) continue;
    const on = civilDateOf(startedAt);
    const there = days.get(on);
    if (there === undefined) days.set(on, new Set([item]));
    else there.add(item);
  }
  return [...days]
    .flatMap(([on, { size }]): MenuDay[] =>
      held.has(on) || size * 2 >= items.size ? [{ on, played: size, session: held.has(on) }] : [],
    )
    .sort((a, b) => (a.on < b.on ? 1 : -1));
};
