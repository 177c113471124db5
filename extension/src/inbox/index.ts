/** The inbox: what was clipped and waits for a category, its file, or to be handed over. */
export { type DownloadQueue, openDownloadQueue } from "./download-queue.ts";
export { hashesInUse } from "./hashes-in-use.ts";
export type { InboxRow } from "./inbox-db.ts";
export {
  type LessonEntry,
  type LessonNote,
  type LessonRows,
  openLessonRows,
} from "./lesson-rows.ts";
export { type ListQueue, openListQueue, type QueueFailure } from "./list-queue.ts";
export type { ListedFailure, ListedItem } from "./listed-item.ts";
export { type Inbox, openInbox } from "./open-inbox.ts";
export { type OwedPictures, openPicturesOwed, type PicturesOwed } from "./owed-pictures.ts";
export type {
  DiskHold,
  FailureReason,
  QueueRow,
  QueueSettings,
} from "./queue-row.ts";
export { removeUnused } from "./remove-unused.ts";
