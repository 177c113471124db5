/** The store of a library: its database, its one writer, its media. Only here is Dexie used. */
export type { LibraryFailure, OpenFailure } from "./failures.ts";
export type { Library, LibraryEnvironment, Workbench } from "./library.ts";
export type { SearchRow } from "./library-db.ts";
export { type MediaFailure, type MediaStore, openMediaStore } from "./media-store.ts";
export { openLibrary } from "./open-library.ts";
export { keepSearchTextsUpToDate } from "./search-texts.ts";
export type { SiteIdentity } from "./site-identity.ts";
export { type LibrarySnapshot, numberBookOf } from "./snapshot.ts";
