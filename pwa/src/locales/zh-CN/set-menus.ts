/** Words of the set menus. The source of the keys. */
export const setMenus = {};
