/**
 * An evening from a folder: the film plays from where it lies, the power goes in its middle, and the room
 * goes on from there without asking anybody. Where the browser's leave for the folder lapsed with the power,
 * what the pre-flight had copied in goes on all the same. A twin stands in for a folder on disk.
 */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import {
  chromiumPath,
  DIST,
  newProfile,
  openBrowser,
  type TestBrowser,
} from "../support/browser.ts";
import { lapseLeave, questions, useFolderTwin } from "../support/folder-twin.ts";
import { oldChromiumPath } from "../support/old-chromium.ts";
import { plantFiles } from "../support/plant-files.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { filmPosition, keypadReady, playFilm } from "../support/study-room.ts";

const SOON = { timeout: 20_000 };
const SLOW = { timeout: 45_000 };
const TITLE = "微党课：一面党旗的故事";
const film = (): Promise<Buffer> =>
  readFile(fileURLToPath(new URL("../../demonstration/media/party-flag.mp4", import.meta.url)));

describe.each([
  ["today's Chromium", async () => chromiumPath(), false],
  ["the old floor, Chromium 109", oldChromiumPath, true],
])("an evening from a folder in %s", (_name, executablePath, shell) => {
  let server: RunningServer;
  let address: string;
  let profile: string;
  let browser: TestBrowser;
  let page: Page;

  const start = async (): Promise<void> => {
    browser = await openBrowser({ profile, executable: await executablePath(), shell });
    page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.addInitScript(() => localStorage.setItem("dianbo-language", "zh-CN"));
    await useFolderTwin(page, "disk-d");
  };
  const openRoom = async (): Promise<void> => {
    await page.goto(`${address}/room.html`);
    await keypadReady(page);
  };
  /** Puts the film of 1014 into the folder, and out of the browser's own storage. */
  const putInFolder = async (): Promise<void> => {
    await page.goto(`${address}/#/`);
    const bytes = await film();
    await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const media = await root.getDirectoryHandle("media", { create: true });
      const names: string[] = [];
      for await (const name of media.keys()) names.push(name);
      for (const name of names) await media.removeEntry(name);
    });
    await plantFiles(page, [{ number: 1014, whole: bytes, inFolder: "disk-d", name: "film.mp4" }]);
  };
  const inBrowser = (): Promise<number> =>
    page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const media = await root.getDirectoryHandle("media", { create: true });
      let files = 0;
      for await (const _ of media.keys()) files += 1;
      return files;
    });
  /** Plays until what is remembered of the place is worth going on with, then cuts the power. */
  const cutPower = async (): Promise<number> => {
    await playFilm(page, 1014, TITLE);
    const at = await filmPosition(page);
    await expect.poll(() => filmPosition(page), SOON).toBeGreaterThan(at + 6);
    await browser.kill();
    return at;
  };
  const goesOn = async (at: number): Promise<void> => {
    await page.getByText(/上次放到 \d+ 秒/u).waitFor(SOON);
    await page.keyboard.press("NumpadEnter");
    await expect.poll(() => filmPosition(page), SOON).toBeGreaterThan(at + 2);
  };

  beforeAll(async () => {
    server = await serveApp({ root: join(DIST, "pwa"), port: 0 });
    address = `http://localhost:${server.port}`;
    profile = await newProfile();
    await start();
    await openSampleBook(page, address);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it("goes on after a power cut from the folder itself, and asks nobody", async () => {
    await putInFolder();
    await questions(page);
    await openRoom();
    const at = await cutPower();
    await start();
    await openRoom();
    await goesOn(at);
    expect(await inBrowser()).toBe(0);
    expect(await questions(page)).toBe(0);
  });

  it("what the pre-flight copied in goes on although the folder would want a click", async () => {
    await putInFolder();
    await page.goto(`${address}/#/set-menus`);
    await page.getByRole("button", { name: "新套餐" }).first().click();
    const add = page.getByRole("combobox", { name: /加节目/u });
    await add.fill("1014");
    await add.press("Enter");
    await page.getByRole("link", { name: "查查能不能放" }).click();
    await page.getByRole("button", { name: "拷进来" }).click(SLOW);
    await page.getByText("今晚的都在浏览器里").waitFor(SLOW);
    expect(await inBrowser()).toBe(1);
    await questions(page);
    await openRoom();
    const at = await cutPower();
    await start();
    await page.goto(`${address}/#/settings`);
    await lapseLeave(page);
    await openRoom();
    await goesOn(at);
    expect(await questions(page)).toBe(0);
  });
});
