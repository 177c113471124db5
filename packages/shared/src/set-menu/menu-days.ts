import { type CivilDate, civilDateOf, type Instant } from "../clock/index.ts";
import type { RecordId } from "../identity/index.ts";
import { entriesOf } from "./arrange.ts";
import type { SetMenu, SetMenuEntry } from "./set-menu.ts";

/** A line of the playback register, as far as menus go. */
export interface Played {
  readonly item: RecordId;
  readonly startedAt: Instant;
  /** The menu it was played from; missing where nobody said, as in lines written before that was kept. */
  readonly menu?: RecordId | null | undefined;
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
 * The days on which a menu was used (放过), the latest first. A line of the register that names its menu
 * is a fact: that day counts for that menu and for no other. Of lines that name none the register knows
 * items only, so with them a day counts when at least half of the menu's items ran, or when one ran at a
 * session with this menu. A session on which nothing ran is no use of it.
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
  const days = new Map<CivilDate, { readonly items: Set<RecordId>; named: boolean }>();
  for (const { item, startedAt, menu: from } of register) {
    const named = from === menu.id;
    if (!named && (from != null || !items.has(item))) continue;
    const on = civilDateOf(startedAt);
    const there = days.get(on);
    if (there === undefined) days.set(on, { items: new Set([item]), named });
    else {
      there.items.add(item);
      there.named ||= named;
    }
  }
  return [...days]
    .flatMap(([on, { items: ran, named }]): MenuDay[] =>
      named || held.has(on) || ran.size * 2 >= items.size
        ? [{ on, played: ran.size, session: held.has(on) }]
        : [],
    )
    .sort((a, b) => (a.on < b.on ? 1 : -1));
};
