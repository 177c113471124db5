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
  type MadeFile,
  type ManifestFailure,
  manifestText,
  readManifest,
  readManifestValue,
  USB_EDITION_NAME,
  withBook,
  withFile,
  withMade,
  withoutFiles,
} from "./book-manifest.ts";
export {
  ARTICLES_GLOBAL,
  articleScript,
  MANIFEST_GLOBAL,
  MANIFEST_SCRIPT,
  manifestScript,
  readScriptedArticle,
  type ScriptedArticle,
} from "./folder-scripts.ts";
export { NAME_LIMIT, safeFileName, safeName } from "./safe-name.ts";
export {
  readStickBook,
  type StickBook,
  type StickEntry,
  type StickItem,
  type StickMenu,
} from "./stick-book.ts";
export {
  ARTICLE_FOLDER,
  COVER_FOLDER,
  coverPath,
  type StickArticle,
  type StickScope,
  type StickSources,
  stickArticles,
  stickBook,
  stickItems,
} from "./stick-content.ts";
