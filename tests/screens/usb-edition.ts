/** Pictures of the USB edition at 1920×1080, opened from file:// as on a borrowed PC, in both languages. */
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { newProfile, openBrowser } from "../support/browser.ts";
import type { Manner } from "../support/manner.ts";
import { makeSampleStick } from "../support/sample-stick.ts";
import { makeStickFolder, type StickFolder } from "../support/stick-folder.ts";
import { take } from "./picture.ts";

const LANGUAGES = { zh: "zh-CN", en: "en" } as const;

const open = async (page: Page, stick: StickFolder, manner: keyof typeof LANGUAGES) => {
  await page.goto(stick.page);
  await page.evaluate(
    (language) => localStorage.setItem("dianbo-language", language),
    LANGUAGES[manner],
  );
  await page.reload();
  await page.locator("h1").first().waitFor();
};
const called = (page: Page): Promise<void> =>
  page.locator("button").filter({ hasText: "Enter" }).first().waitFor();

const takeEvening = async (page: Page, stick: StickFolder, manner: "zh" | "en"): Promise<void> => {
  const shot = (name: string): Promise<void> =>
    take(page, `20-usb-${name}`, manner satisfies Manner);
  await open(page, stick, manner);
  await shot("start");
  await page.keyboard.type("501");
  await shot("keypad");
  await page.keyboard.press("Escape");
  await page.keyboard.type("1014");
  await called(page);
  await shot("preview");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => (document.querySelector("video")?.currentTime ?? 0) > 3);
  await page.keyboard.press("Enter");
  await shot("playing");
  await page.keyboard.press("Minus");
  await page.locator("h1").first().waitFor();
  await shot("receipt");
  await page.keyboard.type("5019");
  await shot("wrong-number");
  await page.keyboard.press("Escape");
  await page.keyboard.press("PageDown");
  await page.keyboard.press("ArrowDown");
  await shot("shelf");
  await page.keyboard.press("Escape");
  await page.keyboard.type("2007");
  await called(page);
  await page.keyboard.press("Enter");
  await page.getByText(/^1 \/ \d+$/u).waitFor();
  await shot("article");
  // The evening ends, or its place would stand there instead of the start.
  await page.keyboard.press("Minus");
  await page.locator("footer button").last().click();
  await page.locator(".paper").waitFor();
  await shot("list");
};

/** All of the USB edition. */
export const takeUsbEdition = async (): Promise<void> => {
  const profile = await newProfile();
  const sticks = [await makeSampleStick(), await makeStickFolder(undefined, { bare: true })];
  const [stick, bare] = sticks;
  const browser = await openBrowser({ profile, viewport: { width: 1920, height: 1080 } });
  try {
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
    for (const manner of ["zh", "en"] as const) {
      if (stick !== undefined) await takeEvening(page, stick, manner);
      if (bare === undefined) continue;
      await open(page, bare, manner);
      await take(page, "20-usb-bare", manner);
    }
    if (stick === undefined) return;
    await rename(join(stick.root, "dianbo"), join(stick.root, "dianbo-away"));
    await page.goto(stick.page);
    await page.locator("h1").first().waitFor();
    await take(page, "20-usb-no-index", "en");
    await page.evaluate(() => localStorage.setItem("dianbo-language", "zh-CN"));
    await page.reload();
    await page.locator("h1").first().waitFor();
    await take(page, "20-usb-no-index", "zh");
  } finally {
    await browser.close();
    for (const folder of [profile, ...sticks.map(({ root }) => root)]) {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }
};
