/**
 * A stick for journeys: a directory of the origin private file system, which stands in for one on disk, since
 * no test can choose one; it can be put onto a real disk, byte for byte, and back.
 */
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";

/** A file of the stick. */
export interface FileOnStick {
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly changed: number;
}

/** Lets the page's folder picker answer with that directory, whoever asks. Before the page is opened. */
export const plugIn = (page: Page, name: string): Promise<unknown> =>
  page.addInitScript((of) => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle(of, { create: true }),
    });
  }, name);

/** All files of the stick, by path. */
export const filesOnStick = (page: Page, name: string): Promise<readonly FileOnStick[]> =>
  page.evaluate(async (of) => {
    const found: { path: string; size: number; changed: number }[] = [];
    const walk = async (folder: FileSystemDirectoryHandle, above: string): Promise<void> => {
      for await (const [step, entry] of folder.entries()) {
        const path = above === "" ? step : `${above}/${step}`;
        if (entry instanceof FileSystemDirectoryHandle) await walk(entry, path);
        else if (entry instanceof FileSystemFileHandle) {
          const file = await entry.getFile();
          found.push({ path, size: file.size, changed: file.lastModified });
        }
      }
    };
    const root = await navigator.storage.getDirectory();
    await walk(await root.getDirectoryHandle(of, { create: true }), "");
    return found.sort((a, b) => (a.path < b.path ? -1 : 1));
  }, name);

/** The bytes of a file on the stick. */
export const fileOnStick = async (page: Page, name: string, path: string): Promise<Buffer> => {
  const base64 = await page.evaluate(
    async ([of, steps]) => {
      const root = await navigator.storage.getDirectory();
      let at = await root.getDirectoryHandle(of);
      for (const step of steps.slice(0, -1)) at = await at.getDirectoryHandle(step);
      const file = await (await at.getFileHandle(steps.at(-1) ?? "")).getFile();
      return new Promise<string>((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/u, ""));
        reader.readAsDataURL(file);
      });
    },
    [name, path.split("/")] as const,
  );
  return Buffer.from(base64, "base64");
};

/** Copies the stick onto the disk of this machine; answers the folder. */
export const ontoDisk = async (page: Page, name: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "dianbo-stick-"));
  for (const { path } of await filesOnStick(page, name)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), await fileOnStick(page, name, path));
  }
  return folder;
};

/** Writes a file onto the stick, whatever lay there. */
export const putOnStick = (page: Page, name: string, path: string, bytes: Buffer): Promise<void> =>
  page.evaluate(
    async ([of, steps, base64]) => {
      const root = await navigator.storage.getDirectory();
      let at = await root.getDirectoryHandle(of, { create: true });
      const last = steps.at(-1) ?? "";
      for (const step of steps.slice(0, -1)) {
        at = await at.getDirectoryHandle(step, { create: true });
      }
      const writing = await (await at.getFileHandle(last, { create: true })).createWritable();
      await writing.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
      await writing.close();
    },
    [name, path.split("/"), bytes.toString("base64")] as const,
  );
