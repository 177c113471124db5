/**
 * The same article on two portals: the panel knows the reprint by its text and offers three ways, each
 * tried: open what is there, keep both, put the newer in its place. Each is taken back with one stroke.
 */
import { rm } from "node:fs/promises";
import { type Portal, servePortal } from "@dianbo/demonstration/serve";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessibility.ts";
import { extensionId, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { allowHosts, openPanel, openPortalPage, PORTAL_PAGES } from "../support/clipping.ts";
import { type Display, openDisplay } from "../support/display.ts";

const SOON = { timeout: 15_000 };
const TITLE = "电动自行车充电安全，记住这八条";
const REPRINT = "http://www.12371.cn/2026/11/22/ARTI1795305900000131.shtml";

let portal: Portal;
let display: Display;
let profile: string;
let browser: TestBrowser;
let library: Page;

beforeAll(async () => {
  portal = await servePortal({ port: 0 });
  display = await openDisplay();
  profile = await newProfile();
  browser = await openBrowser({ profile, display, extension: true, portal: portal.port });
  library = await browser.context.newPage();
  await library.goto(`chrome-extension://${extensionId()}/app.html#/library`);
});
afterAll(async () => {
  await browser?.close();
  display?.close();
  await portal?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** Who published the item whose page stands open. */
const publisher = (page: Page): Promise<string> => page.getByLabel(/^来源/u).first().inputValue();

/** How many items of this title the library shows. */
const held = async (): Promise<number> => {
  await library.bringToFront();
  await library.goto(`chrome-extension://${extensionId()}/app.html#/library`);
  return library.getByRole("main").getByText(TITLE).count();
};

let panel: Page;

describe("an article and its reprint on another portal", () => {
  it("files the first", async () => {
    const page = await openPortalPage(browser, PORTAL_PAGES.article);
    const first = await openPanel(browser, page);
    await first.getByText("库里没有同一部").waitFor();
    await allowHosts(display, () => first.keyboard.press("4"));
    await first.getByText("存下了，归在科普知识。").waitFor();
    await first.close();
    await page.close();
  });

  it("knows the reprint and offers three ways, and nothing else to press", async () => {
    const page = await openPortalPage(browser, REPRINT);
    panel = await openPanel(browser, page);
    await panel.getByText(`文字几乎一样的存过了：《${TITLE}》`).waitFor();
    for (const name of ["打开 4001", "两个都留", "换成新的"]) {
      await panel.getByRole("button", { name }).waitFor();
    }
    expect(await panel.getByRole("button", { name: /存下/u }).count()).toBe(0);
    await expectAccessible(panel);
    // A digit decides nothing here.
    await panel.keyboard.press("5");
    expect(await panel.getByText("存下了").count()).toBe(0);
  });

  it("opens what is there", async () => {
    const opened = browser.context.waitForEvent("page");
    await panel.getByRole("button", { name: "打开 4001" }).click();
    const item = await opened;
    await expect.poll(() => publisher(item), SOON).toBe("县消防救援大队");
    await item.close();
  });

  it("puts the newer in its place under the same number, and gives the old one back", async () => {
    await panel.bringToFront();
    await panel.getByRole("button", { name: "换成新的" }).click();
    await panel.getByText("换成新的了，号码没变。").waitFor();
    expect(await panel.locator(".num").allTextContents()).toEqual(["4001"]);
    await expect.poll(held, SOON).toBe(1);
    await panel.bringToFront();
    await panel.keyboard.press("Control+z");
    await panel.getByText("换回原来的了。").waitFor();
    await expect.poll(held, SOON).toBe(1);
    await panel.bringToFront();
  });

  it("is one step of undo in the library too", async () => {
    await panel.getByRole("button", { name: "换成新的" }).click();
    await panel.getByText("换成新的了，号码没变。").waitFor();
    await panel.close();
    await library.bringToFront();
    await library.getByText(TITLE).first().click();
    await expect.poll(() => publisher(library), SOON).toBe("先锋网");
    await library.getByRole("main").click({ position: { x: 4, y: 4 } });
    await library.keyboard.press("Control+z");
    await expect.poll(() => publisher(library), SOON).toBe("县消防救援大队");
  });

  it("keeps both, each under its own number", async () => {
    const page = await openPortalPage(browser, REPRINT);
    panel = await openPanel(browser, page);
    await panel.getByRole("button", { name: "两个都留" }).click();
    await panel.keyboard.press("4");
    await panel.getByText("存下了，归在科普知识。").waitFor();
    expect(await panel.locator(".num").allTextContents()).toEqual(["4002"]);
    await expect.poll(held, SOON).toBe(2);
    await panel.bringToFront();
    await panel.keyboard.press("Control+z");
    await panel.getByText("撤销了，没有存。").waitFor();
    await expect.poll(held, SOON).toBe(1);
  });
});
