import { type Changes, create, put } from "../changes/index.ts";
import type { Minutes } from "../clock/index.ts";
import { type NewId, newRecordId, type RecordId } from "../identity/index.ts";
import { createSetMenu, entriesOf, orderBetween, type Random } from "./arrange.ts";
import type { SetMenu, SetMenuEntry } from "./set-menu.ts";

/**
 * A copy of a menu with its entries in the same order, under a number and name of its own. A copy of a
 * sample is the site's own work, so it is no sample; a copy of an archived menu stands in the lists.
 */
export const duplicateSetMenu = (
  menu: SetMenu,
  name: string,
  menus: readonly SetMenu[],
  entries: readonly SetMenuEntry[],
  tools: { readonly newId: NewId; readonly random: Random },
): { readonly id: RecordId; readonly changes: Changes } => {
  const {
    id: _id,
    life: _life,
    number: _number,
    sample: _sample,
    archivedOn: _archivedOn,
    ...fields
  } = menu;
  const made = createSetMenu({ ...fields, name }, menus, tools.newId);
  let last: string | null = null;
  const puts = entriesOf(menu.id, entries).flatMap((entry) => {
    const order = orderBetween(last, null, tools.random);
    last = order;
    return create(
      { id: newRecordId(tools.newId), kind: "set-menu-entry" },
      {
        menu: made.id,
        order,
        item: entry.item,
        activity: entry.activity,
        mustPlay: entry.mustPlay,
      },
    );
  });
  return {
    id: made.id,
    changes: {
      label: { type: "duplicate-set-menu", name: menu.name },
      puts: [...made.changes.puts, ...puts],
    },
  };
};

/** Renames an activity of a menu or gives it another length. */
export const editActivity = (
  menu: SetMenu,
  entry: RecordId,
  activity: { readonly name: string; readonly minutes: Minutes },
): Changes => ({
  label: { type: "edit-activity", name: menu.name },
  puts: [put({ id: entry, kind: "set-menu-entry" }, "activity", { ...activity })],
});
