import type { today as source } from "../zh-CN/today.ts";

/** Words of the start page. */
export const today: typeof source = {};
