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

/** How taking is watched and stopped; `done` and `total` are bytes. */
export interface TakeWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number, file: FolderFile) => void;
}

/** Keeps one file. A copy that has gone bad in the store stays until its twin is there whole. */
const keepOne = async (
  file: FolderFile,
  bytes: File,
  media: Pick<MediaStore, "keep">,
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<FolderFailure | undefined> => {
  const kept = await media.keep(bytes, file.hash, onProgress, signal);
  if (kept.ok) return undefined;
  switch (kept.error.type) {
    case "disk-full":
      return { type: "folder-full" };
    case "hash-differs":
      return { type: "differs" };
    case "stopped":
      return { type: "stopped" };
    case "file-missing":
    case "not-stored":
      return { type: "folder-gone" };
  }
};

/**
 * Copies films from a stick into the media store, each checked by its hash while it is copied. One that is
 * not what the stick says is passed over; a stick that was pulled out ends the run, and the next goes on. `signal` ends it within a film, too.
 */
export const takeFilms = async (
  files: readonly FolderFile[],
  folder: Folder,
  media: Pick<MediaStore, "keep">,
  { signal, onProgress }: TakeWatch,
): Promise<TakenFilms> => {
  const taken: FolderFile[] = [];
  const failed: { file: FolderFile; failure: FolderFailure }[] = [];
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let before = 0;
  const end = (stopped?: FolderFailure): TakenFilms => ({ taken, failed, stopped });
  for (const file of files) {
    if (signal.aborted) return end({ type: "stopped" });
    onProgress(before, total, file);
    const opened = await openAt(folder, file.path);
    if (!opened.ok && opened.error.type !== "differs") return end(opened.error);
    const failure = opened.ok
      ? await keepOne(
          file,
          opened.value,
          media,
          (bytes) => onProgress(before + bytes, total, file),
          signal,
        )
      : opened.error;
    before += file.size;
    if (failure === undefined) taken.push(file);
    else if (failure.type === "differs") failed.push({ file, failure });
    else return end(failure);
  }
  return end();
};
