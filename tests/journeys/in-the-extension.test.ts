/**
 * Whoever has only the extension has everything: clip by the real toolbar button and one key, the
 * number at once, a set menu, the programme list, the study room; then the portal is gone, the browser
 * starts anew, and it all still plays.
 */
import { rm } from "node:fs/promises";
import { type Portal, servePortal } from "@dianbo/demonstration/serve";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessibility.ts";
import { extensionId, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import {
  allowHosts,
  openPanel,
  openPortalPage,
  PORTAL_PAGES,
  panelTakesKeys,
} from "../support/clipping.ts";
import { type Display, openDisplay } from "../support/display.ts";
import { callNumber, filmPosition, keypadReady, playFilm } from "../support/study-room.ts";
import { until } from "../support/until.ts";

const SOON = { timeout: 15_000 };
const FILM = "微党课：一面党旗的故事";
const ARTICLE = "电动自行车充电安全，记住这八条";

/** The article of two pages. */
const LONG = {
  url: "http://www.qinghe.gov.cn/bmfw/202610/t20261030_4098100.shtml",
  title: "老屋电线怎么查：从电表到插座走一遍",
  words: ["充电车棚的新线槽。县消防救援大队供图", "雨天别碰室外的插座。资料图片"],
};

let portal: Portal;
let display: Display;
let profile: string;
let browser: TestBrowser;

const start = async (): Promise<void> => {
  browser = await openBrowser({ profile, display, extension: true, portal: portal.port });
};
const openApp = async (at: string): Promise<Page> => {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${extensionId()}/${at}`);
  return page;
};

beforeAll(async () => {
  portal = await servePortal({ port: 0 });
  display = await openDisplay();
  profile = await newProfile();
  await start();
});
afterAll(async () => {
  await browser?.close();
  display?.close();
  await portal?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

describe("clipping", () => {
  it("files and saves a film in one stroke, asks for the portal once, and has its number at once", async () => {
    const page = await openPortalPage(browser, PORTAL_PAGES.film);
    const panel = await openPanel(browser, page);
    expect(await panel.locator("#title").inputValue()).toBe(FILM);
    await expectAccessible(panel);
    await allowHosts(display, () => panel.keyboard.press("1"));
    await panel.getByText("存下了，归在基层党建。").waitFor();
    expect(await panel.locator(".num").first().textContent()).toBe("1001");
    await panel.getByText("也下好了，断网能放。").waitFor();
    await expectAccessible(panel);
    await panel.close();
    await page.close();
  });

  it("saves an article with its pictures", async () => {
    const page = await openPortalPage(browser, PORTAL_PAGES.article);
    const panel = await openPanel(browser, page);
    await allowHosts(display, () => panel.keyboard.press("4"));
    await panel.getByText("存下了，归在科普知识。").waitFor();
    expect(await panel.locator(".num").first().textContent()).toBe("4001");
    await panel.close();
    await page.close();
  });

  it("joins an article of two pages as it saves it, with its table, its pictures and their words", async () => {
    const page = await openPortalPage(browser, LONG.url);
    const panel = await openPanel(browser, page);
    // The panel gets no picture; who closes it loses none all the same.
    await panel.route(/\.(?:jpe?g|png|webp|gif)(?:\?|$)/u, () => undefined);
    await panel.keyboard.press("4");
    await panel.getByText("存下了，归在科普知识。").waitFor();
    await panel.close();
    const app = await openApp("app.html#/library");
    await app.getByRole("row").filter({ hasText: LONG.title }).getByText(LONG.title).click();
    const sheet = app.frameLocator("iframe[sandbox]");
    await sheet.getByText("先看电表箱").waitFor();
    await sheet.getByText("最后看插座和插头").waitFor();
    expect(await sheet.locator("figure figcaption").allTextContents()).toEqual(LONG.words);
    // The text was there at once; what the closed panel left is fetched behind it.
    await expect.poll(() => sheet.locator("figure img").count(), SOON).toBe(2);
    expect(await sheet.locator("table tr").count()).toBe(3);
    await app.close();
    await page.close();
  });

  it("says what it has already, whatever tracks the address", async () => {
    const page = await openPortalPage(
      browser,
      `${PORTAL_PAGES.film}?spm=C73544894212.P59511941341`,
    );
    const panel = await openPanel(browser, page);
    await panel.getByText("已有").waitFor();
    await expectAccessible(panel);
    expect(await panel.locator(".num").first().textContent()).toBe("1001");
    await panel.close();
    await page.close();
  });

  it("takes a clip back in place, and its number is kept for it", async () => {
    const page = await openPortalPage(browser, PORTAL_PAGES.frames);
    const panel = await openPanel(browser, page);
    await expectAccessible(panel);
    await panel.keyboard.press("2");
    await panel.getByText("存下了，归在政策法规。").waitFor();
    await panel.keyboard.press("Control+z");
    await panel.getByText("撤销了，没有存。").waitFor();
    await panel.close();
    await page.close();
  });

  it("refuses a login page that calls itself a PDF, in words, and keeps the rest", async () => {
    const page = await openPortalPage(browser, PORTAL_PAGES.attachments);
    const panel = await openPanel(browser, page);
    for (const tick of await panel.locator("fieldset input").all()) await tick.check();
    await panel.keyboard.press("2");
    await panel.getByText("存下了，归在政策法规。").waitFor();
    await panel.getByText(/下来的是登录页，不是文件/u).waitFor();
    await panel.getByText("也下好了，断网能看。").waitFor();
    await panel.close();
    await page.close();
  });
});

describe("the panel beside the page", () => {
  it("opens by Alt+Shift+D, and one real key files and saves", async () => {
    const page = await openPortalPage(browser, PORTAL_PAGES.sound);
    await page.bringToFront();
    await page.mouse.click(700, 20);
    await display.press("alt+shift+d");
    await until(() => panelTakesKeys(browser), "the panel beside the page to take keys");
    await display.press("5");
    const app = await openApp("app.html#/library");
    const row = app.getByRole("row").filter({ hasText: "健身音频：八段锦练习配乐" });
    await expect.poll(() => row.locator(".num").allTextContents(), SOON).toEqual(["5001"]);
    await app.close();
    await page.close();
  });
});

describe("the book", () => {
  it("finds the film by number, by words and by initials", async () => {
    const app = await openApp("app.html#/library");
    await app.keyboard.press("/");
    for (const query of ["1001", "党旗 故事", "dangqi", "ymdq"]) {
      await app.keyboard.press("Control+a");
      await app.keyboard.type(query);
      await expect.poll(() => app.getByRole("main").getByText(FILM).count(), SOON).toBe(1);
    }
    await expectAccessible(app);
    await app.close();
  });

  it("arranges a set menu by numbers and counts its minutes", async () => {
    const app = await openApp("app.html#/set-menus");
    await app.getByRole("button", { name: "新套餐" }).first().click();
    const add = app.getByRole("combobox", { name: /加节目/u });
    await add.fill("1001");
    await add.press("Enter");
    await add.fill("讨论 30");
    await add.press("Enter");
    await expect.poll(() => app.locator("output b").textContent(), SOON).toBe("40");
    await app.close();
  });

  it("lists the same rows on screen and on paper", async () => {
    const app = await openApp("app.html#/book");
    await app.getByRole("tab", { name: /基层党建/u }).click();
    await app.getByRole("tabpanel").getByText(FILM).waitFor();
    await app.goto(app.url().replace(/#.*$/u, "#/book/print"));
    await app.locator(".paper").getByText(FILM).first().waitFor();
    await app.close();
  });
});

describe("the study room, the portal gone and the browser started anew", () => {
  let room: Page;
  beforeAll(async () => {
    await browser.close();
    await portal.close();
    await start();
    room = await openApp("room.html");
    await keypadReady(room);
  });

  it("plays by number", async () => {
    await playFilm(room, 1001, FILM);
  });

  it("never loses the place: Esc goes to the keypad, the film stays called", async () => {
    await room.keyboard.press("Escape");
    await room.getByRole("button", { name: "播放" }).waitFor();
    await room.getByText(FILM).first().waitFor();
  });

  it("tells kindly what an unknown number is near to", async () => {
    await callNumber(room, 1004);
    await room.getByText("没有 1004 号").waitFor();
    await room.getByText(FILM).first().waitFor();
    await room.keyboard.press("Escape");
  });

  it("reads an article page by page", async () => {
    await callNumber(room, 4001);
    await room.getByRole("heading", { name: ARTICLE }).waitFor();
    await room.keyboard.press("Enter");
    await room.getByRole("region", { name: "画面" }).waitFor();
    await room.keyboard.press("PageDown");
    await room.keyboard.press("Escape");
  });

  it("plays a set menu by its one digit", async () => {
    await callNumber(room, 1);
    await room.getByText("讨论").first().waitFor();
    await room.keyboard.press("Enter");
    await expect.poll(() => filmPosition(room), SOON).toBeGreaterThan(0.3);
  });
});
