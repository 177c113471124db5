/** Pictures of the single sheets beside the book, as they come out of the printer, and of their desks. */
import { execFile } from "node:child_process";
import { copyFile, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { newProfile, openBrowser } from "../support/browser.ts";
import { MANNERS, speak } from "../support/manner.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { OUT, shrink, take } from "./picture.ts";

const run = promisify(execFile);

/** Sheets of a kind as the printer gets them: which page becomes which picture. */
const takePaper = async (page: Page, pictures: Readonly<Record<number, string>>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), "dianbo-sheets-"));
  await writeFile(join(folder, "sheets.pdf"), await page.pdf({ preferCSSPageSize: true }));
  await run("pdftoppm", ["-r", "80", "-png", join(folder, "sheets.pdf"), join(folder, "page")]);
  const pages = (await readdir(folder)).filter((name) => name.endsWith(".png")).sort();
  for (const [at, name] of Object.entries(pictures)) {
    const from = pages[Number(at)];
    if (from === undefined) throw new Error(`no page ${at} for ${name}`);
    await copyFile(join(folder, from), join(OUT, name));
    await shrink(join(OUT, name));
    console.log(name);
  }
  await rm(folder, { recursive: true });
};

const write = async (page: Page, address: string, title: string, shelf: number): Promise<void> => {
  await page.goto(`${address}/#/library/add`);
  await page.getByText("手写一行").click();
  await page.getByLabel("片名").fill(title);
  await page
    .locator("form input[type=radio]")
    .nth(shelf - 1)
    .check({ force: true });
  await page.keyboard.press("Enter");
  await page.locator("form .num").waitFor();
  await page.waitForTimeout(700);
};

/** What the fields of the notice's desk are called. */
const NOTICE_WORDS = {
  zh: {
    phone: "办公电话",
    host: "主办",
    own: "没排场次也能出预告",
    where: "在哪",
    from: "从哪天起",
    menu: "放哪份套餐",
    day: "哪天",
    time: "几点",
    add: "加到预告里",
  },
  en: {
    phone: "Office phone",
    host: "Hosted by",
    own: "A notice without a planned session",
    where: "Place",
    from: "From",
    menu: "Which menu",
    day: "Day",
    time: "Time",
    add: "Add to the notice",
  },
} as const;

/** Two showings written onto the preview notice. */
const writeNotice = async (
  page: Page,
  address: string,
  words: Readonly<Record<keyof (typeof NOTICE_WORDS)["zh"], string>>,
): Promise<void> => {
  await page.goto(`${address}/#/book/print/notice`);
  await page.getByLabel(words.phone).fill("8123-0000");
  await page.getByLabel(words.host).fill("青禾社区党支部");
  await page.getByText(words.own).click();
  await page.getByLabel(words.where).fill("活动室");
  for (const [menu, time, days] of [
    ["7 老年保健餐", "19:00", 1],
    ["8 银发数字餐", "09:30", 3],
  ] as const) {
    const from = await page.getByLabel(words.from).inputValue();
    const day = new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel(words.menu).selectOption({ label: menu });
    await page.getByLabel(words.day, { exact: true }).fill(day);
    await page.getByLabel(words.time).fill(time);
    await page.getByRole("button", { name: words.add }).click();
  }
  await page.locator(".paper").getByText("银发数字餐").waitFor();
};

/** All single sheets, with a book printed and some items that came after it. */
export const takeSheets = async (address: string): Promise<void> => {
  const profile = await newProfile();
  const browser = await openBrowser({ profile });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.addInitScript(() => {
    window.print = () => window.dispatchEvent(new Event("afterprint"));
  });
  await openSampleBook(page, address);
  const desk = async (kind: string): Promise<void> => {
    await page.goto(`${address}/#/book/print${kind}`);
    await page.locator(".paper").first().waitFor();
  };
  await desk("/wall");
  await page.getByLabel("右上角写").fill("每月 6、16、26 日 晚 7:00");
  await takePaper(page, { 0: "13-wall-sheet.png" });
  await page.getByLabel("用什么纸").selectOption("four");
  await takePaper(page, { 0: "13-wall-sheet-piece.png" });
  await page.getByLabel("用什么纸").selectOption("a3");
  await desk("/cards");
  await takePaper(page, { 3: "14-set-menu-card.png" });
  await desk("/list");
  await takePaper(page, { 0: "12-list.png" });
  await desk("");
  await page.getByLabel("每个书架留空行").selectOption("2");
  await page.getByRole("button", { name: "打印" }).click();
  await page.getByRole("button", { name: "印好了" }).click();
  await page.getByText("第 1 期记下了").waitFor();
  await write(page, address, "中医推拿：肩颈自己按", 5);
  await write(page, address, "大棚草莓育苗", 3);
  await write(page, address, "《民法典》物业服务合同逐条讲解（小区常见的十二个问题）", 2);
  await desk("/slip");
  await takePaper(page, { 0: "12-copying-slip.png", 1: "13-wall-strips.png" });
  for (const manner of MANNERS) {
    await speak(page, manner);
    await desk("/slip");
    await take(page, "12-copying-slip-desk", manner);
    await desk("/wall");
    await take(page, "13-wall-sheet-desk", manner);
  }
  for (const manner of ["en", "large", "zh"] as const) {
    await speak(page, manner);
    await writeNotice(page, address, NOTICE_WORDS[manner === "en" ? "en" : "zh"]);
    await take(page, "15-preview-notice-desk", manner);
  }
  await takePaper(page, { 0: "15-preview-notice.png" });
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "存成图片，发微信群" }).click();
  await (await download).saveAs(join(OUT, "15-preview-picture.png"));
  await shrink(join(OUT, "15-preview-picture.png"));
  await browser.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
};
