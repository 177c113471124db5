import type { settings as source } from "../zh-CN/settings.ts";

/** Words of the settings. */
export const settings: typeof source = {};
