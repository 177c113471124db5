/** Pictures of the office at 1366×768, in both languages and in 大字, and of the printed book. */
import { execFile } from "node:child_process";
import { copyFile, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { MANNERS, speak } from "../support/manner.ts";
import { OFFICE_ROOMS } from "../support/office-rooms.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { OUT, shrink, take } from "./picture.ts";

const run = promisify(execFile);

/** Two pages of the book as they come out of the printer. */
const takePaper = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${address}/#/book/print`);
  await page.locator(".paper").first().waitFor();
  const folder = join(tmpdir(), `dianbo-paper-${process.pid}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "book.pdf"), await page.pdf({ preferCSSPageSize: true }));
  await run("pdftoppm", ["-r", "80", "-png", join(folder, "book.pdf"), join(folder, "page")]);
  const pages = (await readdir(folder)).filter((name) => name.endsWith(".png")).sort();
  for (const [from, to] of [
    [pages[0], "12-booklet-menus.png"],
    [pages.at(-1), "12-booklet.png"],
  ] as const) {
    if (from === undefined) continue;
    await copyFile(join(folder, from), join(OUT, to));
    await shrink(join(OUT, to));
  }
  await rm(folder, { recursive: true });
};

/** All of the office. Leaves the page with the sample book, in Chinese. */
export const takeOffice = async (page: Page, address: string): Promise<void> => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await openSampleBook(page, address);
  for (const manner of MANNERS) {
    await speak(page, manner);
    for (const room of OFFICE_ROOMS) {
      await room.open(page);
      await take(page, room.name, manner);
    }
  }
  await speak(page, "zh");
  await takePaper(page, address);
};
