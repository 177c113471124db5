/** Set menus: the list of them and the builder of one. */
export { SetMenuRoom } from "./set-menu-room.tsx";
export { SetMenusRoom } from "./set-menus-room.tsx";
