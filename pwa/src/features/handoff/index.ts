/** The hand-over's taking side: a hosted app receives clips from the extension. */
export { HandoffRoom } from "./handoff-room.tsx";
export { openArrivals } from "./open-arrivals.ts";
