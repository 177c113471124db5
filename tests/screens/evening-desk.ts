/** Pictures of what the desk knows of an evening, at 1920×1080: the pre-flight's report, the register. */
import { readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { newProfile, openBrowser } from "../support/browser.ts";
import { MANNERS, speak } from "../support/manner.ts";
import { plantFiles } from "../support/plant-files.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { take } from "./picture.ts";

const media = (name: string): Promise<Buffer> =>
  readFile(fileURLToPath(new URL(`../../demonstration/media/${name}`, import.meta.url)));

/** The menu of the drawing: 5001, 5004, 5016, and its spare. */
const MENU = 7;

const menuId = (page: Page): Promise<string> =>
  page.evaluate(
    (number) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open("dianbo-library");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction("records").objectStore("records").getAll();
          all.onsuccess = () => {
            opening.result.close();
            const menu = all.result.find(
              ({ kind, fields }) => kind === "set-menu" && fields.number?.[0]?.value === number,
            );
            resolve(menu.id);
          };
        };
      }),
    MENU,
  );

/** Two showings that were not the room's, entered as one fills the form. */
const enterShowings = async (page: Page, address: string): Promise<void> => {
  for (const [what, minutes] of [
    ["5013", "96"],
    ["村里老照片", "20"],
  ] as const) {
    await page.goto(`${address}/#/register`);
    await page.getByRole("button", { name: "记一场" }).click();
    await page.getByLabel("放的什么").fill(what);
    await page.getByLabel("放了几分钟").fill(minutes);
    await page.getByLabel("在哪放的").fill("活动室");
    await page.getByRole("button", { name: "记下", exact: true }).click();
    await page.getByRole("heading", { name: "记一场" }).waitFor({ state: "detached" });
  }
};

const takeReports = async (page: Page, address: string): Promise<void> => {
  await openSampleBook(page, address);
  await page.goto(`${address}/room.html`);
  await page.locator("button").first().waitFor();
  await page.keyboard.type("1014");
  await page.locator("button").filter({ hasText: "Enter" }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => (document.querySelector("video")?.currentTime ?? 0) > 3);
  await page.keyboard.press("Minus");
  await page.goto(`${address}/#/`);
  const [film, field, charging] = await Promise.all(
    ["party-flag.mp4", "cabbage-field.mp4", "safe-charging.mp4"].map(media),
  );
  if (film === undefined || field === undefined || charging === undefined) return;
  await plantFiles(page, [
    { number: 5001, whole: charging, lies: charging, name: "高血压的日常管理.mp4" },
    {
      number: 5004,
      whole: field,
      inFolder: "D盘的片子",
      name: "老年人防跌倒操.mp4",
      beside: {
        name: "老年人防跌倒操.srt",
        text: "1\n00:00:00,000 --> 00:00:20,000\n慢慢站起来\n",
      },
    },
    {
      number: 5016,
      whole: film,
      lies: film.subarray(0, film.length / 2),
      name: "家庭用药安全.mp4",
    },
  ]);
  await enterShowings(page, address);
  const id = await menuId(page);
  for (const manner of MANNERS) {
    await speak(page, manner);
    await page.goto(`${address}/#/pre-flight/${id}`);
    await page.locator("main table tbody tr").nth(3).waitFor();
    await page.locator("main progress").first().waitFor({ state: "detached" });
    await take(page, "11-pre-flight", manner);
    await page.goto(`${address}/#/register`);
    await page.locator("main table tbody tr").first().waitFor();
    await take(page, "18-register-wide", manner);
  }
};

/** The report and the register, in a browser of their own. */
export const takeEveningDesk = async (address: string): Promise<void> => {
  const profile = await newProfile();
  const browser = await openBrowser({ profile, viewport: { width: 1920, height: 1080 } });
  try {
    await takeReports(browser.context.pages()[0] ?? (await browser.context.newPage()), address);
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};
