import type { EditionMenu } from "@dianbo/shared/programme";
import type { MenuRow } from "@dianbo/shared/programme-book";

/** Set menus as an edition keeps them. */
export const printedMenus = (menus: readonly MenuRow[]): readonly EditionMenu[] =>
  menus.map(({ number, menu, times }) => ({
    id: menu.id,
    number,
    name: menu.name,
    minutes: times.total,
  }));
