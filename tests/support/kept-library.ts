/** Looks into an app's own stores, past every screen: who it is, what it keeps. */
import { createHash } from "node:crypto";
import type { Page } from "playwright-core";

/** What one home keeps. */
export interface KeptLibrary {
  readonly site: string;
  readonly device: string;
  /** How many records of each kind. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Programme numbers, rising. */
  readonly numbers: readonly number[];
  /** A hash of each whole record, dots included, sorted; without leases, which a new home takes over. */
  readonly records: readonly string[];
  /** Hashes of the files, sorted, and that their bytes are theirs. */
  readonly files: readonly string[];
}

interface KeptRow {
  readonly id: string;
  readonly kind: string;
  readonly fields: Readonly<Record<string, readonly { readonly value: unknown }[]>>;
}

const sortedKeys = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Reads what the page's origin keeps. */
export const readKeptLibrary = async (page: Page): Promise<KeptLibrary> => {
  const kept = await page.evaluate(async () => {
    const read = (store: string): Promise<unknown[]> =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("dianbo-library");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const all = db.transaction(store).objectStore(store).getAll();
          all.onsuccess = () => {
            db.close();
            resolve(all.result);
          };
          all.onerror = () => reject(all.error);
        };
      });
    const files: string[] = [];
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("media", {
      create: true,
    });
    for await (const [name, handle] of folder.entries()) {
      if (!(handle instanceof FileSystemFileHandle)) continue;
      const bytes = await (await handle.getFile()).arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      const hash = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      files.push(hash === name ? name : `${name} holds ${hash}`);
    }
    return { records: await read("records"), meta: await read("meta"), files: files.sort() };
  });
  const rows: readonly KeptRow[] = JSON.parse(JSON.stringify(kept.records));
  const meta: readonly { key: string; value: { site: string; device: string } }[] = JSON.parse(
    JSON.stringify(kept.meta),
  );
  const identity = meta.find(({ key }) => key === "identity")?.value;
  const kinds: Record<string, number> = {};
  for (const { kind } of rows) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return {
    site: identity?.site ?? "",
    device: identity?.device ?? "",
    kinds,
    numbers: rows
      .filter(({ kind }) => kind === "courseware")
      .map(({ fields }) => Number(fields["number"]?.[0]?.value))
      .sort((a, b) => a - b),
    records: rows
      .filter(({ kind }) => kind !== "number-lease")
      .map((row) => createHash("sha256").update(JSON.stringify(row, sortedKeys)).digest("hex"))
      .sort(),
    files: kept.files,
  };
};
