import {
  type BookManifest,
  emptyManifest,
  MANIFEST_FOLDER,
  MANIFEST_NAME,
  MANIFEST_SCRIPT,
  manifestScript,
  manifestText,
  readManifest,
  withoutFiles,
} from "@dianbo/shared/book-folder";
import type { MediaHash } from "@dianbo/shared/courseware";
import type { SiteId } from "@dianbo/shared/identity";
import { err, ok, type Result } from "@dianbo/shared/result";
import {
  type Folder,
  type FolderFailure,
  fileAt,
  folderFailureOf,
  writeSmall,
} from "./folder-shape.ts";

/** Where a folder's index lies. */
export const INDEX_PATH = `${MANIFEST_FOLDER}/${MANIFEST_NAME}`;

const SCRIPT_PATH = `${MANIFEST_FOLDER}/${MANIFEST_SCRIPT}`;

/** A text as the bytes of a file. */
export const inUtf8 = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(new TextEncoder().encode(text));

/** Why a folder cannot be this site's 点播本 folder. */
export type IndexFailure =
  | FolderFailure
  /** Another site's book lies there. */
  | { readonly type: "other-site" }
  /** A newer version wrote it. */
  | { readonly type: "newer-book" };

/**
 * The index of a folder; an empty one where there is none, or where what is there cannot be read: the
 * films are then known again by their bytes.
 */
export const readIndex = async (
  folder: Folder,
  site: SiteId,
): Promise<Result<BookManifest, IndexFailure>> => {
  let file: File | undefined;
  try {
    file = await fileAt(folder, INDEX_PATH);
  } catch (error) {
    return err(folderFailureOf(error));
  }
  if (file === undefined) return ok(emptyManifest(site));
  const text = await file.text().catch(() => "");
  const read = readManifest(text);
  if (!read.ok) {
    return read.error.type === "newer-book" ? err({ type: "newer-book" }) : ok(emptyManifest(site));
  }
  return read.value.site === site ? read : err({ type: "other-site" });
};

/** Writes the index; the bytes appear at once or not at all. Throws as the browser does. */
export const writeIndex = async (folder: Folder, manifest: BookManifest): Promise<void> => {
  await writeSmall(folder, INDEX_PATH, inUtf8(manifestText(manifest)));
};

/** Writes the index and its twin for pages from file://. Throws as the browser does. */
export const writeIndexTwice = async (folder: Folder, manifest: BookManifest): Promise<void> => {
  const text = manifestText(manifest);
  await writeSmall(folder, INDEX_PATH, inUtf8(text));
  await writeSmall(folder, SCRIPT_PATH, inUtf8(manifestScript(text)));
};

/** Takes files out of the index, so that they are copied anew; where that cannot be, nothing happens. */
export const forgetFiles = async (
  folder: Folder,
  site: SiteId,
  gone: ReadonlySet<MediaHash>,
): Promise<void> => {
  if (gone.size === 0) return;
  const index = await readIndex(folder, site);
  if (!index.ok) return;
  await writeIndex(folder, withoutFiles(index.value, gone)).catch(() => undefined);
};
