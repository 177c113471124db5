/** The old floor: the built app in a real Chromium 109, the last that Windows 7 has. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { keepFilm } from "../support/keep-film.ts";
import { OFFICE_ROOMS } from "../support/office-rooms.ts";
import { oldChromiumPath } from "../support/old-chromium.ts";
import { keypadReady, playFilm } from "../support/study-room.ts";

const SOON = { timeout: 20_000 };
const FILM = "微党课：一面党旗的故事";
const BYTES = fileURLToPath(new URL("../../demonstration/media/party-flag.mp4", import.meta.url));

let app: RunningServer;
let address: string;
let profile: string;
let browser: TestBrowser;
let page: Page;
const broken: string[] = [];

/** One of the roster that is pasted. */
const NAME = "赵〇一";

/** Lays the database of names down as it was before passwords were kept beside them: two tables, version 1 (10 in the browser). */
const toFirstVersion = async (): Promise<void> => {
  const whole = <T>(asked: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  const now = await whole(indexedDB.open("dianbo-personal"));
  const rows = await whole(now.transaction("rows").objectStore("rows").getAll());
  now.close();
  await whole(indexedDB.deleteDatabase("dianbo-personal"));
  const opening = indexedDB.open("dianbo-personal", 10);
  opening.onupgradeneeded = () => {
    for (const table of ["rows", "notes"]) {
      opening.result.createObjectStore(table, { keyPath: "key" });
    }
  };
  const old = await whole(opening);
  const writing = old.transaction("rows", "readwrite");
  for (const row of rows) writing.objectStore("rows").put(row);
  await new Promise((resolve, reject) => {
    writing.oncomplete = resolve;
    writing.onerror = () => reject(writing.error);
  });
  old.close();
};
const versionOfNames = async (): Promise<number | undefined> =>
  (await indexedDB.databases()).find(({ name }) => name === "dianbo-personal")?.version;

beforeAll(async () => {
  app = await serveApp({ root: join(DIST, "pwa"), port: 0 });
  address = `http://localhost:${app.port}`;
  profile = await newProfile();
  browser = await openBrowser({ profile, executable: await oldChromiumPath(), shell: true });
  page = browser.context.pages()[0] ?? (await browser.context.newPage());
  page.on("pageerror", (error) => broken.push(error.message));
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

describe("Chromium 109", () => {
  it("is what it says", async () => {
    await page.goto(`${address}/`);
    expect(await page.evaluate(() => navigator.userAgent)).toContain("Chrome/109.");
  });

  it("starts and loads the sample library", async () => {
    await page.evaluate(() => localStorage.setItem("dianbo-language", "zh-CN"));
    await page.reload();
    await page.getByRole("button", { name: "载入样例" }).click();
    await page.getByRole("link", { name: /课件.*86/u }).waitFor();
    await keepFilm(page, { number: 1014, file: BYTES });
  });

  it("finds by words and by pinyin", async () => {
    await page.goto(`${address}/#/library`);
    for (const query of ["血压", "gxy"]) {
      await page.getByRole("main").locator('input[aria-keyshortcuts="/"]').fill(query);
      await expect.poll(() => page.getByText("高血压的日常管理").count(), SOON).toBe(1);
    }
  });

  it("opens a set menu and the printed book", async () => {
    await page.goto(`${address}/#/set-menus`);
    await page
      .getByRole("main")
      .getByRole("link", { name: /银发数字餐/u })
      .click();
    await page.locator("[data-entry]").first().waitFor();
    await page.goto(`${address}/#/book/print`);
    await page.locator(".paper").first().waitFor();
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(20_000);
  });

  it("plays H.264 by number in the study room", async () => {
    await page.goto(`${address}/room.html`);
    await keypadReady(page);
    await playFilm(page, 1014, FILM);
  });

  it("takes over what an older Dianbo kept, and renews its form", async () => {
    await page.goto(`${address}/#/`);
    await OFFICE_ROOMS.find(({ name }) => name === "18-rosters")?.open(page);
    await page.getByText(NAME).waitFor();
    // A page of this origin that opens no database: the names are put back into the form of their first version.
    await page.goto(`${address}/manifest.webmanifest`);
    await page.evaluate(toFirstVersion);
    await page.goto(`${address}/#/ledgers/rosters`);
    await page.getByText(NAME).waitFor();
    expect(await page.evaluate(versionOfNames)).toBe(20);
  });

  it("threw nothing on the way", () => {
    expect(broken).toEqual([]);
  });
});
