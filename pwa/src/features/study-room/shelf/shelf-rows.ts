import { type Courseware, isListed } from "@dianbo/shared/courseware";
import type { SetMenu } from "@dianbo/shared/set-menu";

/** A row of the shelf browser: a set menu or an item, each with the number it answers to. */
export type ShelfRow =
  | { readonly type: "menu"; readonly number: number; readonly menu: SetMenu }
  | { readonly type: "item"; readonly number: number; readonly item: Courseware };

/** How many shelves the browser has: the set menus, then the five. */
const SHELF_COUNT = 6;

const byNumber = (a: ShelfRow, b: ShelfRow): number => a.number - b.number;

/** Everything that has a number, as it stands in the book: set menus first, then the five shelves. */
export const shelfRows = (
  items: Iterable<Courseware>,
  menus: Iterable<SetMenu>,
): readonly (readonly ShelfRow[])[] => {
  const shelves = Array.from({ length: SHELF_COUNT }, (): ShelfRow[] => []);
  for (const menu of menus) {
    if (menu.life === "deleted" || menu.number == null || menu.archivedOn != null) continue;
    shelves[0]?.push({ type: "menu", number: menu.number, menu });
  }
  for (const item of items) {
    if (!isListed(item) || item.number == null) continue;
    const shelf = Number(String(item.number).charAt(0));
    shelves[shelf]?.push({ type: "item", number: item.number, item });
  }
  for (const shelf of shelves) shelf.sort(byNumber);
  return shelves;
};
