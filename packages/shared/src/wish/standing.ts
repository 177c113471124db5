import { type CivilDate, civilDateOf } from "../clock/index.ts";
import { type Courseware, isListed } from "../courseware/index.ts";
import type { RecordId } from "../identity/index.ts";
import type { Playback } from "../ledger/index.ts";
import type { Session } from "../session/index.ts";
import type { SetMenu, SetMenuEntry } from "../set-menu/index.ts";
import type { WishRow } from "./tally.ts";

/** How a wish stands. */
export type WishStanding =
  /** Nothing is there for it. */
  | { readonly type: "waiting" }
  /** The item is there, in no session since. `menu` holds it, where one does. */
  | { readonly type: "held"; readonly item: Courseware; readonly menu: SetMenu | undefined }
  /** A session on that day has it; past days too, as nobody has to say that it took place. */
  | {
      readonly type: "scheduled";
      readonly item: Courseware;
      readonly menu: SetMenu;
      readonly session: RecordId;
      readonly on: CivilDate;
    }
  /** It was played. `menu` was on that day's sessions, where one was. */
  | {
      readonly type: "played";
      readonly item: Courseware;
      readonly menu: SetMenu | undefined;
      readonly on: CivilDate;
    }
  | { readonly type: "answered"; readonly on: CivilDate; readonly how: string }
  | { readonly type: "declined"; readonly reason: string };

/** What a standing is told from. */
export interface WishFacts {
  readonly items: ReadonlyMap<RecordId, Courseware>;
  readonly menus: ReadonlyMap<RecordId, SetMenu>;
  readonly entries: ReadonlyMap<RecordId, SetMenuEntry>;
  readonly playbacks: ReadonlyMap<RecordId, Playback>;
  /** Sessions of the days that matter, in order. */
  readonly sessions: readonly Session[];
}

/** What wishes are compared with, laid out once for all of them. */
export interface WishIndex {
  readonly items: WishFacts["items"];
  readonly menusOf: ReadonlyMap<RecordId, readonly SetMenu[]>;
  readonly sessionsOf: ReadonlyMap<RecordId, readonly Session[]>;
  /** Days on which an item was played, rising. */
  readonly playedOn: ReadonlyMap<RecordId, readonly CivilDate[]>;
}

const push = <K, T>(map: Map<K, T[]>, key: K, value: T): void => {
  const some = map.get(key);
  if (some === undefined) map.set(key, [value]);
  else some.push(value);
};

/** Lays the facts out, so that each of thousands of wishes is one look. */
export const indexWishFacts = (facts: WishFacts): WishIndex => {
  const menusOf = new Map<RecordId, SetMenu[]>();
  for (const entry of facts.entries.values()) {
    const menu = facts.menus.get(entry.menu);
    if (entry.life === "deleted" || entry.item == null || menu === undefined) continue;
    if (menu.life !== "deleted" && menusOf.get(entry.item)?.includes(menu) !== true)
      push(menusOf, entry.item, menu);
  }
  for (const menus of menusOf.values())
    menus.sort((a, b) => (a.number ?? 100) - (b.number ?? 100) || (a.id < b.id ? -1 : 1));
  const sessionsOf = new Map<RecordId, Session[]>();
  for (const session of facts.sessions) {
    if (!session.cancelled && session.content?.type === "menu")
      push(sessionsOf, session.content.menu, session);
  }
  const playedOn = new Map<RecordId, CivilDate[]>();
  for (const { item, startedAt } of facts.playbacks.values())
    push(playedOn, item, civilDateOf(startedAt));
  for (const days of playedOn.values()) days.sort();
  return { items: facts.items, menusOf, sessionsOf, playedOn };
};

/** How one wish stands. What was shown before somebody asked again is no answer to it. */
export const standingOf = (row: WishRow, index: WishIndex): WishStanding => {
  if (row.declined !== undefined) return { type: "declined", reason: row.declined };
  if (row.answered !== undefined) return { type: "answered", ...row.answered };
  const item = row.item === undefined ? undefined : index.items.get(row.item);
  if (item === undefined || !isListed(item)) return { type: "waiting" };
  const menus = index.menusOf.get(item.id) ?? [];
  const shown = menus
    .flatMap((menu) => (index.sessionsOf.get(menu.id) ?? []).map((session) => ({ menu, session })))
    .filter(({ session }) => session.date >= row.lastOn)
    .sort((a, b) =>
      a.session.date < b.session.date ? -1 : a.session.date > b.session.date ? 1 : 0,
    );
  const played = index.playedOn.get(item.id)?.find((on) => on >= row.lastOn);
  if (played !== undefined) {
    const menu = shown.find(({ session }) => session.date === played)?.menu;
    return { type: "played", item, menu, on: played };
  }
  const [first] = shown;
  if (first === undefined) return { type: "held", item, menu: menus[0] };
  const { menu, session } = first;
  return { type: "scheduled", item, menu, session: session.id, on: session.date };
};

/** Whether a wish still waits for somebody to do something. */
export const isWaiting = ({ type }: WishStanding): boolean => type === "waiting" || type === "held";

/** How many stand on a tick-list. */
export const CANDIDATES = 5;

/** The candidates of the next tick-list: of those that wait, the most asked for, then the longest waiting. */
export const candidatesOf = (
  rows: readonly WishRow[],
  standing: (row: WishRow) => WishStanding,
): readonly WishRow[] => {
  const found: WishRow[] = [];
  // The tally is in this order already; what stands behind the last candidate is not asked.
  for (const row of rows) {
    if (isWaiting(standing(row))) found.push(row);
    if (found.length === CANDIDATES) break;
  }
  return found;
};
