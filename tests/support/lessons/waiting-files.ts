/** Files that wait in the extension's inbox to be fetched, past panel and portal, and how they fared. */
import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { extensionId, type TestBrowser } from "../browser.ts";
import { allowHosts } from "../clipping.ts";
import type { Display } from "../display.ts";

/** A row to come: its id is made from the name. */
export interface WaitingFile {
  readonly name: string;
  readonly url: string;
  /** The page it was clipped from. */
  readonly page?: string;
  readonly kind?: "video" | "audio" | "document";
  /** `课件 <name>` unless told. */
  readonly title?: string;
  readonly category?: 1 | 2 | 3 | 4 | 5;
  readonly publisher?: string;
  readonly minutes?: number;
}

/** How a row's file stands, as it is stored. */
export interface StoredFile {
  readonly state: string;
  readonly reason?: string;
  readonly received?: number;
  readonly note?: string;
  readonly total?: number;
  readonly file?: { readonly hash: string; readonly size: number; readonly name: string };
}

/** The id of a row. */
export const rowId = (name: string): string => `file-${name}`.padEnd(24, "0");

/** An MP4 of so many bytes as far as its boxes go; nobody can watch it. */
export const paperFilm = (bytes: number, seed = 1): Buffer => {
  const film = Buffer.alloc(bytes);
  for (let at = 0; at + 4 <= bytes; at += 4)
    film.writeUInt32LE(((at + seed) * 2_654_435_761) >>> 0, at);
  const box = (at: number, length: number, type: string): void => {
    film.writeUInt32BE(length, at);
    film.write(type, at + 4, "latin1");
  };
  box(0, 32, "ftyp");
  film.write("isom", 8, "latin1");
  box(32, 100, "moov");
  box(132, bytes - 132, "mdat");
  return film;
};

/** SHA-256 in hex. */
export const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** Opens the extension's inbox; its engine goes on with whatever waits. */
export const openInboxPage = async (browser: TestBrowser): Promise<Page> => {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${extensionId()}/app.html#/inbox`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
};

/** Gives the extension leave for hosts through the browser's own question. */
export const grantHosts = async (
  page: Page,
  display: Display,
  hosts: readonly string[],
): Promise<void> => {
  await page.evaluate(
    (origins) => {
      const button = document.createElement("button");
      button.id = "grant-hosts";
      button.textContent = "grant";
      button.style.cssText = "position:fixed;z-index:9999;inset:0 auto auto 0";
      button.addEventListener("click", () => void chrome.permissions.request({ origins }));
      document.body.append(button);
    },
    hosts.map((host) => `http://${host}/*`),
  );
  await page.bringToFront();
  await allowHosts(display, () => page.locator("#grant-hosts").click());
  await page.evaluate(() => document.querySelector("#grant-hosts")?.remove());
};

/** Puts files into the inbox as waiting, and has the engine look. */
export const waitFor = async (page: Page, files: readonly WaitingFile[]): Promise<void> => {
  const rows = files.map(
    ({
      name,
      url,
      kind,
      page: from = "http://www.12371.cn/lesson.shtml",
      title = `课件 ${name}`,
      ...facts
    }) => ({
      ...facts,
      id: rowId(name),
      kind: kind ?? "video",
      title,
      source: { url: from, canonical: `${from}#${name}`, portal: "www.12371.cn" },
      fileUrl: url,
      file: { state: "waiting" },
      tags: [],
      reviewed: false,
    }),
  );
  await page.evaluate(
    (all) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("dianbo-inbox");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction("clips", "readwrite");
          for (const [index, row] of all.entries()) {
            writing.objectStore("clips").put({ ...row, clippedAt: Date.now() - 3_600_000 + index });
          }
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          writing.onerror = () => reject(writing.error);
        };
      }),
    rows,
  );
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
};

/** How a file stands. */
export const fileOf = (page: Page, name: string): Promise<StoredFile | undefined> =>
  page.evaluate(
    (id) =>
      new Promise<StoredFile | undefined>((resolve, reject) => {
        const opening = indexedDB.open("dianbo-inbox");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction("clips").objectStore("clips").get(id);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result?.file);
          };
          reading.onerror = () => reject(reading.error);
        };
      }),
    rowId(name),
  );

/** Names of the half fetched files on the disk. */
export const incomingFiles = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle("incoming", { create: true });
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    return names;
  });
