/** The door to the library's home where it is another one on this PC, and the move between homes. */
export { DoorRoom } from "./door-room.tsx";
export { MoveRoom } from "./move-room.tsx";
