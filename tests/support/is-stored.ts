/** Looks into the app's own database, past every screen. */
import type { Page } from "playwright-core";

/** Whether some record of the library holds this text. */
export const isStored = (page: Page, text: string): Promise<boolean> =>
  page.evaluate(
    (wanted) =>
      new Promise<boolean>((resolve, reject) => {
        const opening = indexedDB.open("dianbo-library");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const all = db.transaction("records").objectStore("records").getAll();
          all.onsuccess = () => {
            db.close();
            resolve(JSON.stringify(all.result).includes(wanted));
          };
          all.onerror = () => reject(all.error);
        };
      }),
    text,
  );
