/** The 点播本 folder on a disk or stick, as a second place for files: chosen, copied into, read from. */
export {
  askForLeave,
  canChooseFolder,
  chooseFolder,
  chosenFolder,
  hasLeave,
  keepChosenFolder,
} from "./chosen-folder.ts";
export {
  type BookState,
  type CopyOutcome,
  type CopyProgress,
  copyBook,
  lookAtBook,
} from "./copy-book.ts";
export { type CopyHands, openCopyHands } from "./copy-hands.ts";
export { forgetFiles, type IndexFailure } from "./folder-index.ts";
export { folderOfList } from "./folder-of-files.ts";
export type { Folder, FolderFailure } from "./folder-shape.ts";
export { bringBack, freeFirstCopies } from "./free-copies.ts";
export type { StickMakers } from "./made-files.ts";
export {
  makeStick,
  type StickBench,
  type StickOutcome,
  type StickProgress,
} from "./make-stick.ts";
export { type OpenedStick, type OpenStickFailure, openStick } from "./open-stick.ts";
export {
  bytesOfFiles,
  planStick,
  renamedOnStick,
  type StickPlan,
  tooBigForFat32,
} from "./plan-stick.ts";
export { fileInFolder } from "./second-place.ts";
export { playFromStick, stickInPlace } from "./stick-in-place.ts";
export { newestStick, noteStick } from "./stick-memory.ts";
export { type TakenFilms, takeFilms } from "./take-films.ts";
export { emptyFolder, zipStick } from "./zip-stick.ts";
