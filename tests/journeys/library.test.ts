/** The library: filters in the address, filters kept by name, covers, keys, bulk acts, trash, an item's history. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";

/** Old PCs are slow, and so is a busy test machine. */
const SOON = { timeout: 10_000 };

/** As long as a title may be, with characters outside the basic plane. */
const LONGEST = `𠮷祥如意㐂洋洋：${"村里的事大家商量着办".repeat(29)}`.slice(0, 300);

let server: RunningServer;
let profile: string;
let browser: TestBrowser;
let page: Page;
const broken: string[] = [];

beforeAll(async () => {
  server = await serveApp({ root: join(DIST, "pwa"), port: 0 });
  profile = await newProfile();
  browser = await openBrowser({ profile });
  page = browser.context.pages()[0] ?? (await browser.context.newPage());
  page.on("pageerror", (error) => broken.push(error.message));
  await page.addInitScript(() => localStorage.setItem("dianbo-language", "zh-CN"));
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(`http://127.0.0.1:${server.port}/#/library`);
  await page.getByRole("button", { name: "载入样例" }).click();
  await page.getByRole("link", { name: /课件.*86/u }).waitFor();
  await rows().first().waitFor();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const rows = (): Locator => page.getByRole("row").filter({ has: page.getByRole("link") });
const panel = (): Locator => page.getByRole("complementary", { name: "筛选" });
const chips = (): Locator => page.getByRole("group", { name: "正在用的筛选" });
const hash = (): Promise<string> => page.evaluate(() => decodeURIComponent(location.hash));
/** How many were found, as the tab of all shelves says. */
const found = async (count: number | RegExp): Promise<void> => {
  const all = page.getByRole("navigation", { name: "书架" }).getByRole("button").first();
  await expect
    .poll(() => all.textContent(), SOON)
    .toMatch(count instanceof RegExp ? count : new RegExp(`全部\\D*${count}$`, "u"));
};
const bar = (): Locator => page.getByRole("toolbar", { name: "选中的课件" });

describe("the library", () => {
  it("is narrowed by filters that stand in the address, come off, and are gone back from", async () => {
    await page.getByRole("button", { name: "筛选", exact: true }).click();
    const video = panel().getByRole("button", { name: /^视频/u });
    const said = Number((await video.textContent())?.replace(/\D/gu, ""));
    await video.click();
    await found(said);
    await panel().getByRole("button", { name: "10 分以内" }).click();
    await expect.poll(hash, SOON).toBe("#/library?kind=video&to=10");
    await expectAccessible(page);
    await chips().getByRole("button", { name: "去掉「视频」" }).click();
    await expect.poll(hash, SOON).toBe("#/library?to=10");
    await page.goBack();
    await expect.poll(hash, SOON).toBe("#/library?kind=video&to=10");
    await page.goBack();
    await found(said);
    await page.goto(`http://127.0.0.1:${server.port}/#/library?shelf=3&kind=video&sort=-minutes`);
    await page.reload();
    await expect.poll(() => rows().first().locator(".num").textContent(), SOON).toMatch(/^3/u);
    const minutes = await rows().locator(".n:not(.dim)").allTextContents();
    expect(minutes.map(Number)).toEqual([...minutes.map(Number)].sort((a, b) => b - a));
    await expect.poll(() => chips().getByRole("button").count(), SOON).toBe(2);
  });

  it("keeps a filter under a name: one click asks for it; renamed, deleted, undone", async () => {
    await page.getByRole("button", { name: "筛选 1", exact: true }).click();
    await panel().getByLabel("筛选的名字").fill("实用的片子");
    await page.keyboard.press("Enter");
    const saved = panel().getByRole("button", { name: "实用的片子", exact: true });
    await saved.waitFor();
    await chips().getByRole("button", { name: "筛选全去掉" }).click();
    await page.getByRole("navigation", { name: "书架" }).getByRole("button").first().click();
    await found(86);
    await saved.click();
    await expect.poll(hash, SOON).toContain("shelf=3&kind=video");
    await panel().getByRole("button", { name: "给「实用的片子」改名" }).click();
    await panel().getByLabel("「实用的片子」改叫什么").fill("种养片");
    await page.keyboard.press("Enter");
    await panel().getByRole("button", { name: "删掉常用筛选「种养片」" }).click();
    await page.getByRole("button", { name: "撤销" }).click();
    await panel().getByRole("button", { name: "种养片", exact: true }).waitFor();
    await panel().getByRole("button", { name: "收起" }).click();
    await chips().getByRole("button", { name: "筛选全去掉" }).click();
    await page.getByRole("navigation", { name: "书架" }).getByRole("button").first().click();
    await found(86);
  });

  it("is worked by keys alone: ticks a range, asks before menus lose items, undo and redo", async () => {
    await rows().first().focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Shift+Space");
    await bar().getByText("3 部").waitFor();
    await page.keyboard.press("Shift+Slash");
    const sheet = page.getByRole("dialog", { name: "键盘怎么用" });
    await sheet.waitFor();
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "hidden" });
    await rows().nth(2).focus();
    await page.keyboard.press("Delete");
    const question = page.getByRole("alertdialog", { name: "删掉 3 部" });
    await question.getByText("个套餐里在用").waitFor();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await question.waitFor({ state: "detached" });
    await found(86);
    await page.keyboard.press("Delete");
    await question.getByRole("button", { name: "3 部还是删掉" }).click();
    await found(83);
    await page.keyboard.press("Control+z");
    await found(86);
    await page.keyboard.press("Control+y");
    await found(83);
    await page.keyboard.press("Control+z");
    await found(86);
  });

  it("edits all ticked at once, and one undo takes it back", async () => {
    await rows().first().focus();
    await page.keyboard.press("Control+a");
    await bar().getByText("86 部").waitFor();
    await bar().getByRole("button", { name: "资料" }).click();
    await page.getByLabel("来源", { exact: true }).fill("县远程办");
    await page.keyboard.press("Enter");
    await bar().waitFor({ state: "detached" });
    await page.getByRole("button", { name: "筛选", exact: true }).click();
    await panel()
      .getByRole("button", { name: /^县远程办\s*86$/u })
      .waitFor();
    await page.getByRole("button", { name: "撤销" }).click();
    await panel()
      .getByRole("button", { name: /^县远程办/u })
      .waitFor({ state: "detached" });
    await panel().getByRole("button", { name: "收起" }).click();
    await rows().first().focus();
    await page.keyboard.press("Space");
    await bar().getByRole("button", { name: "资料" }).click();
    await page.getByLabel("放在哪里").selectOption({ label: "光盘" });
    await page.getByLabel("哪一张、哪一处").fill("3");
    await page.keyboard.press("Enter");
    await bar().waitFor({ state: "detached" });
    await page.goto(`http://127.0.0.1:${server.port}/#/library?where=elsewhere`);
    await found(1);
    await page.goBack();
  });

  it("shows covers, walked by all four arrows, and remembers that", async () => {
    await page.getByRole("button", { name: "看封面" }).click();
    const cards = page.getByRole("option");
    await cards.first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await expect.poll(() => page.getByRole("option", { selected: true }).count(), SOON).toBe(1);
    await expectAccessible(page);
    await page.reload();
    await cards.first().waitFor();
    await page.getByRole("button", { name: "看成一行一行" }).click();
    await rows().first().waitFor();
  });

  it("takes a title of 300 characters, rare ones, and the same title twice", async () => {
    await page.goto(`http://127.0.0.1:${server.port}/#/library/add`);
    await page.getByText("手写一行").click();
    for (const round of [1, 2]) {
      await page.getByLabel("片名").fill(LONGEST);
      await page.locator("form").getByText("文体卫生").click();
      await page.keyboard.press("Enter");
      await expect.poll(() => page.locator("form .num, .num").count(), SOON).toBeGreaterThan(0);
      await expect
        .poll(() => page.getByRole("link", { name: /课件/u }).first().textContent(), SOON)
        .toContain(String(86 + round));
    }
    await page.goto(`http://127.0.0.1:${server.port}/#/library?q=${encodeURIComponent("㐂 𠮷")}`);
    await expect.poll(() => rows().count(), SOON).toBe(2);
    const numbers = await rows().locator(".num").allTextContents();
    expect(new Set(numbers).size).toBe(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      1366,
    );
    await page.goto(
      `http://127.0.0.1:${server.port}/#/library?no-minutes=yes&q=${encodeURIComponent("㐂")}`,
    );
    await expect.poll(() => rows().count(), SOON).toBe(2);
  });

  it("tells an item's changes: who, when, from what to what, and what is not kept", async () => {
    await rows().first().focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("分钟").fill("25");
    await page.keyboard.press("Enter");
    await page.getByText("改动记录").click();
    const history = page.locator("details").filter({ hasText: "改动记录" });
    await expect
      .poll(() => history.locator("li").first().textContent(), SOON)
      .toMatch(/岗，这台电脑改了分钟（空着）→25/u);
    await history.getByText("存进来").waitFor();
    await history.getByText("没有留").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "删掉" }).click();
    await page.getByText("这部删掉了").waitFor();
    await expect.poll(() => history.locator("li b").first().textContent(), SOON).toBe("删掉");
    await page.goto(`http://127.0.0.1:${server.port}/#/library`);
    await page.getByRole("button", { name: "删掉的 1 部" }).click();
    await page.getByRole("button", { name: /^找回/u }).click();
    await page.getByText("没有删掉的课件").waitFor();
  });

  it("threw nothing on the way", () => {
    expect(broken).toEqual([]);
  });
});
