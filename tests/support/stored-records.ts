/** Reads the app's own database, past every screen. */
import type { Page } from "playwright-core";

/** A stored record, as far as journeys look at it. */
export interface StoredRecord {
  readonly id: string;
  readonly kind: string;
}

/** All records as they are stored, by id. */
export const storedRecords = (page: Page): Promise<readonly StoredRecord[]> =>
  page.evaluate(
    () =>
      new Promise<StoredRecord[]>((resolve, reject) => {
        const opening = indexedDB.open("dianbo-library");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const all = db.transaction("records").objectStore("records").getAll();
          all.onsuccess = () => {
            db.close();
            resolve(all.result);
          };
          all.onerror = () => reject(all.error);
        };
      }),
  );

/** What is remembered outside the records under a key, as JSON; `undefined` where nothing is. */
export const storedMemo = (page: Page, key: string): Promise<string | undefined> =>
  page.evaluate(
    (wanted) =>
      new Promise<string | undefined>((resolve, reject) => {
        const opening = indexedDB.open("dianbo-library");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const one = db.transaction("meta").objectStore("meta").get(`memo:${wanted}`);
          one.onsuccess = () => {
            db.close();
            resolve(one.result === undefined ? undefined : JSON.stringify(one.result.value));
          };
          one.onerror = () => reject(one.error);
        };
      }),
    key,
  );
