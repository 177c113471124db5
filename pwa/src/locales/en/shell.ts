import type { shell as source } from "../zh-CN/shell.ts";

/** Words of the app shell, rail, undo line. */
export const shell: typeof source = {};
