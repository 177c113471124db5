import type { RecordId } from "@dianbo/shared/identity";
import { byMenuNumber, type SetMenu } from "@dianbo/shared/set-menu";
import type { LibrarySnapshot } from "../storage/index.ts";

/** The set menus in which any of these items stands, by number. */
export const menusUsing = (
  ids: ReadonlySet<RecordId>,
  { menus, entries }: Pick<LibrarySnapshot, "menus" | "entries">,
): readonly SetMenu[] => {
  const using = new Set<RecordId>();
  for (const { life, menu, item } of entries.values()) {
    if (life !== "deleted" && item != null && ids.has(item)) using.add(menu);
  }
  return [...menus.values()]
    .filter(({ id, life }) => life !== "deleted" && using.has(id))
    .sort(byMenuNumber);
};
