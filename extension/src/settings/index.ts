/** The extension's settings. */
export {
  DEFAULT_APP_ADDRESS,
  type LibraryHome,
  libraryHomeSchema,
  readLibraryHome,
  writeLibraryHome,
} from "./library-home.ts";
