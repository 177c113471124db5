/** Films that stay in folders of this PC: found, read through once, and found again by their bytes. */
export {
  filmFolders,
  type LyingFile,
  rememberLyingFiles,
} from "./film-folders.ts";
export { hashFile } from "./hash-file.ts";
export { type WalkedFolder, walkFolder } from "./walk-folder.ts";
