/** One search box: by number, 汉字, pinyin, initials, heteronyms, traditional characters; marks; 「您是不是要找」. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { oldChromiumPath } from "../support/old-chromium.ts";

/** The built app; `DIANBO_PWA` names another build of it. */
const APP = process.env["DIANBO_PWA"] ?? join(DIST, "pwa");

/** Old PCs are slow, and so is a busy test machine. */
const SOON = { timeout: 10_000 };

const FILM = "电影《上甘岭》";
const TRADITIONAL = "重慶音樂鑑賞";

describe.each([
  { name: "today's Chromium", old: false },
  { name: "Chromium 109", old: true },
])("the search box in $name", ({ old }) => {
  let server: RunningServer;
  let profile: string;
  let browser: TestBrowser;
  let page: Page;
  const broken: string[] = [];

  beforeAll(async () => {
    server = await serveApp({ root: APP, port: 0 });
    profile = await newProfile();
    browser = await openBrowser(
      old ? { profile, executable: await oldChromiumPath(), shell: true } : { profile },
    );
    page = browser.context.pages()[0] ?? (await browser.context.newPage());
    page.on("pageerror", (error) => broken.push(error.message));
    await page.addInitScript(() => localStorage.setItem("dianbo-language", "zh-CN"));
    await page.goto(`http://127.0.0.1:${server.port}/#/library`);
    await page.getByRole("button", { name: "载入样例" }).click();
    await page.getByRole("link", { name: /课件.*86/u }).waitFor();
    await page.goto(`http://127.0.0.1:${server.port}/#/library/add`);
    await page.getByText("手写一行").click();
    await page.getByLabel("片名").fill(TRADITIONAL);
    await page.locator("form").getByText("文体卫生").click();
    await page.getByLabel("分钟").fill("40");
    await page.keyboard.press("Enter");
    await page.locator("form .num").waitFor();
    await page.goto(`http://127.0.0.1:${server.port}/#/library`);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  const box = (): Locator => page.getByRole("search").getByRole("textbox");
  const rows = (): Locator => page.getByRole("row").filter({ has: page.getByRole("link") });
  const finds = async (query: string, title: string, mark?: string): Promise<void> => {
    await box().fill(query);
    const row = rows().filter({ hasText: title });
    await expect.poll(() => row.count(), SOON).toBe(1);
    if (mark !== undefined) {
      await expect.poll(() => row.locator("mark").allTextContents(), SOON).toEqual([mark]);
    }
  };

  it.each([
    ["5011", FILM, undefined],
    ["5.011", FILM, undefined],
    ["上甘岭", FILM, "上甘岭"],
    ["shangganling", FILM, "上甘岭"],
    ["sgl", FILM, "上甘岭"],
    ["上gling", FILM, "上甘岭"],
    ["ＳＧＬ", FILM, "上甘岭"],
    ["chongqing", TRADITIONAL, "重慶"],
    ["yinyue", TRADITIONAL, "音樂"],
    ["重庆音乐", TRADITIONAL, "重慶音樂"],
    ["重慶", TRADITIONAL, "重慶"],
  ])("%s finds %s", async (query, title, mark) => {
    await finds(query, title, mark);
  });

  it("shows the number's item first, and Enter opens it", async () => {
    await box().fill("5011");
    await expect.poll(() => rows().first().textContent(), SOON).toContain(FILM);
    await box().press("Enter");
    await page.waitForURL(/#\/library\/.+/u);
    await page.goBack();
    await box().waitFor();
  });

  it("asks whether one meant another where little is found, and leads there", async () => {
    await box().fill("上甘领");
    const near = page.getByRole("region", { name: "您是不是要找" });
    await near.getByRole("link", { name: FILM }).waitFor();
    await expectAccessible(page);
    await near.getByRole("link", { name: FILM }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/#\/library\/.+/u);
    await page.goBack();
    await box().fill("zhongzhi");
    await expect.poll(() => near.count(), SOON).toBe(0);
  });

  it("finds and marks the same in the box beside a set menu", async () => {
    await page.goto(`http://127.0.0.1:${server.port}/#/set-menus`);
    await page
      .getByRole("main")
      .getByRole("link", { name: /银发数字餐/u })
      .click();
    await page.getByRole("textbox", { name: /找课件/u }).fill("sgl");
    const row = page.getByRole("complementary").getByRole("listitem").filter({ hasText: FILM });
    await expect.poll(() => row.locator("mark").allTextContents(), SOON).toEqual(["上甘岭"]);
  });

  it("threw nothing on the way", () => {
    expect(broken).toEqual([]);
  });
});
