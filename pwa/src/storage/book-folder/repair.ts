import { type FolderFile, readManifest } from "@dianbo/shared/book-folder";
import type { MediaHash } from "@dianbo/shared/courseware";
import { err, ok, type Result } from "@dianbo/shared/result";
import { hashFile } from "../film-folders/hash-file.ts";
import type { MediaStore } from "../media-store.ts";
import { INDEX_PATH } from "./folder-index.ts";
import { type Folder, type FolderFailure, fileAt, folderFailureOf } from "./folder-shape.ts";

/** Why a file could not be had from a folder; `not-there` where its index names no file of that hash. */
export type RepairFailure = { readonly type: "not-there" | "disk-full" } | FolderFailure;

/** What a 点播本 folder says it holds, whichever site made it: a hash is its own proof. */
const filesIn = async (folder: Folder): Promise<Result<readonly FolderFile[], FolderFailure>> => {
  try {
    const index = await fileAt(folder, INDEX_PATH);
    const read = index === undefined ? undefined : readManifest(await index.text());
    return ok(read?.ok === true ? read.value.media : []);
  } catch (error) {
    return err(folderFailureOf(error));
  }
};

/** The hashes that a folder's index offers: what could be repaired from it. Not yet checked by their bytes. */
export const hashesIn = async (folder: Folder): Promise<ReadonlySet<MediaHash>> => {
  const files = await filesIn(folder);
  return new Set(files.ok ? files.value.map(({ hash }) => hash) : []);
};

/**
 * Brings one file from a 点播本 folder (a stick, a second disk) into the media store, in the place of a copy
 * that has gone bad or is not there. Its bytes are read and hashed before the old copy is touched, and once
 * more on their way; a file that is not what the index says changes nothing. The folder's leave must stand.
 */
export const repairFrom = async (
  folder: Folder,
  hash: MediaHash,
  {
    media,
    signal = new AbortController().signal,
    onProgress = () => undefined,
  }: {
    readonly media: Pick<MediaStore, "keep" | "remove">;
    readonly signal?: AbortSignal;
    /** Bytes so far; every byte counts twice, read and copied. */
    readonly onProgress?: (bytes: number) => void;
  },
): Promise<Result<{ readonly size: number }, RepairFailure>> => {
  const files = await filesIn(folder);
  if (!files.ok) return files;
  const line = files.value.find((file) => file.hash === hash);
  if (line === undefined) return err({ type: "not-there" });
  let file: File | undefined;
  try {
    file = await fileAt(folder, line.path);
  } catch (error) {
    return err(folderFailureOf(error));
  }
  if (file === undefined) return err({ type: "not-there" });
  const { size } = file;
  const found = await hashFile(file, signal, onProgress);
  if (signal.aborted) return err({ type: "stopped" });
  if (found === undefined) return err({ type: "folder-gone" });
  if (found !== hash) return err({ type: "differs" });
  await media.remove(hash);
  const kept = await media.keep(file, hash, (bytes) => onProgress(size + bytes));
  if (kept.ok) return ok({ size });
  switch (kept.error.type) {
    case "disk-full":
      return err({ type: "disk-full" });
    case "hash-differs":
      return err({ type: "differs" });
    case "file-missing":
    case "not-stored":
      return err({ type: "folder-gone" });
  }
};
