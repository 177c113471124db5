/** Pictures of the office at 1366×768, in both languages and in 大字. */
import type { Page } from "playwright-core";
import { MANNERS, speak } from "../support/manner.ts";
import { DESK_ROOMS, OFFICE_ROOMS } from "../support/office-rooms.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { take } from "./picture.ts";

/** Rooms whose pictures show something that is written there the first time. */
const WRITING: ReadonlySet<string> = new Set(["18-rosters", "18-questions"]);

/** All of the office. Leaves the page with the sample book, in Chinese. */
export const takeOffice = async (page: Page, address: string): Promise<void> => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await openSampleBook(page, address);
  // What some rooms write when they are opened first is undone in no picture: each manner begins with a fresh page.
  for (const room of OFFICE_ROOMS) if (WRITING.has(room.name)) await room.open(page);
  for (const manner of MANNERS) {
    await speak(page, manner);
    for (const room of [...OFFICE_ROOMS, ...DESK_ROOMS]) {
      await room.open(page);
      await take(page, room.name, manner);
    }
  }
  await speak(page, "zh");
};
