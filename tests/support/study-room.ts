/** The study room as somebody uses it: digits, Enter, and the film runs. */
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Slow machines start a film slowly. */
const SOON = { timeout: 15_000 };

/** Types a number as somebody says it. */
export const callNumber = async (room: Page, number: number): Promise<void> => {
  await room.keyboard.type(String(number));
};

/** Waits until the room takes digits. */
export const keypadReady = (room: Page): Promise<void> =>
  room.getByRole("button", { name: "播放" }).waitFor();

/** How far the film is, in seconds; 0 where there is none. */
export const filmPosition = (room: Page): Promise<number> =>
  room.evaluate(() => document.querySelector("video")?.currentTime ?? 0);

/** Calls a film by its number and sees that it really runs. */
export const playFilm = async (room: Page, number: number, title: string): Promise<void> => {
  await callNumber(room, number);
  await room.getByRole("heading", { name: title }).waitFor();
  // The number is there at once; the room offers to play as soon as the film is whole.
  await room.getByRole("button", { name: /按 Enter/u }).waitFor();
  await room.keyboard.press("Enter");
  await expect.poll(() => filmPosition(room), SOON).toBeGreaterThan(0.5);
};
