/** Ids told by hand, for rows that come by the ten thousand; apart from the schemas, so that few pages load them. */
import {
  POSTS,
  type Post,
  RANDOM_ID,
  type RecordId,
  type SiteId,
  WRITER_ID,
  type WriterId,
} from "./ids.ts";

const isRandomId = (value: unknown): boolean => typeof value === "string" && RANDOM_ID.test(value);

/** Whether a value is a record's id, as `recordIdSchema` has it. */
export const isRecordId = (value: unknown): value is RecordId => isRandomId(value);
/** Whether a value is a site's id, as `siteIdSchema` has it. */
export const isSiteId = (value: unknown): value is SiteId => isRandomId(value);
/** Whether a value is a writer's id, as `writerIdSchema` has it. */
export const isWriterId = (value: unknown): value is WriterId =>
  typeof value === "string" && WRITER_ID.test(value);
/** Whether a value is a post, as `postSchema` has it. */
export const isPost = (value: unknown): value is Post => POSTS.some((post) => post === value);
