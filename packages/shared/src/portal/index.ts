/** Portal pages: what was captured of one, and what it turns out to be. */

export type { FieldSource, Found, PageDate } from "./field.ts";
export { followingPages, withFollowing } from "./following-pages.ts";
export { dateInText, dateInUrl } from "./page-date.ts";
export {
  type CapturedBody,
  type CapturedDocument,
  type CapturedMedia,
  type PageSnapshot,
  pageSnapshotSchema,
} from "./page-snapshot.ts";
export { withoutHidden, withoutSiteSuffix } from "./page-text.ts";
export { type Recognised, type RecognisedKind, recognise } from "./recognise.ts";
export {
  groupSeenMedia,
  isWorthSeeing,
  type SeenLesson,
  type SeenMedia,
  seenMediaSchema,
  withSeenMedia,
} from "./seen-media.ts";
export { unreadPage } from "./unread-page.ts";
