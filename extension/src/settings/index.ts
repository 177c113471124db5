/** The extension's settings. */
export {
  DEFAULT_APP_ADDRESS,
  type LibraryHome,
  readLibraryHome,
  watchLibraryHome,
  writeLibraryHome,
} from "./library-home.ts";
