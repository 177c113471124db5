/** Plants files behind numbers of the sample library: whole ones, and every sort of broken one. */
import { createHash } from "node:crypto";
import type { Page } from "playwright-core";

/** What is put behind a number. */
export interface Planted {
  readonly number: number;
  /** What the record says of the file: its hash and size are those of these bytes. */
  readonly whole: Buffer;
  /** What lies in the browser's storage under that hash; nothing where it is missing. */
  readonly lies?: Buffer;
  /** What lies in a folder of this PC instead. */
  readonly inFolder?: string;
  /** A text that lies beside the file in that folder. */
  readonly beside?: { readonly name: string; readonly text: string };
  readonly name: string;
}

/** Writes the files and the field `media` of their items, past every screen. */
export const plantFiles = async (page: Page, planted: readonly Planted[]): Promise<void> => {
  const orders = planted.map(({ number, whole, lies, inFolder, beside, name }) => ({
    number,
    lies: lies?.toString("base64"),
    folder: inFolder === undefined ? undefined : { name: inFolder, file: whole.toString("base64") },
    beside:
      beside === undefined
        ? undefined
        : { ...beside, text: Buffer.from(beside.text).toString("base64") },
    media: {
      hash: createHash("sha256").update(whole).digest("hex"),
      size: whole.length,
      mime: "video/mp4",
      name,
    },
  }));
  await page.evaluate(async (all) => {
    const root = await navigator.storage.getDirectory();
    const write = async (
      folder: FileSystemDirectoryHandle,
      name: string,
      base64: string,
    ): Promise<void> => {
      const handle = await folder.getFileHandle(name, { create: true });
      const writable = await handle.createWritable();
      await writable.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
      await writable.close();
    };
    const kept = await root.getDirectoryHandle("media", { create: true });
    const folders: unknown[] = [];
    for (const { lies, folder, beside, media } of all) {
      if (lies !== undefined) await write(kept, media.hash, lies);
      if (folder === undefined) continue;
      const outside = await root.getDirectoryHandle(folder.name, { create: true });
      await write(outside, media.name, folder.file);
      if (beside !== undefined) await write(outside, beside.name, beside.text);
      folders.push({
        root: outside,
        files: [{ hash: media.hash, size: media.size, path: media.name }],
      });
    }
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open("dianbo-library");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const db = opening.result;
        const writing = db.transaction(["records", "meta"], "readwrite");
        const records = writing.objectStore("records");
        if (folders.length > 0) {
          writing.objectStore("meta").put({ key: "memo:film-folders", value: folders });
        }
        const reading = records.getAll();
        reading.onsuccess = () => {
          for (const { number, media } of all) {
            const record = reading.result.find(
              ({ fields }: { fields: Record<string, { value: unknown }[]> }) =>
                fields["number"]?.[0]?.value === number,
            );
            const [title] = record.fields.title;
            record.fields.media = [{ ...title, value: media }];
            records.put(record);
          }
        };
        writing.oncomplete = () => {
          db.close();
          resolve();
        };
        writing.onerror = () => reject(writing.error);
      };
    });
  }, orders);
  await page.reload();
};
