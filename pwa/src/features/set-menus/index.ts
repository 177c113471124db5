/** Set menus: the list of them, the builder of one, its cover sheet. */
export { SetMenuCover, SetMenuRoom } from "./set-menu-room.tsx";
export { SetMenusRoom } from "./set-menus-room.tsx";
