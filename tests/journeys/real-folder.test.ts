/**
 * Films in a folder of the machine's own disk: chosen in the browser's own window, copied with readable names,
 * played from there. When the browser has been started again its leave has lapsed: the study room asks nobody and
 * says one sentence, and one click in the office brings the browser's question and the films back, for good.
 */
import { mkdtempSync, readdirSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { type Display, openDisplay } from "../support/display.ts";
import { allowEveryVisit, chooseRealFolder, speakUtf8 } from "../support/real-folder.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { keypadReady, playFilm } from "../support/study-room.ts";
import { until } from "../support/until.ts";

const SLOW = { timeout: 120_000 };
const TITLE = "微党课：一面党旗的故事";
const PICTURES = process.env["DIANBO_PICTURES"];

let server: RunningServer;
let address: string;
let display: Display;
let profile: string;
let folder: string;
let browser: TestBrowser;
let page: Page;
let pictures = 0;

const picture = async (name: string): Promise<void> => {
  if (PICTURES === undefined) return;
  pictures += 1;
  await display.picture(join(PICTURES, `${pictures}-${name}.png`));
};

const start = async (): Promise<void> => {
  browser = await openBrowser({ profile, display });
  page = browser.context.pages()[0] ?? (await browser.context.newPage());
  page.setDefaultTimeout(SLOW.timeout);
  await page.addInitScript(() => localStorage.setItem("dianbo-language", "zh-CN"));
};

const keeping = async (): Promise<void> => {
  await page.goto(`${address}/#/keeping`);
  await page.getByRole("heading", { level: 1, name: "片子放在哪" }).waitFor();
  await page.bringToFront();
};

const kept = (): Promise<number> =>
  page.evaluate(async () => {
    const all = await navigator.storage.getDirectory();
    const media = await all.getDirectoryHandle("media", { create: true });
    let files = 0;
    for await (const _ of media.keys()) files += 1;
    return files;
  });

beforeAll(async () => {
  server = await serveApp({ root: join(DIST, "pwa"), port: 0 });
  address = `http://localhost:${server.port}`;
  display = await openDisplay();
  speakUtf8();
  profile = await newProfile();
  folder = mkdtempSync(join(tmpdir(), "dianbo-disk-"));
  await start();
  await openSampleBook(page, address);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  display?.close();
  await server?.close();
  for (const one of [profile, folder])
    if (one !== undefined) await rm(one, { recursive: true, force: true, maxRetries: 5 });
});

it("films go into the folder with readable names, are read back, and the browser's copies go", async () => {
  await keeping();
  const button = page.getByRole("button", { name: "选一个文件夹" });
  await chooseRealFolder(display, () => button.click(), folder, picture);
  await page.getByText(/还没拷：1 部/u).waitFor();
  await until(() => display.rests(700), "the question to be gone");
  await picture("chosen");
  await page.getByLabel(/浏览器里那份就不留了/u).check();
  await page.getByRole("button", { name: "拷 1 部过去" }).click();
  await page.getByText("浏览器里腾掉了 1 部。").waitFor();
  const [name, ...more] = readdirSync(join(folder, "1 基层党建"));
  expect([name, more]).toEqual([`1014 ${TITLE}.mp4`, []]);
  expect(statSync(join(folder, "1 基层党建", name ?? "")).size).toBeGreaterThan(100_000);
  expect(await kept()).toBe(0);
});

it("they play from the disk", async () => {
  await page.goto(`${address}/room.html`);
  await keypadReady(page);
  await playFilm(page, 1014, TITLE);
});

it("after a restart the study room asks nobody, and one click in the office brings them back", async () => {
  await browser.close();
  await start();
  await page.goto(`${address}/room.html`);
  await keypadReady(page);
  await page.keyboard.type("1014");
  await page.getByRole("heading", { name: TITLE }).waitFor();
  await picture("lapsed-in-the-room");
  await page.goto(`${address}/#/`);
  await page.getByText(/部片子放在「.+」里，浏览器要您点一下才能放/u).waitFor();
  await picture("lapsed-on-the-start-page");
  await keeping();
  const button = page.getByRole("button", { name: /^打开「/u });
  const whole = page.getByText("有号码的片子都在里面了。");
  const isThrough = (): Promise<boolean> =>
    whole.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
  await allowEveryVisit(display, () => button.click(), isThrough, picture);
  await picture("allowed-again");
  await page.goto(`${address}/room.html`);
  await keypadReady(page);
  await playFilm(page, 1014, TITLE);
});

it("allowed on every visit, they play after the next restart with nobody asked", async () => {
  await browser.close();
  await start();
  await page.goto(`${address}/room.html`);
  await keypadReady(page);
  await playFilm(page, 1014, TITLE);
});
