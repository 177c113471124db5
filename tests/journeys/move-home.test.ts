/**
 * The book moves from the extension to a hosted app and back, numbers included: a film, an article, a
 * set menu and printed numbers. A move that is broken off loses nothing and goes on; afterwards the
 * home that gave shows a door, and there is one series of numbers.
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
import { type KeptLibrary, readKeptLibrary } from "../support/kept-library.ts";
import { storedMemo } from "../support/stored-records.ts";
import { keypadReady, playFilm } from "../support/study-room.ts";

const SOON = { timeout: 15_000 };
const FILM = "微党课：一面党旗的故事";

let portal: Portal;
let app: RunningServer;
/** Where it is remembered how the book is printed. */
const PAPER = "programme-book";

let address: string;
let display: Display;
let profile: string;
let browser: TestBrowser;
let book: Page;
let before: KeptLibrary;

const open = async (url: string): Promise<Page> => {
  const page = await browser.context.newPage();
  await page.goto(url);
  return page;
};
const inExtension = (at: string): Promise<Page> =>
  open(`chrome-extension://${extensionId()}/${at}`);

beforeAll(async () => {
  portal = await servePortal({ port: 0 });
  app = await serveApp({ root: join(DIST, "pwa"), port: 0 });
  address = `http://localhost:${app.port}`;
  display = await openDisplay();
  profile = await newProfile();
  const reaches = [`localhost:${app.port}`];
  browser = await openBrowser({ profile, display, extension: true, portal: portal.port, reaches });
  // Listens before the app does, and closes the page instead when it is told to.
  await browser.context.addInitScript(() => {
    window.addEventListener("message", (event: MessageEvent<{ type?: string } | null>) => {
      const wanted = sessionStorage.getItem("break-off");
      if (wanted === null || event.data?.type !== wanted) return;
      event.stopImmediatePropagation();
      window.close();
    });
  });
});
afterAll(async () => {
  await browser?.close();
  display?.close();
  await portal?.close();
  await app?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const clip = async (url: string, digit: string, whole: string): Promise<void> => {
  const page = await openPortalPage(browser, url);
  const panel = await openPanel(browser, page);
  await allowHosts(display, () => panel.keyboard.press(digit));
  await panel.getByText(whole).waitFor();
  await panel.close();
  await page.close();
};

/** Begins the move on the extension's page and returns the app's page that opens. */
const begin = async (button: string): Promise<Page> => {
  await book.bringToFront();
  const opened = browser.context.waitForEvent("page");
  await book.getByRole("button", { name: button }).click();
  return opened;
};

describe("a book in the extension", () => {
  it("has a film, an article, a set menu and printed numbers", async () => {
    await clip(PORTAL_PAGES.film, "1", "也下好了，断网能放。");
    await clip(PORTAL_PAGES.article, "4", "存下了，归在科普知识。");
    book = await inExtension("app.html#/set-menus");
    await book.getByRole("button", { name: "新套餐" }).first().click();
    const add = book.getByRole("combobox", { name: /加节目/u });
    for (const number of ["1001", "4001"]) {
      await add.fill(number);
      await add.press("Enter");
    }
    await expect.poll(() => book.locator("[data-entry]").count(), SOON).toBe(2);
    await book.goto(book.url().replace(/#.*$/u, "#/book/print"));
    await book.locator(".paper").getByText(FILM).first().waitFor();
    // What the site chose for its paper is no record, and comes along too.
    await book.getByLabel("字号").selectOption("18");
    await expect.poll(() => storedMemo(book, PAPER), SOON).toContain("18");
    await book.evaluate(() => {
      window.print = () => window.dispatchEvent(new Event("afterprint"));
    });
    await book.getByRole("button", { name: "打印" }).click();
    await book.getByRole("button", { name: "印好了" }).click();
    await expect.poll(async () => (await readKeptLibrary(book)).kinds["edition"], SOON).toBe(1);
    before = await readKeptLibrary(book);
    expect(before.numbers).toEqual([1001, 4001]);
    expect(before.files.length).toBeGreaterThan(0);
  });
});

describe("moving it to a hosted app", () => {
  it("moves nothing when the app's side says no", async () => {
    await book.goto(book.url().replace(/#.*$/u, "#/move"));
    await book.getByLabel("点播本的网址").fill(address);
    await expectAccessible(book);
    const taking = await begin("搬过去");
    await taking.getByText("把扩展里的本子搬到这里？").waitFor();
    await expectAccessible(taking);
    await taking.getByRole("button", { name: "不搬" }).click();
    await book.getByText("没有搬，两边都没动。").waitFor();
    await taking.close();
    expect(await readKeptLibrary(book)).toEqual(before);
  });

  it("loses nothing when it is broken off among the records, and the half book is shown to nobody", async () => {
    const taking = await begin("再搬一次");
    await taking.getByText("把扩展里的本子搬到这里？").waitFor();
    // The app's page goes when the records arrive: the files are there, the records are not all.
    await taking.evaluate(() => sessionStorage.setItem("break-off", "records"));
    await taking.getByRole("button", { name: "搬", exact: true }).click();
    await book.getByText(/停在半路了，什么也没丢/u).waitFor();
    expect(await readKeptLibrary(book)).toEqual(before);
    const half = await open(`${address}/#/library`);
    await half.getByRole("heading", { name: "您的本子在扩展里" }).waitFor();
    await expect.poll(() => half.getByRole("main").textContent(), SOON).toContain("搬到一半停下了");
    await expectAccessible(half);
    await half.close();
  });

  it("goes on, and everything has come along under a device of its own", async () => {
    const taking = await begin("再搬一次");
    await taking.getByRole("button", { name: "搬", exact: true }).click();
    await taking.getByText("搬好了：2 部课件、1 份套餐，号码没变").waitFor();
    await expectAccessible(taking);
    await book.getByText("搬好了", { exact: true }).waitFor();
    const there = await readKeptLibrary(taking);
    expect(there.records).toEqual(before.records);
    expect(there.files).toEqual(before.files);
    expect(there.site).toBe(before.site);
    expect(there.device).not.toBe(before.device);
    expect(await storedMemo(taking, PAPER)).toBe(await storedMemo(book, PAPER));
    await taking.getByRole("button", { name: "去看本子" }).click();
    await taking.getByRole("main").getByText(FILM).first().waitFor();
    await taking.close();
  });

  it("plays the film by its number in the app", async () => {
    const room = await open(`${address}/room.html`);
    await keypadReady(room);
    await playFilm(room, 1001, FILM);
    await room.close();
  });

  it("leaves a door behind in the extension, and no second series of numbers", async () => {
    await book.getByRole("button", { name: "好", exact: true }).click();
    await book.getByRole("heading", { name: `您的本子在 ${address}` }).waitFor();
    await book.getByText(/还要留 7 天/u).waitFor();
    await expectAccessible(book);
    expect(await book.getByRole("link", { name: "课件" }).count()).toBe(0);
    await book.goto(book.url().replace(/#.*$/u, "#/library"));
    await book.getByRole("heading", { name: `您的本子在 ${address}` }).waitFor();
    await book.goto(book.url().replace(/#.*$/u, "#/inbox"));
    await book.getByRole("button", { name: "交到点播本" }).waitFor();
    const room = await inExtension("room.html");
    await room.waitForURL(`${address}/room.html`);
    await room.close();
  });
});

describe("moving it back into the extension", () => {
  it("brings along what was added over there", async () => {
    const page = await open(`${address}/#/set-menus`);
    await page.getByRole("button", { name: "新套餐" }).first().click();
    await page.getByRole("combobox", { name: /加节目/u }).waitFor();
    const added = await readKeptLibrary(page);
    await page.close();
    await book.goto(book.url().replace(/#.*$/u, "#/move"));
    const giving = await begin("搬回来");
    await giving.getByText("把这里的本子搬到扩展里？").waitFor();
    await giving.getByRole("button", { name: "搬", exact: true }).click();
    await book.getByText("搬好了：2 部课件、2 份套餐，号码没变").waitFor();
    const back = await readKeptLibrary(book);
    expect(back.records).toEqual(added.records);
    expect([before.device, added.device]).not.toContain(back.device);
    await giving.getByRole("button", { name: "好", exact: true }).click();
    await giving.getByRole("heading", { name: "您的本子在扩展里" }).waitFor();
    await giving.goto(`${address}/room.html`);
    await giving.getByRole("heading", { name: "您的本子在扩展里" }).waitFor();
    await book.getByRole("button", { name: "去看本子" }).click();
    await book.getByRole("main").getByText(FILM).first().waitFor();
  });
});
