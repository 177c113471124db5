/**
 * After a download session: what came is copied by hand from a slip, a row that the pen filled first keeps
 * its number, and the list and the notice leave the house as files that strangers' programs read.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import mammoth from "mammoth";
import type { Page } from "playwright-core";
import readXlsx from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";

/** The built app; `DIANBO_PWA` names another build of it. */
const APP = process.env["DIANBO_PWA"] ?? join(DIST, "pwa");

/** Old PCs are slow, and so is a busy test machine. */
const SOON = { timeout: 15_000 };

let server: RunningServer;
let profile: string;
let folder: string;
let browser: TestBrowser;
let page: Page;

const go = (hash: string) => page.goto(`http://127.0.0.1:${server.port}/${hash}`);

const add = async (title: string, category: string): Promise<void> => {
  await go("#/library/add");
  await page.getByText("手写一行").click();
  await page.getByLabel("片名").fill(title);
  await page.locator("form").getByText(category).click();
  await page.keyboard.press("Enter");
  await page.locator("form .num").waitFor(SOON);
};

const save = async (button: string, name: string): Promise<string> => {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const path = join(folder, name);
  await (await download).saveAs(path);
  return path;
};

const slipRows = (): Promise<string[]> =>
  page
    .locator(".paper li")
    .filter({ hasText: "写：" })
    .evaluateAll((rows) =>
      rows.map((row) =>
        [row.querySelector("b")?.textContent, row.querySelector("strong")?.textContent].join(" "),
      ),
    );

beforeAll(async () => {
  server = await serveApp({ root: APP, port: 0 });
  profile = await newProfile();
  folder = await mkdtemp(join(tmpdir(), "dianbo-sheets-"));
  browser = await openBrowser({ profile });
  page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.addInitScript(() => {
    localStorage.setItem("dianbo-language", "zh-CN");
    window.print = () => window.dispatchEvent(new Event("afterprint"));
  });
  await go("#/settings");
  await page.getByRole("button", { name: "载入样例" }).click();
  await page.getByRole("button", { name: "清掉样例" }).waitFor(SOON);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  for (const one of [profile, folder]) {
    if (one !== undefined) await rm(one, { recursive: true, force: true });
  }
});

describe("the copying slip", () => {
  it("asks for a printed book first, then names what came after it, row by row", async () => {
    await go("#/book/print/slip");
    await page.getByText("点播本还没印过").waitFor(SOON);
    await go("#/book/print");
    await page.locator(".paper").first().waitFor();
    await page.getByLabel("每个书架留空行").selectOption("2");
    await page.getByRole("button", { name: "打印" }).click();
    await page.getByRole("button", { name: "印好了" }).click();
    await page.getByText("第 1 期记下了").waitFor(SOON);
    await add("中医推拿", "文体卫生");
    await add('=HYPERLINK("http://x","点")', "文体卫生");
    await go("#/book/print/slip");
    await page.locator(".paper").first().waitFor(SOON);
    await expect
      .poll(slipRows, SOON)
      .toEqual(["5017 中医推拿", '5018 =HYPERLINK("http://x","点")']);
    expect(await page.getByLabel("黑板上写", { exact: true }).inputValue()).toContain(
      "5017 中医推拿",
    );
    expect(await page.getByLabel("喇叭里念", { exact: true }).inputValue()).toContain("五零幺七");
    await expectAccessible(page);
  });

  it("lets the pen go first: an item takes the row it stands in, the other gives way", async () => {
    await page.getByLabel("写在哪一行").fill("5017");
    await page
      .getByLabel("写的是哪个")
      .selectOption({ label: '5018 · =HYPERLINK("http://x","点")' });
    await page.getByRole("button", { name: "就用这个号" }).click();
    await page.getByText("记在 5017 了").waitFor(SOON);
    // It is written already, so that the slip names the other alone, under the row that is left.
    await expect.poll(slipRows, SOON).toEqual(["5018 中医推拿"]);
    await page.getByLabel("写在哪一行").fill("1014");
    await page.getByLabel("写的是哪个").selectOption({ label: "5018 · 中医推拿" });
    await page.getByRole("button", { name: "就用这个号" }).click();
    await page.getByText("1014 已经给大家报过").waitFor(SOON);
    await page.getByRole("button", { name: "都抄好了" }).click();
    await expect.poll(() => page.locator(".paper").count(), SOON).toBe(0);
  });
});

describe("files for WPS", () => {
  it("hold the programme list cell by cell, as a table and as a text", async () => {
    await go("#/book/print/list");
    await page.locator(".paper").first().waitFor(SOON);
    const onScreen = await page
      .locator(".paper tbody tr")
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "")),
      );
    expect(onScreen).toHaveLength(88);
    const [programmes, menus] = await readXlsx(await save("存成表格", "list.xlsx"));
    const shown = (cell: unknown): string => (cell === null ? "" : String(cell));
    expect(programmes?.data.slice(2).map((row) => row.map(shown))).toEqual(onScreen);
    expect(programmes?.data.at(-2)?.[1]).toBe('=HYPERLINK("http://x","点")');
    expect(menus?.data).toHaveLength(12);

    const { value } = await mammoth.convertToHtml({
      path: await save("存成 Word 文档", "list.docx"),
    });
    const { document } = parseHTML(`<html><body>${value}</body></html>`);
    const rows = [...(document.querySelector("table")?.querySelectorAll("tr") ?? [])].map((row) =>
      [...row.querySelectorAll("td, th")].map((cell) => cell.textContent ?? ""),
    );
    expect(rows.slice(1)).toEqual(onScreen);
    await expectAccessible(page);
  });
});

describe("the preview notice", () => {
  it("is paper for the board and a picture for the group, also without a planned session", async () => {
    await go("#/book/print/notice");
    await page.getByText("这几天还没有排场次").waitFor(SOON);
    await page.getByText("没排场次也能出预告").click();
    await page.getByLabel("放哪份套餐").selectOption({ label: "7 老年保健餐" });
    await page.getByLabel("在哪").fill("活动室");
    await page.getByRole("button", { name: "加到预告里" }).click();
    const paper = page.locator(".paper");
    await paper.getByText("老年保健餐，一共 56 分钟").waitFor(SOON);
    expect(await paper.locator("li em").allTextContents()).toEqual(["27 分", "15 分", "14 分"]);
    await expectAccessible(page);
    const bytes = await readFile(await save("存成图片，发微信群", "notice.png"));
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(bytes.readUInt32BE(16)).toBe(1080);
    expect(bytes.readUInt32BE(20)).toBeGreaterThan(800);
    expect(bytes.length).toBeGreaterThan(20_000);
  });

  it("holds the sessions that are planned, each with its day and menu", async () => {
    const tomorrow = new Date(
      Date.parse(
        new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(Date.now()),
      ) + 86_400_000,
    );
    await go(`#/schedule/new?date=${tomorrow.toISOString().slice(0, 10)}`);
    await page.getByRole("heading", { name: "排一场" }).waitFor(SOON);
    await page.getByLabel("在哪放").fill("大会议室");
    await page.getByText("套餐", { exact: true }).last().click();
    await page.getByLabel("哪份套餐").selectOption({ label: "7　老年保健餐" });
    await page.getByLabel("几点").fill("19:30");
    await page.getByRole("button", { name: "记下", exact: true }).click();
    await page.waitForURL(/#\/schedule$/u);
    await go("#/book/print/notice");
    const paper = page.locator(".paper");
    await paper.getByText("大会议室").first().waitFor(SOON);
    const text = (await paper.allTextContents()).join("");
    expect(text).toContain("老年保健餐");
    // The day stands large, its month below it.
    expect(text).toContain(`${tomorrow.getUTCDate()}${tomorrow.getUTCMonth() + 1}月`);
    expect(text).toContain("晚 7:30");
    expect(await page.getByText("这几天还没有排场次").count()).toBe(0);
    await expectAccessible(page);
  });

  it("stands beside wall sheet and cards, which come out whole", async () => {
    await go("#/book/print/wall");
    await page.locator(".paper").first().waitFor(SOON);
    expect(await page.locator(".paper").count()).toBe(1);
    await expectAccessible(page);
    await page.getByLabel("用什么纸").selectOption("four");
    await expect.poll(() => page.locator(".paper").count(), SOON).toBe(4);
    await go("#/book/print/cards");
    await page.locator(".paper").first().waitFor(SOON);
    expect(await page.locator(".paper article").count()).toBe(10);
    await expectAccessible(page);
  });
});
