/** The page of one item. */
export { ItemRoom } from "./item-room.tsx";
