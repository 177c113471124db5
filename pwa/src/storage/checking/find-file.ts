import type { MediaHash } from "@dianbo/shared/courseware";
import type { FoundAt } from "@dianbo/shared/pre-flight";
import { askForLeave, chosenFolder, hasLeave } from "../book-folder/chosen-folder.ts";
import { fileInFolder } from "../book-folder/second-place.ts";
import { fileOnStick, stickInPlace } from "../book-folder/stick-in-place.ts";
import { fileInFilmFolders, filmFolders } from "../film-folders/film-folders.ts";
import type { Library } from "../library.ts";
import type { MediaStore } from "../media-store.ts";

/** A file with the place at which it was found. */
export interface FoundFile {
  readonly found: FoundAt;
  readonly file?: File;
}

type Places = Pick<Library, "readMemo" | "identity">;

/** Finds a file on this machine, and says where: the browser's own storage first. Never asks for leave. */
export const findFile = async (
  library: Places,
  media: Pick<MediaStore, "open">,
  held: ReadonlySet<MediaHash>,
  hash: MediaHash,
): Promise<FoundFile> => {
  if (held.has(hash)) {
    const opened = await media.open(hash);
    if (opened.ok) return { found: { at: "browser" }, file: opened.value };
  }
  const folder = await chosenFolder(library);
  const inFolder = await fileInFolder(library, hash);
  if (inFolder !== undefined) {
    return { found: { at: "folder", folder: folder?.name ?? "" }, file: inFolder };
  }
  const films = await filmFolders(library);
  const lying = films.find(({ files }) => files.some((line) => line.hash === hash));
  if (lying !== undefined && !(await hasLeave(lying.root, "read"))) {
    return { found: { at: "lapsed", folder: lying.root.name } };
  }
  const stayed = await fileInFilmFolders(library, hash);
  if (stayed !== undefined) {
    return { found: { at: "folder", folder: lying?.root.name ?? "" }, file: stayed };
  }
  const stick = await stickInPlace(library);
  if (stick?.files.some((line) => line.hash === hash)) {
    const { root } = stick;
    if (!(await hasLeave(root, "read"))) return { found: { at: "lapsed", folder: root.name } };
    const onStick = await fileOnStick(library, hash);
    if (onStick !== undefined) return { found: { at: "folder", folder: root.name }, file: onStick };
  }
  // What a folder holds that may not be read is not known; it is where the film was when it left the browser.
  if (folder !== undefined && !(await hasLeave(folder, "read"))) {
    return { found: { at: "lapsed", folder: folder.name } };
  }
  return { found: { at: "nowhere" } };
};

/** Asks for every folder whose leave has lapsed; in the click itself. Whether all may be read now. */
export const renewLeave = async (library: Pick<Library, "readMemo">): Promise<boolean> => {
  const folder = await chosenFolder(library);
  let all = true;
  if (folder !== undefined) all = await askForLeave(folder);
  const stick = await stickInPlace(library);
  const others = [...(await filmFolders(library)), ...(stick === undefined ? [] : [stick])];
  for (const { root } of others) all = (await askForLeave(root, "read")) && all;
  return all;
};
