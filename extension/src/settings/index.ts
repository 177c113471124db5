/** The extension's settings. */

export {
  DEFAULT_APP_ADDRESS,
  isAppAddress,
  type LibraryHome,
  libraryHomeSchema,
  readLibraryHome,
  watchLibraryHome,
  writeLibraryHome,
} from "./library-home.ts";
export { readPairing, watchPairing, writePairing } from "./pairing.ts";
export { reopenAfterwards, reopenPage } from "./reopen.ts";
