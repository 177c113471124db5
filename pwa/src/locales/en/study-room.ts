import type { studyRoom as source } from "../zh-CN/study-room.ts";

/** Words of the study room. */
export const studyRoom: typeof source = {};
