import type { MediaFile } from "@dianbo/shared/courseware";
import { err, ok, type Result } from "@dianbo/shared/result";
import { chosenFolder, hasLeave } from "../book-folder/chosen-folder.ts";
import { readIndex } from "../book-folder/folder-index.ts";
import { fileAt } from "../book-folder/folder-shape.ts";
import { hashFile, walkFolder } from "../film-folders/index.ts";
import type { Library } from "../library.ts";
import type { MediaStore } from "../media-store.ts";

/** So many files of a folder are looked at. */
const MOST = 5000;

/** Why a file was not brought. */
export interface NotRepaired {
  readonly type: "not-there" | "stopped" | "disk-full" | "not-stored";
}

/** How it is watched and stopped. */
export interface RepairWatch {
  readonly signal: AbortSignal;
  /** Bytes read so far. */
  readonly onProgress: (bytes: number) => void;
}

const isWanted = async (file: File, wanted: MediaFile, watch: RepairWatch): Promise<boolean> =>
  file.size === wanted.size &&
  (await hashFile(file, watch.signal, watch.onProgress)) === wanted.hash;

/** Finds a file in a folder by its bytes, whatever it is called: where the folder's index says, else wherever it lies. */
const findIn = async (
  library: Pick<Library, "identity">,
  folder: FileSystemDirectoryHandle,
  wanted: MediaFile,
  watch: RepairWatch,
): Promise<File | undefined> => {
  const index = await readIndex(folder, library.identity().site);
  const line = index.ok ? index.value.media.find(({ hash }) => hash === wanted.hash) : undefined;
  const there =
    line === undefined ? undefined : await fileAt(folder, line.path).catch(() => undefined);
  if (there !== undefined && (await isWanted(there, wanted, watch))) return there;
  const { found } = await walkFolder(folder, MOST);
  for (const { file } of found) {
    if (watch.signal.aborted) return undefined;
    if (await isWanted(file, wanted, watch)) return file;
  }
  return undefined;
};

/**
 * Brings a broken or missing file back out of a folder or stick that has the same bytes. The
 * broken copy stays until they are here whole. Without `folder`, out of the chosen 点播本 folder.
 */
export const repairFile = async (
  library: Pick<Library, "readMemo" | "identity">,
  media: Pick<MediaStore, "keep">,
  wanted: MediaFile,
  watch: RepairWatch,
  folder?: FileSystemDirectoryHandle,
): Promise<Result<null, NotRepaired>> => {
  const from = folder ?? (await chosenFolder(library));
  if (from === undefined || !(await hasLeave(from, "read"))) return err({ type: "not-there" });
  const source = await findIn(library, from, wanted, watch);
  if (watch.signal.aborted) return err({ type: "stopped" });
  if (source === undefined) return err({ type: "not-there" });
  const kept = await media.keep(source, wanted.hash, watch.onProgress);
  if (kept.ok) return ok(null);
  return err({ type: kept.error.type === "disk-full" ? "disk-full" : "not-stored" });
};
