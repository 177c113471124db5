import type { Folder, FolderEntry } from "./folder-shape.ts";

const missing = (path: string): DOMException => new DOMException(path, "NotFoundError");
const readOnly = (): DOMException =>
  new DOMException("files that were handed over cannot be written", "NoModificationAllowedError");

/**
 * A folder out of the files that a browser hands over where it has no folder picker: to be read, never
 * written. `files` by their path below the folder's top.
 */
export const folderOfFiles = (name: string, files: ReadonlyMap<string, File>): Folder => {
  const at = (above: string): Folder => {
    const place = (step: string): string => (above === "" ? step : `${above}/${step}`);
    return {
      name: above === "" ? name : above,
      getDirectoryHandle: async (step) => {
        const inside = `${place(step)}/`;
        if (![...files.keys()].some((path) => path.startsWith(inside))) throw missing(inside);
        return at(place(step));
      },
      getFileHandle: async (step, options): Promise<FolderEntry> => {
        const file = files.get(place(step));
        if (file === undefined) throw options?.create === true ? readOnly() : missing(place(step));
        return {
          getFile: async () => file,
          createWritable: async () => {
            throw readOnly();
          },
        };
      },
      removeEntry: async () => {
        throw readOnly();
      },
      keys: async function* () {
        const inside = place("");
        const steps = [...files.keys()]
          .filter((path) => path.startsWith(inside))
          .map((path) => path.slice(inside.length).split("/")[0] ?? "");
        yield* new Set(steps);
      },
    };
  };
  return at("");
};

/** The same out of a chosen folder's file list, whose paths begin with the folder's own name. */
export const folderOfList = (list: Iterable<File>): Folder => {
  const files = new Map<string, File>();
  let name = "";
  for (const file of list) {
    const [top = "", ...steps] = file.webkitRelativePath.split("/");
    name = top;
    files.set(steps.join("/"), file);
  }
  return folderOfFiles(name, files);
};
