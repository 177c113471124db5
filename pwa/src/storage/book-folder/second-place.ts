import type { MediaHash } from "@dianbo/shared/courseware";
import type { Library } from "../library.ts";
import { chosenFolder, hasLeave } from "./chosen-folder.ts";
import { readIndex } from "./folder-index.ts";
import { fileAt } from "./folder-shape.ts";

/**
 * The second place in which a file may lie: the chosen 点播本 folder. Never asks for leave, since it is
 * looked into in the study room too; where the leave has lapsed the file is not there.
 */
export const fileInFolder = async (
  library: Pick<Library, "readMemo" | "identity">,
  hash: MediaHash,
): Promise<File | undefined> => {
  const folder = await chosenFolder(library);
  if (folder === undefined || !(await hasLeave(folder, "read"))) return undefined;
  const index = await readIndex(folder, library.identity().site);
  const line = index.ok ? index.value.media.find((file) => file.hash === hash) : undefined;
  if (line === undefined) return undefined;
  const file = await fileAt(folder, line.path).catch(() => undefined);
  // Another length is another file: somebody wrote over it.
  return file?.size === line.size ? file : undefined;
};
