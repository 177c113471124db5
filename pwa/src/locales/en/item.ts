import type { item as source } from "../zh-CN/item.ts";

/** Words of the item page. */
export const item: typeof source = {
  back: "Library",
  gone: "There is no such item.",
  goneMore: "It may be on another PC, or the address is cut short.",
};
