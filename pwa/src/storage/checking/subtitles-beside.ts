import type { MediaHash } from "@dianbo/shared/courseware";
import { filmNameOf, isSubtitleName } from "@dianbo/shared/subtitles";
import { chosenFolder, hasLeave } from "../book-folder/chosen-folder.ts";
import { readIndex } from "../book-folder/folder-index.ts";
import { filmFolders, type LyingFile } from "../film-folders/film-folders.ts";
import type { Library } from "../library.ts";

/** A folder with more in it is not looked through: it would keep the evening waiting. */
const MOST_NAMES = 5_000;

/** Where a film lies outside the browser, as far as it may be read without asking. */
const placesOf = async (
  library: Pick<Library, "readMemo" | "identity">,
  hash: MediaHash,
): Promise<readonly LyingFile[]> => {
  const places: LyingFile[] = [];
  const book = await chosenFolder(library);
  if (book !== undefined && (await hasLeave(book, "read"))) {
    const index = await readIndex(book, library.identity().site);
    const line = index.ok ? index.value.media.find((file) => file.hash === hash) : undefined;
    if (line !== undefined) places.push({ root: book, path: line.path });
  }
  for (const { root, files } of await filmFolders(library)) {
    const line = files.find((file) => file.hash === hash);
    if (line !== undefined && (await hasLeave(root, "read"))) {
      places.push({ root, path: line.path });
    }
  }
  return places;
};

const besideIn = async ({ root, path }: LyingFile): Promise<File | undefined> => {
  const steps = path.split("/");
  const name = filmNameOf(steps.pop() ?? "");
  let folder = root;
  for (const step of steps) folder = await folder.getDirectoryHandle(step);
  let looked = 0;
  for await (const [other, handle] of folder.entries()) {
    looked += 1;
    if (looked > MOST_NAMES) return undefined;
    if (!isSubtitleName(other) || filmNameOf(other) !== name) continue;
    if (handle instanceof FileSystemFileHandle) return await handle.getFile();
  }
  return undefined;
};

/** The file of subtitles that lies beside a film in its folder, under the film's name. Never asks for leave. */
export const subtitlesBeside = async (
  library: Pick<Library, "readMemo" | "identity">,
  hash: MediaHash,
): Promise<File | undefined> => {
  for (const place of await placesOf(library, hash)) {
    // A stick that is out has nothing beside anything.
    const found = await besideIn(place).catch(() => undefined);
    if (found !== undefined) return found;
  }
  return undefined;
};
