import type { MediaHash } from "@dianbo/shared/courseware";
import { fileInFolder } from "./book-folder/second-place.ts";
import { fileInFilmFolders } from "./film-folders/film-folders.ts";
import type { Library } from "./library.ts";

/** Where a file may lie that the browser's own storage lacks: the 点播本 folder, or where it stayed when it was added. */
export const fileElsewhere = async (
  library: Pick<Library, "readMemo" | "identity">,
  hash: MediaHash,
): Promise<File | undefined> =>
  (await fileInFolder(library, hash)) ?? (await fileInFilmFolders(library, hash));
