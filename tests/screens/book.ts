/**
 * Pictures of the printed book, page by page as it comes out of the printer: cover, set menus, a shelf, both
 * indexes and back, large print, folded sheets, and the supplement after some changes, with its room.
 */
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { newProfile, openBrowser } from "../support/browser.ts";
import { MANNERS, speak } from "../support/manner.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { OUT, shrink, take } from "./picture.ts";

const run = promisify(execFile);

/** Keeps some pages of what is on the print desk: name of the picture by page, from 1; negative from the end. */
const takePages = async (page: Page, names: Readonly<Record<string, number>>): Promise<void> => {
  await page.locator(".paper").first().waitFor();
  const folder = await mkdtemp(join(tmpdir(), "dianbo-paper-"));
  await writeFile(join(folder, "book.pdf"), await page.pdf({ preferCSSPageSize: true }));
  await run("pdftoppm", ["-r", "80", "-png", join(folder, "book.pdf"), join(folder, "page")]);
  const pages = (await readdir(folder)).filter((name) => name.endsWith(".png")).sort();
  await mkdir(OUT, { recursive: true });
  for (const [name, place] of Object.entries(names)) {
    const from = pages.at(place > 0 ? place - 1 : place);
    if (from === undefined) continue;
    await copyFile(join(folder, from), join(OUT, `${name}.png`));
    await shrink(join(OUT, `${name}.png`));
    console.log(name);
  }
  await rm(folder, { recursive: true });
};

const addByHand = async (
  page: Page,
  address: string,
  [title, category, minutes]: readonly [string, string, string],
): Promise<void> => {
  await page.goto(`${address}/#/library/add`);
  await page.getByText("手写一行").click();
  await page.getByLabel("片名").fill(title);
  await page.getByLabel("分钟").fill(minutes);
  await page.locator("form").getByText(category).click();
  await page.keyboard.press("Enter");
  await page.locator("form .num").waitFor();
};

const openItem = async (page: Page, address: string, number: number): Promise<void> => {
  await page.goto(`${address}/#/book`);
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

const NEW: readonly (readonly [string, string, string])[] = [
  ["冬季取暖安全", "科普知识", "12"],
  ["一氧化碳中毒怎么救", "科普知识", "9"],
  ["冬至吃饺子的来历", "科普知识", "7"],
  ["腊月里的年画", "文体卫生", "26"],
  ["快板：乡村新事", "文体卫生", "15"],
  ["太极拳二十四式", "文体卫生", "38"],
  ["村里的红色信箱", "基层党建", "11"],
  ["第一书记的一天", "基层党建", "18"],
  ["党员联系户怎么走", "基层党建", "14"],
];

/** All of the book's paper, in a browser of its own: what it changes no other picture shows. */
export const takeBook = async (address: string): Promise<void> => {
  const profile = await newProfile();
  const browser = await openBrowser({ profile, viewport: { width: 1366, height: 768 } });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.addInitScript(() => {
    window.print = () => window.dispatchEvent(new Event("afterprint"));
  });
  await openSampleBook(page, address);
  const desk = async (): Promise<void> => {
    await page.goto(`${address}/#/book/print`);
    await page.locator(".paper").first().waitFor();
  };
  await desk();
  await takePages(page, {
    "12-booklet-cover": 1,
    "12-booklet-menus": 2,
    "12-booklet": 9,
    "12-booklet-pinyin": 11,
    "12-booklet-numbers": -2,
    "12-booklet-back": -1,
  });
  await page.getByLabel("字号").selectOption("22");
  await takePages(page, { "12-booklet-large": 4 });
  await page.getByLabel("印几面").selectOption("folded");
  await page.getByText(/对折成 A5 小册/u).waitFor();
  await take(page, "12-print-desk-folded");
  await takePages(page, { "12-booklet-folded-outside": 1, "12-booklet-folded": 5 });

  await page.getByLabel("印几面").selectOption("one");
  await page.getByLabel("字号").selectOption("16");
  await page.getByLabel("每个书架留空行").selectOption("2");
  await page.getByRole("button", { name: "打印" }).click();
  await page.getByRole("button", { name: "印好了" }).click();
  await page.getByText(/第 1 期记下了/u).waitFor();
  for (const one of NEW) await addByHand(page, address, one);
  await openItem(page, address, 5008);
  await page.getByLabel("片名").fill("八段锦跟着练（带口令）");
  await page.keyboard.press("Tab");
  await openItem(page, address, 3018);
  await page.getByLabel("分钟", { exact: true }).fill("28");
  await page.keyboard.press("Tab");
  await openItem(page, address, 4006);
  await page.getByRole("button", { name: "删掉" }).click();
  await page.getByText("这部删掉了").waitFor();
  for (const manner of MANNERS) {
    await page.goto(`${address}/#/book`);
    await speak(page, manner);
    await page.getByRole("tab").first().waitFor();
    await take(page, "12-book-editions", manner);
    await page.goto(`${address}/#/book/print/supplement`);
    await page.locator(".paper").first().waitFor();
    await take(page, "12-print-supplement", manner);
  }
  await speak(page, "zh");
  await takePages(page, { "12-supplement": 1 });
  await browser.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
};
