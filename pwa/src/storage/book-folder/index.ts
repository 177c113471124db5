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
export { bringBack, freeFirstCopies } from "./free-copies.ts";
export { fileInFolder } from "./second-place.ts";
