/** Pictures of channels: before one subscribes, the room, a county's catalogue, finds beside the library's own, an update. */
import { rm } from "node:fs/promises";
import type { Page } from "playwright-core";
import { newProfile, openBrowser } from "../support/browser.ts";
import { countyItems, countyRelease, type MadeRelease } from "../support/county-channel.ts";
import { MANNERS, speak } from "../support/manner.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { take } from "./picture.ts";

const choose = async (page: Page, { file, release }: MadeRelease): Promise<void> => {
  await page.evaluate(() => {
    location.hash = "#/channels";
  });
  const input = page.locator('main input[accept=".dianbo"]');
  await input.waitFor({ state: "attached" });
  await input.setInputFiles({
    name: `${release.index.name}.dianbo`,
    mimeType: "application/vnd.dianbo",
    buffer: Buffer.from(file),
  });
  await page.locator("main aside button").first().waitFor();
};

const goOn = async (page: Page): Promise<void> => {
  await page.locator("main aside button").first().click();
  await page.locator("main .note.ok").waitFor();
};

const takeAll = async (page: Page, address: string): Promise<void> => {
  await openSampleBook(page, address);
  const items = countyItems(20_000);
  const first = await countyRelease({ items });
  const changed = items.map((item, at) =>
    at % 4000 === 7 ? { ...item, title: `${item.title}（2026 版）` } : item,
  );
  const second = await countyRelease({ items: changed.slice(12), before: first.release });
  for (const manner of MANNERS) {
    await speak(page, manner);
    await choose(page, first);
    await take(page, "30-channel-preview", manner);
    await goOn(page);
    await take(page, "30-channels", manner);
    await page.locator('main a[href^="#/channels/"]').first().click();
    const rows = page.locator("[data-item] button");
    await rows.first().waitFor();
    for (const place of [2, 3, 5]) await page.getByRole("checkbox").nth(place).click();
    await take(page, "30-channel", manner);
    await page.evaluate(() => {
      location.hash = "#/library";
    });
    await page.locator("main [role=row][data-item]").first().waitFor();
    await page.getByRole("main").locator('input[aria-keyshortcuts="/"]').fill("gxy");
    await page.locator('main section a[href*="#/channels/"]').first().waitFor();
    await take(page, "30-library-finds", manner);
    await choose(page, second);
    await take(page, "30-channel-update", manner);
    await goOn(page);
    await page.evaluate(() => {
      location.hash = "#/channels";
    });
    // Given up, so that the next manner begins with nothing.
    await page.locator("main li button[aria-expanded]").last().click();
    await page.locator("[role=alertdialog] button").first().click();
    await page.locator('main a[href^="#/channels/"]').waitFor({ state: "detached" });
  }
  await speak(page, "zh");
};

/** All of them, in every manner. */
export const takeCatalogue = async (address: string): Promise<void> => {
  const profile = await newProfile();
  const browser = await openBrowser({ profile });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  try {
    await takeAll(page, address);
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};
