/** Pictures of the study room at 1920×1080 in both languages; its print is for the far wall already. */
import type { Page } from "playwright-core";
import { KINDS, plantEvening } from "../support/evening-book.ts";
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

const call = async (page: Page, number: number): Promise<void> => {
  await page.keyboard.type(String(number));
  await page.locator("button").filter({ hasText: "Enter" }).waitFor();
  await page.keyboard.press("Enter");
};

/** Leaves what is on; the keypad stands there again. */
const leave = async (page: Page): Promise<void> => {
  await page.keyboard.press("Escape");
  await ready(page);
};

/** What is read and not played, what is queued, and the shelves for whoever has no book. */
const takeKinds = async (page: Page, manner: Manner): Promise<void> => {
  await speak(page, manner);
  await ready(page);
  await page.keyboard.press("PageDown");
  await page.keyboard.press("ArrowRight");
  for (let row = 0; row < 3; row += 1) await page.keyboard.press("ArrowDown");
  await take(page, "08b-shelf", manner);
  await leave(page);
  await call(page, KINDS.film);
  await page.waitForFunction(() => (document.querySelector("video")?.currentTime ?? 0) > 6);
  await take(page, "09-subtitles", manner);
  await leave(page);
  for (const number of [KINDS.pdf, KINDS.article, KINDS.spare, KINDS.picture]) {
    await page.keyboard.type(String(number));
    await page.locator("button").filter({ hasText: "Enter" }).waitFor();
    await page.keyboard.press("NumpadAdd");
  }
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await take(page, "09b-queue", manner);
  await leave(page);
  await page.keyboard.press("NumpadMultiply");
  await take(page, "10-intermission", manner);
  await page.keyboard.press("Escape");
  for (const [number, name] of [
    [KINDS.article, "10b-article"],
    [KINDS.word, "10c-word"],
    [KINDS.table, "10d-table"],
    [KINDS.pdf, "10e-pdf"],
    [KINDS.slides, "10f-slides"],
  ] as const) {
    await call(page, number);
    await page.getByText(/^1 \/ \d+$/u).waitFor();
    await take(page, name, manner);
    await leave(page);
  }
};

/** All of the study room. The book must hold the samples and the film of 1014. */
export const takeStudyRoom = async (page: Page, address: string): Promise<void> => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`${address}/room.html`);
  for (const manner of ["zh", "en"] as const) await takeIn(page, manner);
  await plantEvening(page);
  for (const manner of ["zh", "en"] as const) await takeKinds(page, manner);
  await speak(page, "zh");
};
