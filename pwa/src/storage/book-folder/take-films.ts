import type { FolderFile } from "@dianbo/shared/book-folder";
import { err, ok, type Result } from "@dianbo/shared/result";
import type { MediaStore } from "../media-store.ts";
import { type Folder, type FolderFailure, fileAt, folderFailureOf } from "./folder-shape.ts";

/** What came of copying films from a stick. */
export interface TakenFilms {
  readonly taken: readonly FolderFile[];
  readonly failed: readonly { readonly file: FolderFile; readonly failure: FolderFailure }[];
  /** Why it stopped before the end. */
  readonly stopped: FolderFailure | undefined;
}

const openAt = async (folder: Folder, path: string): Promise<Result<File, FolderFailure>> => {
  try {
    const file = await fileAt(folder, path);
    return file === undefined ? err({ type: "differs" }) : ok(file);
  } catch (error) {
    return err(folderFailureOf(error));
  }
};

/**
 * Copies films from a stick into the media store, each checked by its hash while it is copied. One that is
 * not what the stick says is passed over; a stick that was pulled out ends the run, and the next goes on.
 */
export const takeFilms = async (
  files: readonly FolderFile[],
  folder: Folder,
  media: Pick<MediaStore, "keep">,
  watch: {
    readonly signal: AbortSignal;
    readonly onProgress: (done: number, total: number, file: FolderFile) => void;
  },
): Promise<TakenFilms> => {
  const taken: FolderFile[] = [];
  const failed: { file: FolderFile; failure: FolderFailure }[] = [];
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let before = 0;
  const end = (stopped?: FolderFailure): TakenFilms => ({ taken, failed, stopped });
  for (const file of files) {
    if (watch.signal.aborted) return end({ type: "stopped" });
    watch.onProgress(before, total, file);
    const opened = await openAt(folder, file.path);
    if (!opened.ok && opened.error.type !== "differs") return end(opened.error);
    const kept = opened.ok
      ? await media.keep(opened.value, file.hash, (bytes) =>
          watch.onProgress(before + bytes, total, file),
        )
      : undefined;
    before += file.size;
    if (kept?.ok === true) {
      taken.push(file);
      continue;
    }
    if (kept === undefined || kept.error.type === "hash-differs") {
      failed.push({ file, failure: { type: "differs" } });
      continue;
    }
    return end({ type: kept.error.type === "disk-full" ? "folder-full" : "folder-gone" });
  }
  return end();
};
