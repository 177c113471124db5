import type { library as source } from "../zh-CN/library.ts";

/** Words of the library and search box. */
export const library: typeof source = { title: "Library" };
