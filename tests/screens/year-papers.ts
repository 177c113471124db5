/** Pictures of what a year leaves on paper: its archive, the books that nobody writes, a repair request, next year's plan. */
import { rm } from "node:fs/promises";
import type { Page } from "playwright-core";
import { newProfile, openBrowser } from "../support/browser.ts";
import { MANNERS, speak } from "../support/manner.ts";
import { downloadsOfYear, plantYear, showingsOfYear } from "../support/report-year.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { take, takePaper } from "./picture.ts";

/** The paper that stands there, with its desk, in every manner. */
const takeDesk = async (page: Page, name: string): Promise<void> => {
  for (const manner of MANNERS) {
    await speak(page, manner);
    await page.locator(".paper").first().waitFor();
    await take(page, name, manner);
  }
  await speak(page, "zh");
};

/** All of them, for a site with most of a year behind it. */
export const takeYearPapers = async (address: string): Promise<void> => {
  const profile = await newProfile();
  const browser = await openBrowser({ profile });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.setViewportSize({ width: 1366, height: 768 });
  await openSampleBook(page, address);
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(Date.now());
  const year = Number(today.slice(0, 4));
  await plantYear(page, showingsOfYear(year, Number(today.slice(5, 7))), downloadsOfYear(year));
  const go = async (hash: string, sign = "main h1"): Promise<void> => {
    await page.goto(`${address}/${hash}`);
    await page.locator(sign).first().waitFor();
  };
  await go("#/wishes");
  const box = page.locator("main input").first();
  for (const wish of ["糖尿病能吃啥", "腌菜安全", "手机怎么防骗"]) {
    await box.fill(wish);
    await box.press("Enter");
    await page.locator("main").getByText(wish).first().waitFor();
  }
  await go("#/ledgers/book/repair");
  const form = page.getByRole("form", { name: "写一行" });
  await form.getByLabel("设备（必填）").fill("投影机");
  await form.getByLabel("型号").fill("EB-X05");
  await form.getByLabel("故障现象（必填）").fill("灯泡不亮，开机三秒就灭");
  await form.getByLabel("地点").fill("活动室");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: /^印报修单/u }).click();
  await page.locator(".paper").waitFor();
  await takePaper(page, "18-repair-slip-paper");
  await takeDesk(page, "18-repair-desk");
  await go("#/wishes");
  await page.locator("main aside ol ~ div button").first().click();
  await page.locator(".paper").waitFor();
  await takeDesk(page, "13-tick-list-desk");
  await go(`#/reports/plan/${year}`);
  await page.getByLabel("内容：春耕备耕").fill("测土配方施肥、育秧");
  await page.getByLabel("时间：春耕备耕").fill("6日、16日");
  await page.getByLabel("方式：春耕备耕").fill("集中收看");
  await page.locator("main button.go").click();
  await page.locator("main .st.ok").waitFor();
  for (const book of ["catalogue", "downloads", "wishes"]) {
    await go(`#/ledgers/written/${book}`, ".paper tbody tr");
    await takePaper(page, `18-written-${book}-paper`);
  }
  await go(`#/ledgers/written/plan/${year + 1}`, ".paper tbody tr");
  await takePaper(page, "18-written-plan-paper");
  await go(`#/register/print/${today.slice(0, 4)}-07`, ".paper tbody tr");
  await takePaper(page, "18-register-paper");
  for (const manner of MANNERS) {
    await speak(page, manner);
    await go("#/ledgers/archive", "main h2");
    await take(page, "18-archive", manner);
    await go(`#/reports/plan/${year}`, "main li");
    await take(page, "19-next-plan", manner);
  }
  await browser.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
};
