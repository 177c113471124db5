/** Clipping whole lists: read, turned, queued, and kept one by one behind the person's back. */
export { askDataLeave } from "./list-data.ts";
export { queueAgain } from "./queue-again.ts";
export { queueGaps } from "./queue-gaps.ts";
export {
  askSiteLeave,
  queueList,
  sitesToAsk,
  sitesWithoutLeave,
  wakeClerk,
} from "./queue-list.ts";
export { readList } from "./read-list.ts";
export { turnToNew } from "./turn-list.ts";
