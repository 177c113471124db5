import { type Instant, instantSchema } from "@dianbo/shared/clock";
import { err, ok, type Result } from "@dianbo/shared/result";
import * as v from "valibot";
import { readBackupFile } from "./backup-file.ts";
import { backUp } from "./backup-write.ts";
import { type LibraryFailure, libraryFailureOf } from "./failures.ts";
import type { Library } from "./library.ts";
import type { MediaStore } from "./media-store.ts";
import { type RestoreFailure, replaceByBackup } from "./restore-backup.ts";
import type { LibrarySnapshot } from "./snapshot.ts";

const MEMO = "restore-point";

const pointSchema = v.object({ at: instantSchema, bytes: v.instance(Uint8Array) });

/** There is no state to go back to, or it can no longer be read. */
export type NoRestorePoint = { readonly type: "no-restore-point" };

/** Keeps the library as it is now, so that a restore can be taken back. The last one only. */
export const keepRestorePoint = async (
  library: Library,
  media: MediaStore,
  at: Instant,
): Promise<Result<null, LibraryFailure>> => {
  try {
    const made = await backUp(library, media, { madeAt: at, withMedia: false });
    const bytes = await new Response(await made.stream(() => undefined)).arrayBuffer();
    await library.writeMemo(MEMO, { at, bytes: new Uint8Array(bytes) });
    return ok(null);
  } catch (error) {
    return err(libraryFailureOf(error));
  }
};

/** When the state that a restore can be taken back to was kept. */
export const restorePointAt = async (library: Library): Promise<Instant | undefined> => {
  const point = v.safeParse(pointSchema, await library.readMemo(MEMO));
  return point.success ? point.output.at : undefined;
};

/** Goes back to the state before the last restore; that state is then no longer kept. */
export const returnToRestorePoint = async (
  library: Library,
): Promise<Result<LibrarySnapshot, NoRestorePoint | RestoreFailure>> => {
  const point = v.safeParse(pointSchema, await library.readMemo(MEMO));
  if (!point.success) return err({ type: "no-restore-point" });
  const backup = await readBackupFile(new Blob([new Uint8Array(point.output.bytes)]));
  if (!backup.ok) return err({ type: "no-restore-point" });
  const returned = await replaceByBackup(library, backup.value, { becomes: "that-site" });
  if (returned.ok) await library.writeMemo(MEMO, null);
  return returned;
};
