/**
 * Puts a real film behind a number of the sample library, through the item's own page, as a person
 * who has the file on a stick will one day do; until then the browser's stores are written as the
 * extension's download engine writes them.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Page } from "playwright-core";

/** Keeps a film's bytes under their hash and writes the field `media` of the item with that number. */
export const keepFilm = async (
  page: Page,
  { number, file }: { readonly number: number; readonly file: string },
): Promise<void> => {
  const bytes = await readFile(file);
  const media = {
    hash: createHash("sha256").update(bytes).digest("hex"),
    size: bytes.length,
    mime: "video/mp4",
    name: basename(file),
  };
  await page.evaluate(
    async ({ base64, media: kept, wanted }) => {
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle("media", { create: true });
      const handle = await folder.getFileHandle(kept.hash, { create: true });
      const writable = await handle.createWritable();
      await writable.write(content);
      await writable.close();
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("dianbo-library");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const transaction = db.transaction("records", "readwrite");
          const records = transaction.objectStore("records");
          const all = records.getAll();
          all.onsuccess = () => {
            const record = all.result.find(
              ({ fields }: { fields: Record<string, { value: unknown }[]> }) =>
                fields["number"]?.[0]?.value === wanted,
            );
            const [title] = record.fields.title;
            records.put({
              ...record,
              fields: { ...record.fields, media: [{ ...title, value: kept }] },
            });
          };
          transaction.oncomplete = () => {
            db.close();
            resolve();
          };
          transaction.onerror = () => reject(transaction.error);
        };
      });
    },
    { base64: bytes.toString("base64"), media, wanted: number },
  );
  await page.reload();
};
