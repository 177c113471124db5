/** The hand-over's giving side: the inbox's rows on their way to a hosted app. */

export { openGiverShelf } from "./giver-shelf.ts";
export { startHandoff } from "./start-handoff.ts";
