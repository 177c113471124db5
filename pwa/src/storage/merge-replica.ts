import type { BackupFailure } from "@dianbo/shared/backup";
import type { Result } from "@dianbo/shared/result";
import { readBackupFile } from "./backup-file.ts";
import type { Library } from "./library.ts";
import { mergeBackup, type RestoreFailure } from "./restore-backup.ts";
import type { LibrarySnapshot } from "./snapshot.ts";

/**
 * Merges the backup file of another PC of this site into the library; numbers that both gave are
 * settled in the same act. A file that is broken, or another site's, changes nothing.
 */
export const mergeSiteFile = async (
  library: Library,
  file: Blob,
): Promise<Result<LibrarySnapshot, BackupFailure | RestoreFailure>> => {
  const backup = await readBackupFile(file);
  return backup.ok ? await mergeBackup(library, backup.value) : backup;
};
