/** Courseware: what an item is, how a row is read, when two items are the same. */
export { canonicalUrl } from "./canonical-url.ts";
export {
  type ArticleCopy,
  articleCopySchema,
  COURSEWARE_KINDS,
  type Courseware,
  type CoursewareFields,
  type CoursewareKind,
  coursewareFieldsSchema,
  coursewareKindSchema,
  type DamagedRow,
  isListed,
  type MediaFile,
  type MediaHash,
  mediaFileSchema,
  mediaHashSchema,
  readCourseware,
  readFields,
  type Source,
  sourceSchema,
} from "./courseware.ts";
export { type DocumentForm, documentFormOf } from "./document-form.ts";
export { KEEPING_PLACES, type KeepingPlace, keepingPlaceSchema } from "./keeping-place.ts";
export { findSameSource } from "./same-source.ts";
