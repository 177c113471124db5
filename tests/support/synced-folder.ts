/**
 * A folder that a service keeps the same on several PCs: each time it comes by a PC it takes along what is new
 * there, forgets what was deleted there, and brings what others have. The PCs' folders are those of the twin.
 */
import type { Page } from "playwright-core";

/** Every file of a folder of the private file system, by path, in base64. */
const readFolder = (page: Page, name: string): Promise<Record<string, string>> =>
  page.evaluate(async (folder) => {
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle(folder, {
      create: true,
    });
    const files: Record<string, string> = {};
    const walk = async (at: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const [inner, entry] of at.entries()) {
        if (entry instanceof FileSystemDirectoryHandle) {
          await walk(entry, `${path}${inner}/`);
        } else if (entry instanceof FileSystemFileHandle) {
          const bytes = new Uint8Array(await (await entry.getFile()).arrayBuffer());
          let text = "";
          for (const byte of bytes) text += String.fromCharCode(byte);
          files[`${path}${inner}`] = btoa(text);
        }
      }
    };
    await walk(root, "");
    return files;
  }, name);

/** Writes files into it and takes others away. */
const changeFolder = (
  page: Page,
  name: string,
  put: Readonly<Record<string, string>>,
  drop: readonly string[],
): Promise<void> =>
  page.evaluate(
    async ([folder, files, gone]) => {
      const root = await (await navigator.storage.getDirectory()).getDirectoryHandle(folder, {
        create: true,
      });
      const at = async (path: string) => {
        const steps = path.split("/");
        const last = steps.pop() ?? "";
        let place = root;
        for (const step of steps) place = await place.getDirectoryHandle(step, { create: true });
        return { place, last };
      };
      for (const [path, text] of Object.entries(files)) {
        const { place, last } = await at(path);
        const writing = await (await place.getFileHandle(last, { create: true })).createWritable();
        await writing.write(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
        await writing.close();
      }
      for (const path of gone) {
        const { place, last } = await at(path);
        await place.removeEntry(last);
      }
    },
    [name, put, drop] as const,
  );

/** The service, with what it holds. */
export class SyncedFolder {
  /** By path. */
  readonly files = new Map<string, Buffer>();
  readonly #known = new Map<Page, Set<string>>();
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  /** Comes by a PC. */
  async carry(page: Page): Promise<void> {
    const there = await readFolder(page, this.#name);
    const known = this.#known.get(page) ?? new Set();
    for (const path of known) if (there[path] === undefined) this.files.delete(path);
    for (const [path, text] of Object.entries(there)) {
      if (!known.has(path)) this.files.set(path, Buffer.from(text, "base64"));
    }
    const put: Record<string, string> = {};
    for (const [path, bytes] of this.files) {
      if (there[path] === undefined) put[path] = bytes.toString("base64");
    }
    const drop = Object.keys(there).filter((path) => !this.files.has(path));
    await changeFolder(page, this.#name, put, drop);
    this.#known.set(page, new Set(this.files.keys()));
  }
}
