import type { MediaHash } from "@dianbo/shared/courseware";
import { chosenFolder, hasLeave } from "./book-folder/chosen-folder.ts";
import { readIndex } from "./book-folder/folder-index.ts";
import { fileInFolder } from "./book-folder/second-place.ts";
import { fileOnStick, stickInPlace } from "./book-folder/stick-in-place.ts";
import { fileInFilmFolders, filmFolders } from "./film-folders/film-folders.ts";
import type { Library } from "./library.ts";

type Places = Pick<Library, "readMemo" | "identity">;

/**
 * Where a file may lie that the browser's own storage lacks: the 点播本 folder, where it stayed when it was
 * added, or the stick that plays in place.
 */
export const fileElsewhere = async (library: Places, hash: MediaHash): Promise<File | undefined> =>
  (await fileInFolder(library, hash)) ??
  (await fileInFilmFolders(library, hash)) ??
  (await fileOnStick(library, hash));

/** The files that lie elsewhere as far as is written down, where the browser lets us read; each is looked at when it is opened. */
export const hashesElsewhere = async (library: Places): Promise<ReadonlySet<MediaHash>> => {
  const found = new Set<MediaHash>();
  const folder = await chosenFolder(library);
  if (folder !== undefined && (await hasLeave(folder, "read"))) {
    const index = await readIndex(folder, library.identity().site);
    if (index.ok) for (const { hash } of index.value.media) found.add(hash);
  }
  const stick = await stickInPlace(library);
  const folders = [...(await filmFolders(library)), ...(stick === undefined ? [] : [stick])];
  for (const { root, files } of folders) {
    if (await hasLeave(root, "read")) for (const { hash } of files) found.add(hash);
  }
  return found;
};
