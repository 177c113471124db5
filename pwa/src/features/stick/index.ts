/** A stick made for tonight, and a stick opened: what is on it comes home. */
export { MakeStickRoom } from "./make-room.tsx";
export { OpenStickRoom } from "./read-room.tsx";
