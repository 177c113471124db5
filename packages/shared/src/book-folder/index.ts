/** The 点播本 folder on a disk or stick: which file lies where, under which name, and its index. */
export {
  type BookFile,
  bookFiles,
  FAT32_LIMIT,
  shelfFolder,
} from "./book-layout.ts";
export {
  type BookManifest,
  emptyManifest,
  type FolderFile,
  MANIFEST_FOLDER,
  MANIFEST_NAME,
  type ManifestFailure,
  manifestText,
  readManifest,
  withFile,
  withoutFiles,
} from "./book-manifest.ts";
export { NAME_LIMIT, safeFileName, safeName } from "./safe-name.ts";
