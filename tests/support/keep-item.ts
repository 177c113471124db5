/**
 * Puts files of any kind behind numbers of the sample library, and changes its menus, by writing the browser's
 * own stores: a journey of the study room begins where saving and arranging have ended, which others prove.
 */
import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { storedRecords } from "./stored-records.ts";

/** What an item becomes. */
export interface PlantedItem {
  readonly number: number;
  readonly file?:
    | { readonly bytes: Uint8Array; readonly mime: string; readonly name: string }
    | undefined;
  /** Further fields, as the record holds them. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** The bytes are nowhere, although the record names them. */
  readonly gone?: boolean;
}

/** What a menu becomes. */
export interface PlantedMenu {
  readonly number: number;
  /** Its items by number, or activities; what stood in it goes. */
  readonly parts: readonly (number | { readonly name: string; readonly minutes: number })[];
  /** The number of its spare. */
  readonly spare?: number;
  /** Fields of its own, as its notes. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

interface StoredRecord {
  readonly id: string;
  readonly kind: string;
  readonly fields: Readonly<Record<string, readonly { readonly value: unknown }[]>>;
}

const withFields = (row: StoredRecord, fields: Readonly<Record<string, unknown>>): StoredRecord => {
  const [pen] = Object.values(row.fields)[0] ?? [];
  const written = Object.entries(fields).map(([name, value]) => [name, [{ ...pen, value }]]);
  return { ...row, fields: { ...row.fields, ...Object.fromEntries(written) } };
};

const storedRows = async (page: Page): Promise<readonly StoredRecord[]> =>
  JSON.parse(JSON.stringify(await storedRecords(page)));

const writeRows = (
  page: Page,
  changed: readonly StoredRecord[],
  gone: readonly string[],
): Promise<void> =>
  page.evaluate(
    ({ puts, deletes }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("dianbo-library");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const transaction = db.transaction("records", "readwrite");
          const records = transaction.objectStore("records");
          for (const id of deletes) records.delete(id);
          for (const row of puts) records.put(row);
          transaction.oncomplete = () => {
            db.close();
            resolve();
          };
          transaction.onerror = () => reject(transaction.error);
        };
      }),
    { puts: changed, deletes: gone },
  );

/** Writes items and menus; the page is loaded anew by whoever wants to see them. */
export const plant = async (
  page: Page,
  items: readonly PlantedItem[],
  menus: readonly PlantedMenu[] = [],
): Promise<void> => {
  const planted = items.map(({ number, file, fields = {}, gone = false }) => ({
    number,
    base64: file === undefined || gone ? undefined : Buffer.from(file.bytes).toString("base64"),
    fields: {
      ...fields,
      ...(file === undefined
        ? {}
        : {
            media: {
              hash: createHash("sha256").update(file.bytes).digest("hex"),
              size: file.bytes.length,
              mime: file.mime,
              name: file.name,
            },
          }),
    },
    hash: file === undefined ? undefined : createHash("sha256").update(file.bytes).digest("hex"),
  }));
  await page.evaluate(async (all) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle("media", { create: true });
    for (const { base64, hash } of all) {
      if (base64 === undefined || hash === undefined) continue;
      const handle = await folder.getFileHandle(hash, { create: true });
      const writable = await handle.createWritable();
      await writable.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
      await writable.close();
    }
  }, planted);
  const rows = await storedRows(page);
  const numbered = (kind: string, number: number): StoredRecord => {
    const row = rows.find(
      ({ kind: of, fields }) => of === kind && fields["number"]?.[0]?.value === number,
    );
    if (row === undefined) throw new Error(`the sample book has no ${kind} ${number}`);
    return row;
  };
  const pattern = rows.find(({ kind }) => kind === "set-menu-entry");
  const changed = planted.map(({ number, fields }) =>
    withFields(numbered("courseware", number), fields),
  );
  const gone: string[] = [];
  for (const { number, parts, spare, fields } of menus) {
    const menu = numbered("set-menu", number);
    if (pattern === undefined) throw new Error("the sample book has no menu with entries");
    gone.push(
      ...rows.filter(({ fields }) => fields["menu"]?.[0]?.value === menu.id).map(({ id }) => id),
    );
    if (spare !== undefined || fields !== undefined) {
      const own = spare === undefined ? {} : { spare: numbered("courseware", spare).id };
      changed.push(withFields(menu, { ...own, ...fields }));
    }
    const { item: _, activity: __, ...rest } = pattern.fields;
    for (const [at, part] of parts.entries()) {
      const what =
        typeof part === "number" ? { item: numbered("courseware", part).id } : { activity: part };
      const entry = { ...pattern, id: `planted${number}x${at}`.padEnd(24, "0"), fields: rest };
      changed.push(withFields(entry, { menu: menu.id, order: `a${at}`, ...what }));
    }
  }
  await writeRows(page, changed, gone);
};
