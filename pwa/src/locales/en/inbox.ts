import type { inbox as source } from "../zh-CN/inbox.ts";

/** Words of the inbox. */
export const inbox: typeof source = {};
