/** Films that no rule and no page names: seen on the network and in frames, on granted hosts only. */
export { foundPage } from "./found-page.ts";
export { seenKey } from "./seen-shelf.ts";
export { watchMedia } from "./watch-media.ts";
