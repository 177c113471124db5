/** The hand-over's giving side: the inbox's rows on their way to a hosted app. */

export type { GiverState } from "./giver.ts";
export { openGiverShelf } from "./giver-shelf.ts";
export { startHandoff } from "./start-handoff.ts";
