import { generateKeyBetween } from "fractional-indexing";
import {
  type Changes,
  create,
  deleteRecord,
  type FieldPut,
  put,
  type RecordState,
} from "../changes/index.ts";
import type { Minutes } from "../clock/index.ts";
import type { Courseware } from "../courseware/index.ts";
import { type NewId, newRecordId, type RecordId } from "../identity/index.ts";
import {
  SESSION_MINUTES,
  type SetMenu,
  type SetMenuEntry,
  type SetMenuFields,
} from "./set-menu.ts";

/** A number in [0, 1); composition roots pass the real one. */
export type Random = () => number;

/** Whether a received order key is one that `fractional-indexing` can build on. */
export const isOrderKey = (key: string): boolean => {
  try {
    generateKeyBetween(key, null);
    return true;
  } catch {
    return false;
  }
};

/** Two posts who insert at one place offline mint the same key once in 65,536 times. */
const JITTER_BITS = 16;

/**
 * A key strictly between two others. It is sought by a random walk through the halves of the gap, so
 * that two posts who insert at the same place offline do not mint the same key, however narrow it is.
 */
export const orderBetween = (
  before: string | null,
  after: string | null,
  random: Random,
): string => {
  let low = before;
  let high = after;
  let key = generateKeyBetween(low, high);
  for (let bit = 0; bit < JITTER_BITS; bit += 1) {
    if (random() < 0.5) high = key;
    else low = key;
    key = generateKeyBetween(low, high);
  }
  return key;
};

/** A record with a place among others. */
export interface Ordered {
  readonly id: RecordId;
  /** Fractional index; may be malformed in a received record. */
  readonly order: string;
}

/** Entries in their order: by key, equal keys by id, malformed keys at the end by id. */
export const sortEntries = <Entry extends Ordered>(entries: readonly Entry[]): readonly Entry[] =>
  [...entries].sort((a, b) => {
    const aFits = isOrderKey(a.order);
    const bFits = isOrderKey(b.order);
    if (aFits !== bFits) return aFits ? -1 : 1;
    if (aFits && a.order !== b.order) return a.order < b.order ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  });

/** The entries of one menu that are not deleted, in order. */
export const entriesOf = (
  menu: RecordId,
  entries: readonly SetMenuEntry[],
): readonly SetMenuEntry[] =>
  sortEntries(entries.filter((entry) => entry.menu === menu && entry.life !== "deleted"));

/**
 * The puts that place something at `index` among `others` (sorted). Where the neighbours' keys leave
 * no room (equal or malformed ones came from elsewhere), the keys from there on are minted anew.
 */
export const placeAmong = (
  others: readonly Ordered[],
  index: number,
  kind: string,
  random: Random,
): { readonly order: string; readonly reminted: readonly FieldPut[] } => {
  const before = others[index - 1];
  const after = others[index];
  const low = before === undefined ? null : before.order;
  const high = after === undefined ? null : after.order;
  const roomy =
    (low === null || isOrderKey(low)) &&
    (high === null || isOrderKey(high)) &&
    (low === null || high === null || low < high);
  if (roomy) return { order: orderBetween(low, high, random), reminted: [] };
  const reminted: FieldPut[] = [];
  let last: string | null = null;
  let order = "";
  for (let at = 0; at <= others.length; at += 1) {
    if (at === index) {
      order = orderBetween(last, null, random);
      last = order;
    }
    const entry = others[at];
    if (entry === undefined) continue;
    last = orderBetween(last, null, random);
    reminted.push(put({ id: entry.id, kind }, "order", last));
  }
  return { order, reminted };
};

/** What can stand in a menu. */
export type MenuContent =
  | { readonly item: RecordId }
  | { readonly activity: { readonly name: string; readonly minutes: Minutes } };

/** Adds an item or an activity at `index` (at the end by default). */
export const addToMenu = (
  menu: SetMenu,
  entries: readonly SetMenuEntry[],
  content: MenuContent,
  tools: { readonly newId: NewId; readonly random: Random },
  index?: number,
): Changes => {
  const sorted = entriesOf(menu.id, entries);
  const at = Math.max(0, Math.min(index ?? sorted.length, sorted.length));
  const { order, reminted } = placeAmong(sorted, at, "set-menu-entry", tools.random);
  return {
    label: { type: "add-to-menu", name: menu.name },
    puts: [
      ...reminted,
      ...create(
        { id: newRecordId(tools.newId), kind: "set-menu-entry" },
        { menu: menu.id, order, ...content },
      ),
    ],
  };
};

/** Moves an entry so that it stands at `index` among the menu's entries. */
export const moveInMenu = (
  menu: SetMenu,
  entries: readonly SetMenuEntry[],
  entry: RecordId,
  index: number,
  random: Random,
): Changes => {
  const others = entriesOf(menu.id, entries).filter(({ id }) => id !== entry);
  const at = Math.max(0, Math.min(index, others.length));
  const { order, reminted } = placeAmong(others, at, "set-menu-entry", random);
  return {
    label: { type: "move-in-menu", name: menu.name },
    puts: [...reminted, put({ id: entry, kind: "set-menu-entry" }, "order", order)],
  };
};

/** Takes an entry out of a menu. */
export const removeFromMenu = (menu: SetMenu, entry: RecordState): Changes => ({
  label: { type: "remove-from-menu", name: menu.name },
  puts: [deleteRecord(entry)],
});

/** Creates a set menu under the lowest free number of 1 to 99; with none left it has no number yet. */
export const createSetMenu = (
  fields: SetMenuFields,
  menus: readonly SetMenu[],
  newId: NewId,
): { readonly id: RecordId; readonly changes: Changes } => {
  const id = newRecordId(newId);
  const taken = new Set(menus.map((menu) => menu.number));
  let number = 1;
  while (taken.has(number)) number += 1;
  return {
    id,
    changes: {
      label: { type: "create-set-menu", name: fields.name },
      puts: [
        ...create(
          { id, kind: "set-menu" },
          { ...fields, ...(number <= 99 && fields.number == null ? { number } : {}) },
        ),
      ],
    },
  };
};

/** Edits fields of a set menu, each a write of its own. */
export const editSetMenu = (menu: SetMenu, edits: Partial<SetMenuFields>): Changes => ({
  label: { type: "edit-set-menu", name: menu.name },
  puts: Object.entries(edits).flatMap(([field, value]) =>
    value === undefined ? [] : [put({ id: menu.id, kind: "set-menu" }, field, value)],
  ),
});

/** Deletes a menu; its number is given to no other menu. */
export const deleteSetMenu = (menu: SetMenu, record: RecordState): Changes => ({
  label: { type: "delete-set-menu", name: menu.name },
  puts: [deleteRecord(record)],
});

/** One entry with its place on the clock. */
export interface TimedEntry {
  readonly entry: SetMenuEntry;
  /** `undefined` for an activity, or where the item is gone. */
  readonly item: Courseware | undefined;
  readonly minutes: number;
  /** Minutes from the start of the session. */
  readonly startsAt: number;
}

/** A menu on the clock: its entries, total minutes, and by how much it passes the session. */
export interface MenuTimes {
  readonly entries: readonly TimedEntry[];
  readonly total: number;
  readonly session: number;
  /** Minutes over the session's length; 0 when it fits. */
  readonly over: number;
}

/** Puts a menu on the clock. Minutes that are not known count as 0. */
export const timesOf = (
  menu: SetMenu,
  entries: readonly SetMenuEntry[],
  itemOf: (id: RecordId) => Courseware | undefined,
): MenuTimes => {
  let total = 0;
  const timed = entriesOf(menu.id, entries).map((entry): TimedEntry => {
    const item = entry.item == null ? undefined : itemOf(entry.item);
    const minutes = entry.activity?.minutes ?? item?.minutes ?? 0;
    const startsAt = total;
    total += minutes;
    return { entry, item, minutes, startsAt };
  });
  const session = menu.sessionMinutes ?? SESSION_MINUTES;
  return { entries: timed, total, session, over: Math.max(0, total - session) };
};
