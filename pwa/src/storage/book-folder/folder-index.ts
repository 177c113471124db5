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
  DIFFERS_ERROR,
  type Folder,
  type FolderFailure,
  fileAt,
  folderFailureOf,
  seeFolder,
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
    if (file === undefined) await seeFolder(folder);
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

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

const liesAs = async (
  folder: Folder,
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> => {
  const lying = await fileAt(folder, path);
  return lying?.size === bytes.length && isSame(new Uint8Array(await lying.arrayBuffer()), bytes);
};

/** Writes a small file and reads it back. Throws as the browser does, `DIFFERS_ERROR` where it came back as another. */
export const writeVerified = async (
  folder: Folder,
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> => {
  await writeSmall(folder, path, bytes);
  if (!(await liesAs(folder, path, bytes))) {
    throw new DOMException("what was read back differs", DIFFERS_ERROR);
  }
};

/**
 * Writes the index and its twin for pages from file://, each read back; one that lies there already as it
 * is to be is not touched. Answers whether anything was written. Throws as the browser does.
 */
export const writeIndexTwice = async (folder: Folder, manifest: BookManifest): Promise<boolean> => {
  const text = manifestText(manifest);
  let written = false;
  for (const [path, content] of [
    [INDEX_PATH, text],
    [SCRIPT_PATH, manifestScript(text)],
  ] as const) {
    const bytes = inUtf8(content);
    if (await liesAs(folder, path, bytes)) continue;
    await writeVerified(folder, path, bytes);
    written = true;
  }
  return written;
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
