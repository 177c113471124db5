/** Backups: one file that holds a whole library, and recognises itself as whole or broken. */
export {
  type Backup,
  type BackupFailure,
  type BackupSource,
  makeBackup,
  readBackup,
  type Sha256,
} from "./backup.ts";
export { type BackupComparison, compareBackup, isEmptyLibrary } from "./compare.ts";
export {
  BACKUP_PARTS,
  BACKUP_VERSION,
  type BackupManifest,
  type BackupMedia,
} from "./manifest.ts";
