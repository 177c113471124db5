import type { programmeBook as source } from "../zh-CN/programme-book.ts";

/** Words of the programme list and print. */
export const programmeBook: typeof source = {};
