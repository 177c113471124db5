/**
 * The unpacked folder is replaced or moved, as on a PC that somebody tidies up: the old folder is gone, the
 * new one is loaded in the same profile, and every row and number is there.
 */
import { cp, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Portal, servePortal } from "@dianbo/demonstration/serve";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  DIST,
  extensionId,
  newProfile,
  openBrowser,
  type TestBrowser,
} from "../support/browser.ts";
import { openPanel, openPortalPage, PORTAL_PAGES } from "../support/clipping.ts";
import { loadUnpacked } from "../support/load-unpacked.ts";

const SOON = { timeout: 15_000 };

let portal: Portal;
let profile: string;
let disk: string;
let browser: TestBrowser;

const start = async (): Promise<void> => {
  browser = await openBrowser({ profile, extension: "by-hand", portal: portal.port });
};

const openExtensionPage = async (at: string): Promise<Page> => {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${extensionId()}/${at}`);
  return page;
};

/** The version that runs, or undefined while none does. */
const runningVersion = async (): Promise<string | undefined> => {
  try {
    const page = await openExtensionPage("welcome.html");
    const version = await page.evaluate(() => chrome.runtime.getManifest().version);
    await page.close();
    return version;
  } catch {
    return undefined;
  }
};

/** The numbers of every row of the library, and how many greetings stand open. */
const shelves = async (): Promise<{ rows: string[]; greetings: number }> => {
  const app = await openExtensionPage("app.html#/library");
  const numbers = app.getByRole("row").locator(".num");
  await expect.poll(() => numbers.count(), SOON).toBeGreaterThan(0);
  const rows = await numbers.allTextContents();
  const greetings = browser.context.pages().filter((page) => page.url().endsWith("/welcome.html"));
  await app.close();
  return { rows, greetings: greetings.length };
};

beforeAll(async () => {
  portal = await servePortal({ port: 0 });
  profile = await newProfile();
  disk = await mkdtemp(join(tmpdir(), "dianbo-disk-"));
  await cp(join(DIST, "extension-chromium"), join(disk, "X"), { recursive: true });
  await start();
});
afterAll(async () => {
  await browser?.close();
  await portal?.close();
  for (const folder of [profile, disk]) {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

it("clips into the book of folder X", async () => {
  const greeting = browser.context.waitForEvent("page");
  await loadUnpacked(browser, join(disk, "X"));
  await (await greeting).getByRole("heading", { name: "装好了" }).waitFor();
  await (await greeting).close();
  const page = await openPortalPage(browser, PORTAL_PAGES.frames);
  const panel = await openPanel(browser, page);
  await panel.keyboard.press("2");
  await panel.getByText("存下了，归在政策法规。").waitFor();
  expect(await shelves()).toEqual({ rows: ["2001"], greetings: 0 });
});

it("has every row when a newer version's files were put over the old ones", async () => {
  const path = join(disk, "X", "manifest.json");
  const manifest: Record<string, unknown> = JSON.parse(await readFile(path, "utf8"));
  await writeFile(path, JSON.stringify({ ...manifest, version: "9.9.9" }));
  const app = await openExtensionPage("app.html#/library");
  // What the round arrow on the extensions page does, or the browser's next start.
  await app.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await expect.poll(runningVersion, SOON).toBe("9.9.9");
  expect(await shelves()).toEqual({ rows: ["2001"], greetings: 0 });
});

it("has every row when the folder was moved and loaded from there, and greets nobody twice", async () => {
  await browser.close();
  // A folder that was loaded over the debugging pipe is forgotten with the browser; that of the extensions
  // page is remembered, and not found here any more. Either way the person loads it again.
  await rename(join(disk, "X"), join(disk, "Y"));
  await start();
  await loadUnpacked(browser, join(disk, "Y"));
  expect(await shelves()).toEqual({ rows: ["2001"], greetings: 0 });
});

it("goes on from there: the next clip takes the next number", async () => {
  const page = await openPortalPage(browser, PORTAL_PAGES.sound);
  const panel = await openPanel(browser, page);
  await panel.getByLabel(/连音频一起下载/u).uncheck();
  await panel.keyboard.press("2");
  await panel.getByText("存下了，归在政策法规。").waitFor();
  expect((await shelves()).rows.sort()).toEqual(["2001", "2002"]);
});
