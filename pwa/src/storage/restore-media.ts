import type { MediaHash } from "@dianbo/shared/courseware";
import type { OpenedBackup } from "./backup-file.ts";
import type { MediaStore } from "./media-store.ts";

/** What became of the files of a backup. */
export interface RestoredMedia {
  readonly kept: number;
  /** Files that were in the backup but are not what they should be, or for which there was no room. */
  readonly lost: readonly MediaHash[];
  readonly diskFull: boolean;
}

/** The files that a backup holds, their number and bytes. */
export const mediaInBackup = ({
  manifest,
}: OpenedBackup): { readonly count: number; readonly bytes: number } => {
  const held = manifest.withMedia ? manifest.media.filter((file) => file.held) : [];
  return { count: held.length, bytes: held.reduce((sum, { size }) => sum + size, 0) };
};

/**
 * Keeps the files of a backup, each checked by its hash; what is here already is left alone. Stops
 * between two files when told to; what was kept until then stays, and the next run goes on from there.
 */
export const restoreMedia = async (
  backup: OpenedBackup,
  media: MediaStore,
  {
    onProgress,
    signal,
  }: { readonly onProgress: (bytes: number) => void; readonly signal: AbortSignal },
): Promise<RestoredMedia> => {
  let [kept, done] = [0, 0];
  const lost: MediaHash[] = [];
  const wanted = backup.manifest.withMedia ? backup.manifest.media : [];
  for (const { hash, size, held } of wanted) {
    if (signal.aborted) break;
    if (!held) continue;
    if (!(await media.has(hash))) {
      const from = done;
      // A stick that was pulled out speaks by throwing.
      const bytes = await backup.media(hash).catch(() => undefined);
      const result =
        bytes === undefined
          ? undefined
          : await media.keep(bytes, hash, (written) => onProgress(from + written));
      if (result?.ok === true) kept += 1;
      else lost.push(hash);
      if (result?.ok === false && result.error.type === "disk-full") {
        return { kept, lost, diskFull: true };
      }
    }
    done += size;
    onProgress(done);
  }
  return { kept, lost, diskFull: false };
};
