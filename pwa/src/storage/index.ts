/** The store of a library: its database, its one writer, its media. Only here is Dexie used. */
export {
  BACKUP_ENDING,
  type OpenedBackup,
  readBackupFile,
} from "./backup-file.ts";
export { backUp, type MadeBackup } from "./backup-write.ts";
export { carriedMemos, keepCarriedMemos } from "./carried-memos.ts";
export { dropNames } from "./drop-names.ts";
export type { LibraryFailure, OpenFailure } from "./failures.ts";
export { type JoinFailure, joinSite } from "./join-site.ts";
export type { Library, LibraryEnvironment, Workbench } from "./library.ts";
export type { SearchRow } from "./library-db.ts";
export { type MediaFailure, type MediaStore, openMediaStore } from "./media-store.ts";
export { mergeSiteFile } from "./merge-replica.ts";
export { openLibrary } from "./open-library.ts";
export {
  adoptLeases,
  aloneWith,
  becomeReplica,
  emptyLibrary,
  isBlankLibrary,
  joinReplica,
  MOVED_AWAY_MEMO,
  readStoredRecords,
} from "./replica.ts";
export {
  mergeBackup,
  type RestoreFailure,
  type RestoreRefusal,
  replaceByBackup,
} from "./restore-backup.ts";
export { mediaInBackup, type RestoredMedia, restoreMedia } from "./restore-media.ts";
export { keepRestorePoint, restorePointAt, returnToRestorePoint } from "./restore-point.ts";
export { keepSearchTextsUpToDate } from "./search-texts.ts";
export type { SiteIdentity } from "./site-identity.ts";
export { type LibrarySnapshot, numberBookOf } from "./snapshot.ts";
export { type PastAct, pastActs } from "./undo-log.ts";
