/**
 * The whole loop with a hosted app: clipped from real portal host names by the real toolbar button,
 * handed over from the extension to the app, numbered, arranged, played. A hand-over that is broken off
 * loses nothing, and what arrives twice is stored once.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type Portal, servePortal } from "@dianbo/demonstration/serve";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import {
  DIST,
  extensionId,
  newProfile,
  openBrowser,
  type TestBrowser,
} from "../support/browser.ts";
import { allowHosts, openPanel, openPortalPage, PORTAL_PAGES } from "../support/clipping.ts";
import { type Display, openDisplay } from "../support/display.ts";
import { keypadReady, playFilm } from "../support/study-room.ts";

const SOON = { timeout: 15_000 };
const FILM = "微党课：一面党旗的故事";
const ARTICLE = "电动自行车充电安全，记住这八条";

let portal: Portal;
let app: RunningServer;
let address: string;
let display: Display;
let profile: string;
let browser: TestBrowser;
let inbox: Page;

beforeAll(async () => {
  portal = await servePortal({ port: 0 });
  app = await serveApp({ root: join(DIST, "pwa"), port: 0 });
  address = `http://localhost:${app.port}`;
  display = await openDisplay();
  profile = await newProfile();
  // The extension opens the app that it hands over to.
  const reaches = [`localhost:${app.port}`];
  browser = await openBrowser({ profile, display, extension: true, portal: portal.port, reaches });
  inbox = await browser.context.newPage();
  await inbox.goto(`chrome-extension://${extensionId()}/app.html#/inbox`);
});
afterAll(async () => {
  await browser?.close();
  display?.close();
  await portal?.close();
  await app?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const asked = new Set<string>();

/** Clips a page; the browser asks for a portal's host the first time only. */
const clip = async (url: string, digit: string, said: string): Promise<void> => {
  const page = await openPortalPage(browser, url);
  const panel = await openPanel(browser, page);
  const save = () => panel.keyboard.press(digit);
  const { host } = new URL(url);
  await (asked.has(host) ? save() : allowHosts(display, save));
  asked.add(host);
  await panel.getByText(said).waitFor();
  if (url.startsWith(PORTAL_PAGES.film)) await panel.getByText("也下好了，断网能放。").waitFor();
  await panel.close();
  await page.close();
};

/** Presses 「交到点播本」 and returns the app's page that opens. */
const handOver = async (): Promise<Page> => {
  await inbox.bringToFront();
  const opened = browser.context.waitForEvent("page");
  await inbox.getByRole("button", { name: "交到点播本" }).click();
  return opened;
};

const rows = (): Promise<number> => inbox.getByRole("row").count();

describe("clipping for a book that lives elsewhere", () => {
  it("is told where the book is", async () => {
    await inbox.getByText("本子放在扩展里").click();
    await inbox.getByLabel("点播本的网址").fill(address);
    await inbox.getByRole("button", { name: "本子在那边" }).click();
    await inbox.getByText(`本子放在 ${address}`).waitFor();
  });

  it("keeps film and article in the inbox under their categories", async () => {
    await clip(PORTAL_PAGES.film, "1", "存下了，记着归基层党建。");
    await clip(PORTAL_PAGES.article, "4", "存下了，记着归科普知识。");
    await expect.poll(rows, SOON).toBe(2);
    await expectAccessible(inbox);
  });
});

describe("handing over", () => {
  it("asks the app's side once, and a refusal leaves everything in the inbox", async () => {
    const taking = await handOver();
    await taking.getByRole("button", { name: "不要" }).click();
    await taking.getByText("没有收。扩展那边的都还在。").waitFor();
    await taking.close();
    expect(await rows()).toBe(2);
  });

  it("loses nothing when the app's page is closed in the middle", async () => {
    const taking = await handOver();
    await taking.getByRole("button", { name: "收下" }).waitFor();
    await taking.close();
    await inbox.getByText(/点播本的页面关了/u).waitFor();
    expect(await rows()).toBe(2);
  });

  it("hands over, numbers, and empties the inbox only then", async () => {
    const taking = await handOver();
    await taking.getByRole("button", { name: "收下" }).click();
    await taking.getByText("收下了 2 条").waitFor();
    expect(await taking.locator(".num").allTextContents()).toEqual(["1001", "4001"]);
    await expectAccessible(taking);
    await taking.close();
    await expect.poll(rows, SOON).toBe(0);
  });

  it("stores what comes again only once, and does not ask again", async () => {
    await clip(`${PORTAL_PAGES.film}?from=timeline`, "1", "存下了，记着归基层党建。");
    await expect.poll(rows, SOON).toBe(1);
    const taking = await handOver();
    await taking.getByText("收下了 1 条").waitFor();
    expect(await taking.locator(".num").allTextContents()).toEqual(["1001"]);
    await taking.close();
    await expect.poll(rows, SOON).toBe(0);
    const page = await browser.context.newPage();
    await page.goto(`${address}/#/library`);
    await expect.poll(() => page.getByRole("main").getByText(FILM).count(), SOON).toBe(1);
    await page.close();
  });
});

describe("in the app", () => {
  it("arranges a menu and plays film and menu in the study room", async () => {
    const page = await browser.context.newPage();
    await page.goto(`${address}/#/set-menus`);
    await page.getByRole("button", { name: "新套餐" }).first().click();
    const add = page.getByRole("combobox", { name: /加节目/u });
    await add.fill("1001");
    await add.press("Enter");
    await add.fill("4001");
    await add.press("Enter");
    await expect.poll(() => page.locator("[data-entry]").count(), SOON).toBe(2);
    await page.goto(`${address}/room.html`);
    await keypadReady(page);
    await expectAccessible(page);
    await playFilm(page, 1001, FILM);
    await page.keyboard.press("Escape");
    await keypadReady(page);
    await page.keyboard.type("4001");
    await page.getByRole("heading", { name: ARTICLE }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "画面" }).waitFor();
    await page.close();
  });
});
