/**
 * The network is unplugged: the built app starts from what the browser kept, finds a number and plays
 * it; after a power cut it goes on where it was. In today's Chromium and in the old floor, 109.
 */
import { rm } from "node:fs/promises";
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
import { keepFilm } from "../support/keep-film.ts";
import { oldChromiumPath } from "../support/old-chromium.ts";
import { callNumber, filmPosition, keypadReady, playFilm } from "../support/study-room.ts";

/** The built app; `DIANBO_PWA` names another build of it. */
const APP = process.env["DIANBO_PWA"] ?? join(DIST, "pwa");
const FILM = fileURLToPath(new URL("../../demonstration/media/safe-charging.mp4", import.meta.url));
const SOON = { timeout: 20_000 };

describe.each([
  ["today's Chromium", async () => chromiumPath(), false],
  ["the old floor, Chromium 109", oldChromiumPath, true],
])("unplugged in %s", (_name, executablePath, shell) => {
  let server: RunningServer;
  let profile: string;
  let browser: TestBrowser;
  let address: string;
  let page: Page;

  const start = async (): Promise<void> => {
    browser = await openBrowser({ profile, executable: await executablePath(), shell });
    page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.addInitScript(() => localStorage.setItem("dianbo-language", "zh-CN"));
  };

  beforeAll(async () => {
    server = await serveApp({ root: APP, port: 0 });
    address = `http://localhost:${server.port}`;
    profile = await newProfile();
    await start();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it("keeps itself and the library while the network is there", async () => {
    await page.goto(`${address}/#/`);
    await page.getByRole("button", { name: "载入样例" }).click();
    await page.getByRole("link", { name: /套餐.*10/u }).waitFor(SOON);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, SOON);
    await keepFilm(page, { number: 5004, file: FILM });
  });

  it("starts with the server gone and plays what is called", async () => {
    await browser.close();
    await server.close();
    await start();
    await page.goto(`${address}/room.html`);
    await keypadReady(page);
    await playFilm(page, 5004, "老年人防跌倒操");
  });

  it("says kindly that a number does not exist, without stopping the film", async () => {
    await callNumber(page, 5019);
    await page.getByRole("heading", { name: "没有 5019 号" }).waitFor(SOON);
    const before = await filmPosition(page);
    await expect.poll(() => filmPosition(page), SOON).toBeGreaterThan(before);
    await page.keyboard.press("Escape");
  });

  it("keeps the place on Esc and goes on from it", async () => {
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "正在放" }).waitFor(SOON);
    const left = await filmPosition(page);
    await page.keyboard.press("Enter");
    await expect.poll(() => filmPosition(page), SOON).toBeGreaterThan(left);
  });

  it("offers after a restart to go on where it stopped", async () => {
    await expect.poll(() => filmPosition(page), SOON).toBeGreaterThan(6);
    await browser.close();
    await start();
    await page.goto(`${address}/room.html`);
    await page
      .getByText(/上次放到 \d+ 秒/u)
      .first()
      .waitFor(SOON);
    await page.keyboard.press("Enter");
    await expect.poll(() => filmPosition(page), SOON).toBeGreaterThan(3);
  });

  it("opens the office unplugged too", async () => {
    await page.goto(`${address}/#/library`);
    await page.getByRole("link", { name: /套餐.*10/u }).waitFor(SOON);
  });
});
