/** Pictures of the study room at 1920×1080 in both languages; its print is for the far wall already. */
import type { Page } from "playwright-core";
import { type Manner, speak } from "../support/manner.ts";
import { take } from "./picture.ts";

const ready = (page: Page): Promise<void> => page.locator("button").first().waitFor();

const takeIn = async (page: Page, manner: Manner): Promise<void> => {
  await speak(page, manner);
  await ready(page);
  await take(page, "07-keypad-idle", manner);
  await page.keyboard.type("501");
  await take(page, "07-keypad", manner);
  await page.keyboard.press("Escape");
  await page.keyboard.type("1014");
  await take(page, "07b-keypad-preview", manner);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => (document.querySelector("video")?.currentTime ?? 0) > 3);
  await page.keyboard.press("Enter");
  await take(page, "09-playing", manner);
  await page.keyboard.press("Escape");
  await ready(page);
  await page.keyboard.type("5019");
  await take(page, "08-wrong-number", manner);
  await page.keyboard.press("Escape");
  await page.keyboard.type("7");
  await take(page, "07c-set-menu", manner);
};

/** All of the study room. The book must hold the samples and the film of 1014. */
export const takeStudyRoom = async (page: Page, address: string): Promise<void> => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`${address}/room.html`);
  for (const manner of ["zh", "en"] as const) await takeIn(page, manner);
  await speak(page, "zh");
};
