/** Sharing lists: giving one out as a file, and looking through somebody's before it is taken. */
export { SharingRoom } from "./sharing-room.tsx";
