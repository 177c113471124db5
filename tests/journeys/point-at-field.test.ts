/**
 * 「这里是标题」: a field is mended by pointing at it in the page, by pointer or by keys, pressed in the
 * page or in the panel. A page that watches and plays tricks learns nothing and decides nothing.
 */
import { rm } from "node:fs/promises";
import { type Portal, servePortal } from "@dianbo/demonstration/serve";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible, expectRule } from "../support/accessibility.ts";
import { newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { allowHosts, openPanel, openPortalPage, PORTAL_PAGES } from "../support/clipping.ts";
import { type Display, openDisplay } from "../support/display.ts";
import { until } from "../support/until.ts";

const SOON = { timeout: 15_000 };
const TITLE = "电动自行车充电安全，记住这八条";

let portal: Portal;
let display: Display;
let profile: string;
let browser: TestBrowser;
let page: Page;
let panel: Page;

beforeAll(async () => {
  portal = await servePortal({ port: 0 });
  display = await openDisplay();
  profile = await newProfile();
  browser = await openBrowser({ profile, display, extension: true, portal: portal.port });
  page = await openPortalPage(browser, PORTAL_PAGES.article);
  panel = await openPanel(browser, page);
});
afterAll(async () => {
  await browser?.close();
  display?.close();
  await portal?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const title = (): Promise<string> => panel.locator("#title").inputValue();

/** Whether the box of the picker stands in the page; what is in it no page can see. */
const isPointing = (): Promise<boolean> =>
  page.evaluate(() => document.documentElement.lastElementChild?.localName === "div");

const point = async (field: RegExp): Promise<void> => {
  await panel.bringToFront();
  await panel.getByRole("button", { name: field }).click();
  await until(isPointing, "the picker to stand in the page");
};

const isOver = (): Promise<void> => until(async () => !(await isPointing()), "the picker to go");

describe("pointing at a field", () => {
  it("says where each field came from and how sure that is", async () => {
    const mark = panel.getByRole("button", { name: /^标题，来自.+ · 有把握 · 到页上指$/u });
    await mark.waitFor();
    await panel.getByRole("button", { name: /^来源，来自/u }).waitFor();
    await expectAccessible(panel);
  });

  it("is called by the very words that are seen on it, at rest and under mouse and keyboard", async () => {
    const mark = panel.getByRole("button", { name: /^标题，来自/u });
    const rule = "label-content-name-mismatch";
    await expectRule(panel, rule);
    await mark.hover();
    await panel.getByText("有把握 · 到页上指").first().waitFor();
    await expectRule(panel, rule);
    await panel.mouse.move(0, 0);
    await mark.focus();
    await panel.getByText("有把握 · 到页上指").first().waitFor();
    await expectRule(panel, rule);
    await expectAccessible(panel);
  });

  it("takes what is clicked in the page, and the page sees nothing of it", async () => {
    await page.evaluate(() => {
      const seen: string[] = [];
      Reflect.set(window, "seen", seen);
      for (const name of ["click", "mousedown", "keydown"]) {
        document.addEventListener(name, ({ type, isTrusted }) => {
          if (isTrusted) seen.push(type);
        });
      }
    });
    await point(/^标题/u);
    const tricked = await page.evaluate(() => {
      const heading = document.querySelector("p strong");
      heading?.dispatchEvent(new MouseEvent("mousemove", { bubbles: true }));
      heading?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      window.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
      window.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
      const box = document.documentElement.lastElementChild;
      return { open: box?.shadowRoot !== null, inside: box?.innerHTML ?? "" };
    });
    expect(tricked).toEqual({ open: false, inside: "" });
    expect(await isPointing()).toBe(true);
    await page.locator("p strong").first().click();
    await isOver();
    await expect.poll(title, SOON).toBe("一、停车：不进楼，不入户");
    expect(await page.evaluate(() => Reflect.get(window, "seen"))).toEqual([]);
    await panel.getByRole("button", { name: /^标题，来自您改的/u }).waitFor();
  });

  it("leaves everything as it was on Esc", async () => {
    await point(/^标题/u);
    await page.keyboard.press("Escape");
    await isOver();
    expect(await title()).toBe("一、停车：不进楼，不入户");
  });

  it("walks by arrow keys in the page; Enter takes", async () => {
    await point(/^标题/u);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await isOver();
    await expect.poll(title, SOON).toBe(TITLE);
  });

  it("takes the same keys pressed in the panel", async () => {
    // Where the mouse rests in the page the walk would begin there, whenever the page hears of it.
    await page.mouse.move(0, 0);
    await point(/^来源/u);
    await panel.bringToFront();
    await panel.getByText("到网页上点一下来源").waitFor();
    await expectAccessible(panel);
    await panel.keyboard.press("ArrowDown");
    await panel.keyboard.press("Enter");
    await isOver();
    await panel.getByRole("button", { name: /^来源，来自您改的/u }).waitFor();
    await panel.locator("dd").getByText(TITLE).waitFor();
  });

  it("says so where there is no date, and takes one where there is", async () => {
    await point(/^日期/u);
    await page.locator("p strong").first().click();
    await panel.getByText("那里没有日期，没有改。").waitFor();
    await page.evaluate(() => {
      const line = document.querySelector("p strong");
      if (line !== null) line.textContent = "二〇二六年十一月三日";
    });
    await point(/^日期/u);
    await page.locator("p strong").first().click();
    await panel.getByText("2026-11-03").waitFor();
  });

  it("takes another body", async () => {
    await point(/^文章/u);
    await page.locator("p[align=justify]").nth(1).click();
    await isOver();
    await panel.getByRole("button", { name: /^文章，来自您改的/u }).waitFor();
  });

  it("is found again when the panel is opened again, and is what is saved", async () => {
    await panel.reload();
    await panel.getByRole("button", { name: /^文章，来自您改的/u }).waitFor();
    await panel.getByText("2026-11-03").waitFor();
    await allowHosts(display, () => panel.keyboard.press("4"));
    await panel.getByText("存下了，归在科普知识。").waitFor();
  });
});
