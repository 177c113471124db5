/** Programme numbers: given once, never moved, never reused; the programme list; what typed digits call. */
export {
  addManyCourseware,
  type CoursewareDraft,
  isNumberFree,
  type NumberTaken,
} from "./add-many-courseware.ts";
export { type Edition, readEdition } from "./edition.ts";
export {
  type AddedRow,
  type ChangedRow,
  changesSinceEdition,
  countChanges,
  type EditionChanges,
} from "./edition-changes.ts";
export {
  type EditionContent,
  type EditionMenu,
  type EditionRow,
  noteSupplement,
  readEditionContent,
} from "./edition-rows.ts";
export {
  addCourseware,
  attachMedia,
  deleteCourseware,
  type EditableFields,
  editCourseware,
  fileCourseware,
  restoreCourseware,
} from "./file-courseware.ts";
export { type TitleOfFile, titleOfFile } from "./file-title.ts";
export {
  isHandWritten,
  type NoBlankRow,
  noteWritten,
  writtenByHand,
} from "./hand-written.ts";
export { findNumberClashes, type NumberClash, settleNumberClashes } from "./number-clashes.ts";
export { type NumberLease, readNumberLease } from "./number-lease.ts";
export {
  type Allocation,
  allocateNumbers,
  LEASE_SIZE,
  lastPlace,
  type NumberBook,
  numberOnFiling,
  type ShelfFull,
  takenNumbers,
} from "./numbering.ts";
export { type BlankCounts, nextEditionNumber, printEdition } from "./print-edition.ts";
export { buildProgrammeList, type ProgrammeRow, type ProgrammeShelf } from "./programme-list.ts";
export {
  LAST_PLACE,
  numberAt,
  type ProgrammeNumber,
  parseProgrammeNumber,
  placeOf,
  programmeNumberSchema,
  type SetMenuNumber,
  setMenuNumberSchema,
  shelfOf,
  tagParts,
} from "./programme-number.ts";
export { putBack, replaceCourseware } from "./replace-courseware.ts";
export {
  giveNewNumbers,
  keepSharedNumber,
  type NumberToldBy,
  numberToldBy,
  type PrintedEdition,
  type SharedNumber,
  sharedNumbers,
  suggestedKeeper,
} from "./shared-numbers.ts";
export { speakNumbers } from "./speak-numbers.ts";
