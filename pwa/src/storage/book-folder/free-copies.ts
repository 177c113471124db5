import type { BookFile } from "@dianbo/shared/book-folder";
import type { MediaHash } from "@dianbo/shared/courseware";
import { ok } from "@dianbo/shared/result";
import type { MediaStore } from "../media-store.ts";
import type { CopyHands } from "./copy-hands.ts";
import type { FolderFailure } from "./folder-shape.ts";

/** What came of giving first copies up, or of bringing them back. */
export interface FreedCopies {
  readonly done: readonly BookFile[];
  readonly failed: readonly { readonly file: BookFile; readonly failure: FolderFailure }[];
}

/** How far it is: bytes read so far, of how many. */
export type FreeingWatch = {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
};

const sizeOf = (files: readonly BookFile[]): number =>
  files.reduce((sum, { size }) => sum + size, 0);

/**
 * Gives up the copies in the browser of files that lie in the folder. Each is read from the folder once
 * more, to its last byte, right before: a copy that was good last month may have gone bad.
 */
export const freeFirstCopies = async (
  files: readonly BookFile[],
  media: Pick<MediaStore, "remove">,
  hands: Pick<CopyHands, "verify">,
  {
    signal,
    onProgress,
    known = new Set(),
  }: FreeingWatch & {
    /** Read back in this very run. */
    readonly known?: ReadonlySet<MediaHash>;
  },
): Promise<FreedCopies> => {
  const done: BookFile[] = [];
  const failed: { file: BookFile; failure: FolderFailure }[] = [];
  const total = sizeOf(files);
  let before = 0;
  for (const file of files) {
    if (signal.aborted) break;
    const verified = known.has(file.hash)
      ? ok(null)
      : await hands.verify(file, {
          signal,
          onProgress: (bytes) => onProgress(before + bytes, total),
        });
    before += file.size;
    if (verified.ok) {
      await media.remove(file.hash);
      done.push(file);
    } else {
      failed.push({ file, failure: verified.error });
      if (verified.error.type === "no-leave" || verified.error.type === "folder-gone") break;
    }
  }
  return { done, failed };
};

/** Copies files from the folder back into the browser, each checked by its hash. */
export const bringBack = async (
  files: readonly BookFile[],
  media: Pick<MediaStore, "keep">,
  fileOf: (hash: MediaHash) => Promise<File | undefined>,
  { signal, onProgress }: FreeingWatch,
): Promise<FreedCopies> => {
  const done: BookFile[] = [];
  const failed: { file: BookFile; failure: FolderFailure }[] = [];
  const total = sizeOf(files);
  let before = 0;
  for (const file of files) {
    if (signal.aborted) break;
    const lying = await fileOf(file.hash);
    const kept =
      lying === undefined
        ? undefined
        : await media.keep(lying, file.hash, (bytes) => onProgress(before + bytes, total));
    before += file.size;
    if (kept?.ok === true) {
      done.push(file);
      continue;
    }
    const isFull = kept?.ok === false && kept.error.type === "disk-full";
    const differs = kept?.ok === false && kept.error.type === "hash-differs";
    failed.push({
      file,
      failure: { type: isFull ? "folder-full" : differs ? "differs" : "folder-gone" },
    });
    if (isFull) break;
  }
  return { done, failed };
};
