import { type MediaHash, mediaHashSchema } from "@dianbo/shared/courseware";
import * as v from "valibot";
import type { Library } from "../library.ts";

/** A film that stays in a folder of this PC which somebody opened. */
export interface LyingFile {
  readonly root: FileSystemDirectoryHandle;
  /** Names of folders and file below the root, joined by `/`. */
  readonly path: string;
}

/** In the library's small memory: folders of this PC in which films stay, with what lies where. */
const MEMO = "film-folders";

const folderSchema = v.object({
  root: v.custom<FileSystemDirectoryHandle>(
    (input) =>
      typeof FileSystemDirectoryHandle !== "undefined" &&
      input instanceof FileSystemDirectoryHandle,
  ),
  files: v.array(
    v.object({
      hash: mediaHashSchema,
      size: v.pipe(v.number(), v.integer(), v.minValue(0)),
      path: v.pipe(v.string(), v.maxLength(2000)),
    }),
  ),
});
type FilmFolder = v.InferOutput<typeof folderSchema>;

/** The folders of this PC in which films stay. A line that does not fit is not there. */
export const filmFolders = async (
  library: Pick<Library, "readMemo">,
): Promise<readonly FilmFolder[]> => {
  const read = v.safeParse(v.array(v.unknown()), await library.readMemo(MEMO));
  if (!read.success) return [];
  return read.output.flatMap((line) => {
    const folder = v.safeParse(folderSchema, line);
    return folder.success ? [folder.output] : [];
  });
};

/** Remembers on this PC where films lie that were not copied. */
export const rememberLyingFiles = async (
  library: Pick<Library, "readMemo" | "writeMemo">,
  lying: readonly (LyingFile & { readonly hash: MediaHash; readonly size: number })[],
): Promise<void> => {
  const folders = [...(await filmFolders(library))];
  for (const { root, path, hash, size } of lying) {
    let at = -1;
    for (const [index, folder] of folders.entries()) {
      if (await folder.root.isSameEntry(root)) at = index;
    }
    const known = folders[at] ?? { root, files: [] };
    const files = [...known.files.filter((file) => file.hash !== hash), { hash, size, path }];
    if (at < 0) folders.push({ root, files });
    else folders[at] = { root, files };
  }
  await library.writeMemo(MEMO, folders);
};

/** Opens a file below a folder; throws as the browser does. */
const fileBelow = async (root: FileSystemDirectoryHandle, path: string): Promise<File> => {
  const steps = path.split("/");
  const name = steps.pop() ?? "";
  let folder = root;
  for (const step of steps) folder = await folder.getDirectoryHandle(step);
  return (await folder.getFileHandle(name)).getFile();
};

/**
 * A film that stayed where it lies. Never asks for leave, since it is looked for in the study room too:
 * where the leave has lapsed, the stick is out or the file has changed its length, it is not there.
 */
export const fileInFilmFolders = async (
  library: Pick<Library, "readMemo">,
  hash: MediaHash,
): Promise<File | undefined> => {
  for (const { root, files } of await filmFolders(library)) {
    const line = files.find((file) => file.hash === hash);
    if (line === undefined) continue;
    const file = await fileBelow(root, line.path).catch(() => undefined);
    if (file?.size === line.size) return file;
  }
  return undefined;
};
