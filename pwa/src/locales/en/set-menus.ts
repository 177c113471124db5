import type { setMenus as source } from "../zh-CN/set-menus.ts";

/** Words of the set menus. */
export const setMenus: typeof source = {};
