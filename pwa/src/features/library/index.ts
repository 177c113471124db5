/** The library: all items, found, ticked and put in order. */
export { LibraryRoom } from "./library-room.tsx";
