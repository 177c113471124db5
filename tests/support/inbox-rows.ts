/** Rows of the extension's inbox as they stand there, past panel and portal. */
import type { Page } from "playwright-core";

/** A film for the inbox: its bytes are counted up from the seed, so that its hash tells whether it is whole. */
export interface InboxFilm {
  readonly title: string;
  readonly seed: number;
  readonly bytes: number;
  readonly category?: number | null;
}

/** Runs in a page of the extension, and so may use nothing of this file. */
const placeFilms = async (all: readonly InboxFilm[]): Promise<readonly string[]> => {
  const hex = (buffer: ArrayBuffer): string =>
    [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const rows: { readonly hash: string; readonly row: object }[] = [];
  for (const [index, { title, seed, bytes, category }] of all.entries()) {
    const words = new Uint32Array(Math.ceil(bytes / 4));
    for (let at = 0; at < words.length; at += 1) words[at] = (at + seed) * 2_654_435_761;
    const file = words.buffer.slice(0, bytes);
    const hash = hex(await crypto.subtle.digest("SHA-256", file));
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle("media", { create: true });
    const writable = await (await folder.getFileHandle(hash, { create: true })).createWritable();
    await writable.write(file);
    await writable.close();
    const url = `http://www.12371.cn/film/${seed}.shtml`;
    rows.push({
      hash,
      row: {
        id: `film-${seed}`.padEnd(24, "0"),
        kind: "video",
        title,
        source: { url, canonical: url, portal: "www.12371.cn" },
        file: { state: "held", file: { hash, size: bytes, mime: "video/mp4", name: "film.mp4" } },
        category: category === undefined ? 1 : category,
        tags: [],
        reviewed: false,
        // Long past the moment at which the panel could take it back.
        clippedAt: Date.now() - 3_600_000 + index,
      },
    });
  }
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open("dianbo-inbox");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const writing = opening.result.transaction("clips", "readwrite");
      for (const { row } of rows) writing.objectStore("clips").put(row);
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
      writing.onerror = () => reject(writing.error);
    };
  });
  const channel = new BroadcastChannel("dianbo-inbox-changes");
  channel.postMessage("changed");
  channel.close();
  return rows.map(({ hash }) => hash);
};

/** Puts films into the inbox and its media store, on any page of the extension; answers their hashes. */
export const putFilms = (page: Page, films: readonly InboxFilm[]): Promise<readonly string[]> =>
  page.evaluate(placeFilms, films);

/** The same as an expression, for browsers that are driven otherwise; its value is the hashes, in one text. */
export const puttingFilms = (films: readonly InboxFilm[]): string =>
  `(${placeFilms})(${JSON.stringify(films)}).then((hashes) => hashes.join(" "))`;

/** How many rows the inbox has, on any page of the extension. */
export const countRows = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("dianbo-inbox");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction("clips").objectStore("clips").count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
          counting.onerror = () => reject(counting.error);
        };
      }),
  );

/** Whether a file of this hash is held by this page's origin, and its bytes have that hash. */
export const holdsWhole = (page: Page, hash: string): Promise<boolean> =>
  page.evaluate(async (wanted) => {
    try {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle("media");
      const file = await (await folder.getFileHandle(wanted)).getFile();
      const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
      const found = [...new Uint8Array(digest)]
        .map((byte) => byte.toString(16).padStart(2, "0"))
        .join("");
      return found === wanted;
    } catch {
      return false;
    }
  }, hash);
