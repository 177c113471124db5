import type { item as source } from "../zh-CN/item.ts";

/** Words of the item page. */
export const item: typeof source = { back: "Library" };
