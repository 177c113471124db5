/** A folder tree in memory, in the browser's own shape, with a switch for what may be wrong with it. */
import type { Folder, FolderEntry } from "../../pwa/src/storage/book-folder/folder-shape.ts";

/** A tree whose files may be looked at and touched, by path. */
export interface MemoryFolder extends Folder {
  readonly files: Map<string, Uint8Array<ArrayBuffer>>;
  /** The browser's name for what every access throws from now on. */
  fault: string | undefined;
}

const notThere = (name: string): DOMException => new DOMException(name, "NotFoundError");

/** An empty tree; `name` is the chosen folder's own. */
export const memoryFolder = (name = "共享盘"): MemoryFolder => {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const folders = new Set<string>([""]);
  const check = (): void => {
    if (tree.fault !== undefined) throw new DOMException("planted", tree.fault);
  };
  const entry = (place: string): FolderEntry => ({
    getFile: async () => {
      check();
      const bytes = files.get(place);
      if (bytes === undefined) throw notThere(place);
      return new File([bytes], place);
    },
    createWritable: async () => {
      check();
      const parts: Uint8Array[] = [];
      return {
        write: async (bytes) => {
          check();
          parts.push(bytes);
        },
        close: async () => {
          check();
          files.set(place, new Uint8Array(Buffer.concat(parts)));
        },
        abort: async () => undefined,
      };
    },
  });
  const folderAt = (path: string, own: string): Folder => {
    const at = (inner: string): string => (path === "" ? inner : `${path}/${inner}`);
    return {
      name: own,
      getDirectoryHandle: async (inner, options) => {
        check();
        if (options?.create === true) folders.add(at(inner));
        if (!folders.has(at(inner))) throw notThere(inner);
        return folderAt(at(inner), inner);
      },
      getFileHandle: async (inner, options) => {
        check();
        if (!files.has(at(inner))) {
          if (options?.create !== true) throw notThere(inner);
          files.set(at(inner), new Uint8Array());
        }
        return entry(at(inner));
      },
      removeEntry: async (inner) => {
        check();
        if (!files.delete(at(inner))) throw notThere(inner);
      },
      keys: async function* () {
        check();
        const start = path === "" ? "" : `${path}/`;
        for (const place of [...folders, ...files.keys()]) {
          const rest = place.startsWith(start) ? place.slice(start.length) : "";
          if (rest !== "" && !rest.includes("/")) yield rest;
        }
      },
    };
  };
  const tree: MemoryFolder = Object.assign(folderAt("", name), { files, fault: undefined });
  return tree;
};
