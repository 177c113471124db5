/** Clipping whole lists: read, turned, queued, and kept one by one behind the person's back. */
export { type Clerk, startClerk } from "./clerk.ts";
export {
  askSiteLeave,
  queueList,
  sitesToAsk,
  sitesWithoutLeave,
  type TickedLink,
  wakeClerk,
} from "./queue-list.ts";
export { readList } from "./read-list.ts";
export { serveLists } from "./serve-lists.ts";
export { turnList } from "./turn-list.ts";
