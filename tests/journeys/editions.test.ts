/**
 * The printed book over two editions: edition 1, then changes, a supplement instead of a whole new book, and
 * edition 2, in which no number has moved. What came out is read back from the PDF's text.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import {
  type ExpectedItem,
  faultyIndexes,
  faultyPageNumbers,
  faultyRows,
  orphanHeadings,
  type PrintedPage,
  readBookPdf,
} from "../support/book-pdf.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";

/** The built app; `DIANBO_PWA` names another build of it. */
const APP = process.env["DIANBO_PWA"] ?? join(DIST, "pwa");

/** Old PCs are slow, and so is a busy test machine. */
const SOON = { timeout: 15_000 };

/** As long as a title may be, and with characters that few fonts have. */
const LONGEST = `𠮷㐂${"很长的题目".repeat(59)}完了啦`;

let server: RunningServer;
let profile: string;
let browser: TestBrowser;
let page: Page;
let first: readonly ExpectedItem[];

const go = (hash: string) => page.goto(`http://127.0.0.1:${server.port}/${hash}`);

/** Presses 打印, and waits for the question whether paper came out. */
const pressPrint = async (): Promise<void> => {
  await page.evaluate(() => {
    window.print = () => window.dispatchEvent(new Event("afterprint"));
  });
  await page.getByRole("button", { name: "打印" }).click();
  await page.getByRole("button", { name: "印好了" }).waitFor(SOON);
};

/** Presses 打印, and gives what the printer would get. */
const print = async (): Promise<readonly PrintedPage[]> => {
  await pressPrint();
  return readBookPdf(await page.pdf({ preferCSSPageSize: true }));
};

const openDesk = async (): Promise<void> => {
  await go("#/book/print");
  await page.locator(".paper").first().waitFor();
};

/** All rows of the shelves that the screen shows, blank ones left out. */
const itemsOnScreen = (): Promise<readonly ExpectedItem[]> =>
  page.locator(".paper ol li").evaluateAll((rows) =>
    rows.flatMap((row) => {
      const number = row.querySelector(".num")?.textContent ?? "";
      const title = row.querySelector("[data-slots]")?.textContent ?? "";
      return title === "" ? [] : [{ number: Number(number), title }];
    }),
  );

const expectWhole = (pages: readonly PrintedPage[], items: readonly ExpectedItem[]): void => {
  expect(faultyRows(pages, items)).toEqual([]);
  expect(orphanHeadings(pages)).toEqual([]);
  expect(faultyIndexes(pages, items)).toEqual([]);
  expect(faultyPageNumbers(pages)).toEqual([]);
};

beforeAll(async () => {
  server = await serveApp({ root: APP, port: 0 });
  profile = await newProfile();
  browser = await openBrowser({ profile });
  page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.addInitScript(() => localStorage.setItem("dianbo-language", "zh-CN"));
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true });
});

describe("a book without items", () => {
  it("says so, and offers blank rows for the pen", async () => {
    await openDesk();
    await page.getByText("印出来全是空行").waitFor();
    await go("#/book/print/supplement");
    await page.getByText("还没印过点播本").waitFor();
  });
});

describe("edition 1", () => {
  it("has every item once, where the indexes say, no row split, no heading alone", async () => {
    await go("#/settings");
    await page.getByRole("button", { name: "载入样例" }).click();
    await page.getByRole("button", { name: "清掉样例" }).waitFor();
    await openDesk();
    await page.getByLabel("每个书架留空行").selectOption("2");
    const pages = await print();
    first = await itemsOnScreen();
    expect(first).toHaveLength(86);
    expectWhole(pages, first);
    expect(pages).toHaveLength(await page.locator(".paper").count());
    await expectAccessible(page);
  });

  it("does not count when its printing is taken back, and is kept when it is recorded", async () => {
    await page.getByRole("button", { name: "印好了" }).click();
    await page.getByText("第 1 期记下了：86 个号码不再动").waitFor();
    await page.getByRole("button", { name: "撤销" }).first().click();
    await page.getByText("撤销了，这一期还没算印过").waitFor();
    expect(await page.getByLabel("第几期").inputValue()).toBe("1");
    await pressPrint();
    await page.getByRole("button", { name: "印好了" }).click();
    await page.getByText("第 1 期记下了").waitFor();
  });
});

describe("what has changed since", () => {
  const add = async (title: string, category: string): Promise<void> => {
    await go("#/library/add");
    await page.getByText("手写一行").click();
    await page.getByLabel("片名").fill(title);
    await page.locator("form").getByText(category).click();
    await page.keyboard.press("Enter");
    await page.locator("form .num").waitFor(SOON);
  };
  const openItem = async (number: number): Promise<void> => {
    await go("#/book");
    await page
      .getByRole("tab")
      .nth(Math.floor(number / 1000))
      .click();
    await page
      .getByRole("tabpanel")
      .locator("li")
      .filter({ has: page.locator(".num", { hasText: String(number) }) })
      .getByRole("link")
      .click();
  };

  it("is told in the room: new, changed, gone", async () => {
    // The first two go into the blank rows of edition 1, the third into none; two have one title.
    for (const title of ["冬季取暖安全", "冬季取暖安全", LONGEST]) await add(title, "科普知识");
    await openItem(5008);
    const title = page.getByLabel("片名");
    await title.fill("八段锦跟着练");
    await page.keyboard.press("Tab");
    await openItem(4006);
    await page.getByRole("button", { name: "删掉" }).click();
    await go("#/book");
    await page.getByText("第 1 期以后：新增 3 个，改了 1 个，拿掉 1 个").waitFor(SOON);
    await expectAccessible(page);
  });

  it("is printed as a supplement; what fits a blank row is left to the pen", async () => {
    await page.getByRole("link", { name: "印增补页" }).click();
    await page.getByText("新增的里有 2 个，本子上有空行，手写上去就行：4017、4018。").waitFor();
    const pages = await print();
    expect(pages).toHaveLength(1);
    const [sheet] = pages;
    expect(sheet?.rows.map(({ number }) => number)).toEqual([4019, 5008, 4006]);
    expect(sheet?.rows[0]?.text).toContain("𠮷㐂很长的题目");
    expect(sheet?.text).toMatch(/八段锦跟着练.*原来是.*八段锦教学/u);
    expect(sheet?.text).toMatch(/第 1 期增补/u);
    await expectAccessible(page);
    await page.getByRole("button", { name: "印好了" }).click();
    await page.getByText("记下了：第 1 期有了增补页").waitFor();
  });
});

describe("edition 2", () => {
  it("has moved no number, whatever its print", async () => {
    await openDesk();
    expect(await page.getByLabel("第几期").inputValue()).toBe("2");
    await page.getByLabel("字号").selectOption("22");
    await page.getByLabel("印几面").selectOption("two");
    const pages = await print();
    const second = await itemsOnScreen();
    expectWhole(pages, second);
    const now = new Map(second.map(({ number, title }) => [number, title]));
    expect(first.filter(({ number, title }) => now.get(number) !== title)).toEqual([
      expect.objectContaining({ number: 4006 }),
      expect.objectContaining({ number: 5008 }),
    ]);
    expect([now.has(4006), now.get(5008)]).toEqual([false, "八段锦跟着练"]);
    expect([4017, 4018, 4019].map((number) => now.get(number)?.slice(0, 6))).toEqual([
      "冬季取暖安全",
      "冬季取暖安全",
      LONGEST.slice(0, 6),
    ]);
    await page.getByRole("button", { name: "印好了" }).click();
    await page.getByText("第 2 期记下了").waitFor();
    await go("#/book/print/supplement");
    await page.getByText("第 2 期印完以后没有变化，不用印增补页。").waitFor();
  });

  it("comes out as a booklet to fold: lying sheets, four pages each, its last beside its first", async () => {
    await openDesk();
    await page.getByLabel("印几面").selectOption("folded");
    await page.getByText(/对折成 A5 小册/u).waitFor();
    await pressPrint();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const sizes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/gu)];
    expect(sizes.length % 2).toBe(0);
    expect(sizes.every(([, wide, high]) => Number(wide) > 840 && Number(high) < 600)).toBe(true);
    const [outside] = await page.getByRole("region", { name: /^第 \d+ 面$/u }).all();
    expect(await outside?.locator(".paper").last().getAttribute("aria-label")).toContain("封面");
    expect(await outside?.locator(".paper").first().getAttribute("aria-label")).toContain("封底");
  });
});
