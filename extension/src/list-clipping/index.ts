/** Clipping whole lists: read, turned, queued, and kept one by one behind the person's back. */
export {
  askSiteLeave,
  queueList,
  sitesToAsk,
  sitesWithoutLeave,
  wakeClerk,
} from "./queue-list.ts";
export { readList } from "./read-list.ts";
export { turnList } from "./turn-list.ts";
