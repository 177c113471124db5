/** Arranging without a mouse: a set menu is built by keys alone, then the book that lists it is printed. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { isStored } from "../support/is-stored.ts";

/** The built app; `DIANBO_PWA` names another build of it. */
const APP = process.env["DIANBO_PWA"] ?? join(DIST, "pwa");

/** Old PCs are slow, and so is a busy test machine. */
const SOON = { timeout: 10_000 };

let server: RunningServer;
let profile: string;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  server = await serveApp({ root: APP, port: 0 });
  profile = await newProfile();
  browser = await openBrowser({ profile });
  page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.addInitScript(() => localStorage.setItem("dianbo-language", "zh-CN"));
  await page.goto(`http://127.0.0.1:${server.port}/#/`);
  await page.getByRole("button", { name: "载入样例" }).click();
  await page.getByRole("link", { name: /套餐.*10/u }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true });
});

const titles = (): Promise<string[]> => page.locator("[data-entry]").allTextContents();
const total = (): Promise<string | null> => page.locator("output b").textContent();

const expectAccessible = async (): Promise<void> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
};

describe("a set menu by keys alone", () => {
  it("opens from the list", async () => {
    await page.goto(`http://127.0.0.1:${server.port}/#/set-menus`);
    await page
      .getByRole("main")
      .getByRole("link", { name: /银发数字餐/u })
      .focus();
    await expectAccessible();
    await page.keyboard.press("Enter");
    await page.getByRole("row").first().waitFor();
    await expectAccessible();
    expect(await total()).toBe("64");
    expect(await page.getByText("超出 4 分").count()).toBe(1);
  });

  it("moves with Alt+↓, takes out with Del, takes back with Ctrl+Z, and says so", async () => {
    const [first, second, third] = await titles();
    await page.getByRole("row").first().focus();
    await page.keyboard.press("Alt+ArrowDown");
    await expect.poll(titles, SOON).toEqual([second, first, third]);
    await expect
      .poll(() => page.locator("main [role=status]").textContent(), SOON)
      .toBe(`「${first}」挪到第 2 个，共 3 个`);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(first);
    await page.keyboard.press("Delete");
    await expect.poll(titles, SOON).toEqual([second, third]);
    await page.keyboard.press("Control+z");
    await expect.poll(titles, SOON).toEqual([second, first, third]);
  });

  it("moves by drag and drop from the keyboard, for screen readers", async () => {
    const [first, second, third] = await titles();
    await page.getByRole("row").first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /插入/u }).first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(titles, SOON).toEqual([second, first, third]);
  });

  it("adds by number, by initials, and an activity", async () => {
    const before = await titles();
    const add = page.getByRole("combobox", { name: "加节目" });
    await add.fill("5008");
    await add.press("Enter");
    await expect.poll(titles, SOON).toEqual([...before, "八段锦教学"]);
    await add.fill("jtyyaq");
    await page.getByRole("option", { name: /家庭用药安全/u }).waitFor();
    await add.press("Enter");
    await add.fill("讨论 30");
    await add.press("Enter");
    await expect.poll(titles, SOON).toEqual([...before, "八段锦教学", "家庭用药安全", "讨论"]);
    await expect.poll(total, SOON).toBe("130");
  });

  it("keeps name and notes over a restart of the page", async () => {
    await page.getByLabel("套餐的名字").fill("银发手机餐");
    await page.keyboard.press("Enter");
    await page.getByLabel("事后心得").fill("回家教会一个人");
    await page.keyboard.press("Tab");
    // Leaving the field keeps it; the store has it a moment later.
    await expect.poll(() => isStored(page, "回家教会一个人"), SOON).toBe(true);
    const arranged = await titles();
    await page.reload();
    await expect.poll(titles, SOON).toEqual(arranged);
    expect(await page.getByLabel("套餐的名字").inputValue()).toBe("银发手机餐");
    expect(await page.getByLabel("事后心得").inputValue()).toBe("回家教会一个人");
  });
});

describe("the on-demand book", () => {
  it("lists set menus and shelves from the library, walked by arrow keys", async () => {
    await page.goto(`http://127.0.0.1:${server.port}/#/book`);
    await page.getByText("银发手机餐").waitFor();
    await page.getByRole("tab").first().focus();
    await page.keyboard.press("ArrowUp");
    expect(await page.getByRole("tab", { selected: true }).textContent()).toContain("文体卫生");
    expect(await page.getByText("电影《上甘岭》").count()).toBe(1);
    await expectAccessible();
  });

  it("prints A4 pages, each shelf on a page of its own", async () => {
    await page.getByRole("link", { name: "印点播本" }).click();
    await page.locator(".paper").first().waitFor();
    const pages = await page.locator(".paper").count();
    await expectAccessible();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/gu)).toHaveLength(pages);
    const sizes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/gu)];
    expect(sizes).toHaveLength(pages);
    // A4 in points, to the pixel.
    for (const [, width, height] of sizes) {
      expect(Number(width)).toBeCloseTo(595, 0);
      expect(Number(height)).toBeCloseTo(842, 0);
    }
    const heads = await page.locator(".paper h2").allTextContents();
    expect(new Set(heads.map((head) => head.replace("（续）", "")))).toEqual(
      new Set(["套餐", "基层党建", "政策法规", "实用技术", "科普知识", "文体卫生"]),
    );
    const rows = await page
      .locator(".paper ol")
      .evaluateAll((all) => all.map((one) => one.childElementCount));
    expect(Math.max(...rows)).toBeLessThanOrEqual(18);
  });

  it("records the edition once the person says that it is printed", async () => {
    await page.evaluate(() => {
      window.print = () => window.dispatchEvent(new Event("afterprint"));
    });
    await page.getByRole("button", { name: "打印" }).click();
    await page.getByRole("button", { name: "印好了" }).click();
    await page.getByText(/第 1 期记下了：86 个号码不再动/u).waitFor();
    await page.goto(`http://127.0.0.1:${server.port}/#/book`);
    await page.getByText("第 2 期").waitFor();
    await page.getByText(/上一期是第 1 期/u).waitFor();
  });
});
