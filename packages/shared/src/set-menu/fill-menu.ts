import { type Changes, create, deleteRecord, put, type RecordState } from "../changes/index.ts";
import { type NewId, newRecordId, type RecordId } from "../identity/index.ts";
import { createSetMenu, entriesOf, orderBetween, type Random } from "./arrange.ts";
import type { SetMenu, SetMenuEntry, SetMenuFields } from "./set-menu.ts";

/** What stands in a menu that is made in one step: items, and activities between them. */
export type MenuLine =
  | { readonly item: RecordId }
  | { readonly activity: NonNullable<SetMenuEntry["activity"]> };

/** Creates a menu with everything in it, as one step: from a starter, or from a proposal that was taken. */
export const createFilledMenu = (
  fields: SetMenuFields,
  lines: readonly MenuLine[],
  menus: readonly SetMenu[],
  tools: { readonly newId: NewId; readonly random: Random },
): { readonly id: RecordId; readonly changes: Changes } => {
  const made = createSetMenu(fields, menus, tools.newId);
  let last: string | null = null;
  const puts = lines.flatMap((line) => {
    last = orderBetween(last, null, tools.random);
    return create(
      { id: newRecordId(tools.newId), kind: "set-menu-entry" },
      { menu: made.id, order: last, ...line },
    );
  });
  return {
    id: made.id,
    changes: { label: made.changes.label, puts: [...made.changes.puts, ...puts] },
  };
};

/**
 * Puts a proposal into a menu, as one step: its items in their order. What stood there and is in the
 * proposal keeps its place's own marks; other items go; activities stay, leading ones in front, the
 * others at the end.
 */
export const fillMenu = (
  menu: SetMenu,
  entries: readonly SetMenuEntry[],
  recordOf: (id: RecordId) => RecordState | undefined,
  items: readonly RecordId[],
  tools: { readonly newId: NewId; readonly random: Random },
): Changes => {
  const there = entriesOf(menu.id, entries);
  const firstItem = there.findIndex(({ activity }) => activity == null);
  const activities = there.filter(({ activity }) => activity != null);
  const leading = firstItem === -1 ? [] : there.slice(0, firstItem);
  const trailing = activities.filter((entry) => !leading.includes(entry));
  const free = there.filter(({ activity }) => activity == null);
  const lines: (SetMenuEntry | RecordId)[] = [
    ...leading,
    ...items.map((item) => {
      const at = free.findIndex((entry) => entry.item === item);
      return at === -1 ? item : (free.splice(at, 1)[0] ?? item);
    }),
    ...trailing,
  ];
  let last: string | null = null;
  const placed = lines.flatMap((line) => {
    last = orderBetween(last, null, tools.random);
    return typeof line === "string"
      ? create(
          { id: newRecordId(tools.newId), kind: "set-menu-entry" },
          { menu: menu.id, order: last, item: line },
        )
      : [put({ id: line.id, kind: "set-menu-entry" }, "order", last)];
  });
  const gone = free.flatMap(({ id }) => {
    const record = recordOf(id);
    return record === undefined ? [] : [deleteRecord(record)];
  });
  return { label: { type: "edit-set-menu", name: menu.name }, puts: [...gone, ...placed] };
};
