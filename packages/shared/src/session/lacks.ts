import { type Courseware, isListed, type MediaHash } from "../courseware/index.ts";
import type { RecordId } from "../identity/index.ts";
import { SESSION_MINUTES, type SetMenu, type SetMenuEntry, timesOf } from "../set-menu/index.ts";
import type { Showing } from "./session.ts";

/** One thing a session still lacks, or that has to be brought for it. */
export type Lack =
  /** Nobody has said yet what is shown. */
  | { readonly type: "nothing-chosen" }
  /** Its menu was deleted. */
  | { readonly type: "menu-gone" }
  | { readonly type: "menu-empty" }
  /** Places of the menu whose item was deleted. */
  | { readonly type: "items-gone"; readonly count: number }
  /** Items of which neither the file nor the text is held. */
  | { readonly type: "not-held"; readonly items: readonly Courseware[] }
  /** Items that play only with the network there. */
  | { readonly type: "needs-net"; readonly items: readonly Courseware[] }
  /** Items that lie on a disc, the set-top box, another PC: they have to be fetched. */
  | { readonly type: "elsewhere"; readonly items: readonly Courseware[] }
  /** The menu is longer than the session. */
  | { readonly type: "over"; readonly minutes: number }
  | { readonly type: "no-start" }
  | { readonly type: "no-place" };

/** What the library says to a session. */
export interface SessionLibrary {
  readonly menus: ReadonlyMap<RecordId, SetMenu>;
  readonly entries: ReadonlyMap<RecordId, SetMenuEntry>;
  readonly items: ReadonlyMap<RecordId, Courseware>;
  /** The files that are really there; where nobody has looked, what the records say is believed. */
  readonly held?: ReadonlySet<MediaHash> | undefined;
}

/** The menu of a session; `undefined` where there is none, or where it is deleted. */
export const menuOf = (
  { content }: Showing,
  menus: SessionLibrary["menus"],
): SetMenu | undefined => {
  const menu = content?.type === "menu" ? menus.get(content.menu) : undefined;
  return menu?.life === "deleted" ? undefined : menu;
};

/** How long a session is meant to last: as it says, or as its menu says, or an hour. */
export const lengthOf = (session: Showing, menus: SessionLibrary["menus"]): number =>
  session.minutes ?? menuOf(session, menus)?.sessionMinutes ?? SESSION_MINUTES;

const isHeld = ({ media, article }: Courseware, held: SessionLibrary["held"]): boolean =>
  article != null || (media != null && (held === undefined || held.has(media.hash)));

/** What a session lacks, the weightiest first. An empty list means it can be shown. */
export const lacksOf = (session: Showing, library: SessionLibrary): readonly Lack[] => {
  const lacks: Lack[] = [];
  if (session.content == null) lacks.push({ type: "nothing-chosen" });
  if (session.content?.type === "menu") {
    const menu = menuOf(session, library.menus);
    if (menu === undefined) lacks.push({ type: "menu-gone" });
    else lacks.push(...menuLacks(menu, lengthOf(session, library.menus), library));
  }
  if (session.start == null) lacks.push({ type: "no-start" });
  if (session.place == null) lacks.push({ type: "no-place" });
  return lacks;
};

const menuLacks = (
  menu: SetMenu,
  length: number,
  { entries, items, held }: SessionLibrary,
): readonly Lack[] => {
  const times = timesOf(menu, [...entries.values()], (id) => items.get(id));
  if (times.entries.length === 0) return [{ type: "menu-empty" }];
  const gone = times.entries.filter(
    ({ entry, item }) => entry.item != null && (item === undefined || !isListed(item)),
  ).length;
  const here = times.entries.flatMap(({ item }) =>
    item !== undefined && isListed(item) ? [item] : [],
  );
  const absent = here.filter((item) => !isHeld(item, held));
  const elsewhere = absent.filter(({ place }) => place != null);
  const needsNet = absent.filter(({ place, kind }) => place == null && kind === "link");
  const missing = absent.filter(({ place, kind }) => place == null && kind !== "link");
  const over = times.total - length;
  return [
    ...(gone === 0 ? [] : [{ type: "items-gone", count: gone } as const]),
    ...(missing.length === 0 ? [] : [{ type: "not-held", items: missing } as const]),
    ...(needsNet.length === 0 ? [] : [{ type: "needs-net", items: needsNet } as const]),
    ...(elsewhere.length === 0 ? [] : [{ type: "elsewhere", items: elsewhere } as const]),
    ...(over <= 0 ? [] : [{ type: "over", minutes: over } as const]),
  ];
};
