import type { LyingFile } from "./film-folders.ts";

/** Folders below folders that are looked into. */
const DEEPEST = 6;

/** What stands in every folder and is nobody's film. */
const PASSED_OVER = /^(?:\.|\$|~\$|System Volume Information$|Thumbs\.db$|desktop\.ini$)/iu;

/** A file found in an opened folder. */
export interface FoundFile {
  readonly file: File;
  readonly lies: LyingFile;
}

/** What an opened folder holds, in the order of names; `more` where it holds more than was asked for. */
export interface WalkedFolder {
  readonly found: readonly FoundFile[];
  readonly more: boolean;
}

const ORDER = new Intl.Collator("zh-CN", { numeric: true });

/** What stands in a folder, by name. */
const entriesOf = async (
  folder: FileSystemDirectoryHandle,
): Promise<readonly FileSystemHandle[]> => {
  const entries: FileSystemHandle[] = [];
  for await (const [name, entry] of folder.entries()) {
    if (!PASSED_OVER.test(name)) entries.push(entry);
  }
  return entries.sort((one, other) => ORDER.compare(one.name, other.name));
};

/** Looks through a folder and those below it, up to so many files. What cannot be read is passed over. */
export const walkFolder = async (
  root: FileSystemDirectoryHandle,
  most: number,
): Promise<WalkedFolder> => {
  const found: FoundFile[] = [];
  let more = false;
  const take = async (entry: FileSystemFileHandle, path: string): Promise<void> => {
    const file = await entry.getFile().catch(() => undefined);
    if (file === undefined) return;
    if (found.length >= most) more = true;
    else found.push({ file, lies: { root, path } });
  };
  const walk = async (
    folder: FileSystemDirectoryHandle,
    above: readonly string[],
  ): Promise<void> => {
    for (const entry of await entriesOf(folder)) {
      if (more) return;
      const steps = [...above, entry.name];
      if (entry instanceof FileSystemFileHandle) await take(entry, steps.join("/"));
      else if (entry instanceof FileSystemDirectoryHandle && above.length < DEEPEST) {
        await walk(entry, steps).catch(() => undefined);
      }
    }
  };
  await walk(root, []);
  return { found, more };
};
