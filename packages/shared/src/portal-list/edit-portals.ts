import { type Changes, create, deleteRecord, put, type RecordState } from "../changes/index.ts";
import { type NewId, newRecordId, type RecordId } from "../identity/index.ts";
import { orderBetween, placeAmong, type Random } from "../set-menu/index.ts";
import type { Portal, PortalColumn } from "./portal-list.ts";
import { columnsOf, portalsInOrder } from "./portal-order.ts";

/** Where new ids and the jitter of an order come from. */
interface Tools {
  readonly newId: NewId;
  readonly random: Random;
}

/** Puts portals at the end of the list; a home that is in it already is left out. */
export const addPortals = (
  wanted: readonly { readonly name: string; readonly home: string }[],
  portals: Iterable<Portal>,
  { newId, random }: Tools,
): Changes => {
  const sorted = portalsInOrder(portals);
  const held = new Set(sorted.map(({ home }) => home));
  const fresh = wanted.filter(({ home }) => !held.has(home));
  const first = placeAmong(sorted, sorted.length, "portal", random);
  let order: string | undefined;
  const puts = fresh.flatMap(({ name, home }) => {
    order = order === undefined ? first.order : orderBetween(order, null, random);
    return create({ id: newRecordId(newId), kind: "portal" }, { name, home, order });
  });
  const [only] = fresh;
  return {
    label: {
      type: "add-portals",
      count: fresh.length,
      ...(fresh.length === 1 && only !== undefined ? { name: only.name } : {}),
    },
    puts: fresh.length === 0 ? [] : [...first.reminted, ...puts],
  };
};

/** Puts a column at the end of a portal's columns. */
export const addColumn = (
  portal: Portal,
  column: { readonly name: string; readonly url: string },
  columns: Iterable<PortalColumn>,
  { newId, random }: Tools,
): Changes => {
  const sorted = columnsOf(portal.id, columns);
  const { order, reminted } = placeAmong(sorted, sorted.length, "portal-column", random);
  const id = newRecordId(newId);
  return {
    label: { type: "add-column", name: column.name },
    puts: [
      ...reminted,
      ...create(
        { id, kind: "portal-column" },
        { portal: portal.id, name: column.name, url: column.url, order },
      ),
    ],
  };
};

/** Gives a portal another name or another first page. */
export const editPortal = (
  portal: Portal,
  edits: { readonly name?: string; readonly home?: string },
): Changes => ({
  label: { type: "edit-portal", name: edits.name ?? portal.name },
  puts: Object.entries(edits).map(([field, value]) =>
    put({ id: portal.id, kind: "portal" }, field, value),
  ),
});

/** Gives a column another name or another page. */
export const editColumn = (
  column: PortalColumn,
  edits: { readonly name?: string; readonly url?: string },
): Changes => ({
  label: { type: "edit-portal", name: edits.name ?? column.name },
  puts: Object.entries(edits).map(([field, value]) =>
    put({ id: column.id, kind: "portal-column" }, field, value),
  ),
});

const within = (index: number, length: number): number => Math.max(0, Math.min(index, length));

/** Moves a portal so that it stands at `index` of the list. */
export const movePortal = (
  portal: Portal,
  portals: Iterable<Portal>,
  index: number,
  random: Random,
): Changes => {
  const others = portalsInOrder(portals).filter(({ id }) => id !== portal.id);
  const { order, reminted } = placeAmong(others, within(index, others.length), "portal", random);
  return {
    label: { type: "move-portal", name: portal.name },
    puts: [...reminted, put({ id: portal.id, kind: "portal" }, "order", order)],
  };
};

/** Moves a column so that it stands at `index` among those of its portal. */
export const moveColumn = (
  column: PortalColumn,
  columns: Iterable<PortalColumn>,
  index: number,
  random: Random,
): Changes => {
  const others = columnsOf(column.portal, columns).filter(({ id }) => id !== column.id);
  const at = within(index, others.length);
  const { order, reminted } = placeAmong(others, at, "portal-column", random);
  return {
    label: { type: "move-portal", name: column.name },
    puts: [...reminted, put({ id: column.id, kind: "portal-column" }, "order", order)],
  };
};

/** Takes a portal out of the list, with its columns. What was clipped from it stays. */
export const removePortal = (
  portal: Portal,
  columns: Iterable<PortalColumn>,
  recordOf: (id: RecordId) => RecordState | undefined,
): Changes => ({
  label: { type: "remove-portal", name: portal.name },
  puts: [portal, ...columnsOf(portal.id, columns)].flatMap(({ id }) => {
    const record = recordOf(id);
    return record === undefined ? [] : [deleteRecord(record)];
  }),
});

/** Takes a column out of the list. */
export const removeColumn = (column: PortalColumn, record: RecordState): Changes => ({
  label: { type: "remove-portal", name: column.name },
  puts: [deleteRecord(record)],
});
