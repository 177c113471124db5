/** The hand-over's giving side: the inbox's rows on their way to a hosted app. */

export { openGiverShelf } from "./giver-shelf.ts";
export { canPair, pairedAddress, pairWith, unpair } from "./pairing.ts";
export { readyClips } from "./ready-rows.ts";
export { serveLinks } from "./serve-links.ts";
export { startHandoff } from "./start-handoff.ts";
