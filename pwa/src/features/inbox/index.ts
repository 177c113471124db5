/** The inbox: what was clipped and waits for a category, its file, or to be handed over. */
export { InboxRoom } from "./inbox-room.tsx";
