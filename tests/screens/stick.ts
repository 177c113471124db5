/** Pictures of the two rooms of a stick, in both languages and 大字: before, made, pulled out half way, opened. */
import { readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { newProfile, openBrowser } from "../support/browser.ts";
import { plugIn } from "../support/disk-in-browser.ts";
import { plant } from "../support/keep-item.ts";
import { MANNERS, speak } from "../support/manner.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { take } from "./picture.ts";

const FILM = fileURLToPath(new URL("../../demonstration/media/cabbage-field.mp4", import.meta.url));
const STICK = "U 盘 (E)";
const WHERE = "section[aria-labelledby=stick-where]";

const go = async (page: Page, hash: string): Promise<void> => {
  for (const at of ["#/nowhere", hash]) {
    await page.evaluate((to) => {
      location.hash = to;
    }, at);
    await page.locator("main h1").waitFor();
  }
};

/** Takes everything off the stick, or one film out of the browser's storage. */
const forget = (page: Page, what: "stick" | "film"): Promise<void> =>
  page.evaluate(
    async ([which, stick]) => {
      const root = await navigator.storage.getDirectory();
      if (which === "stick") {
        await root.removeEntry(stick, { recursive: true }).catch(() => undefined);
        return;
      }
      const media = await root.getDirectoryHandle("media");
      const { done, value } = await media.keys().next();
      if (done !== true) await media.removeEntry(value);
    },
    [what, STICK] as const,
  );

/** Chooses the stick: the first time there is none, afterwards the last one is remembered and chosen anew. */
const choose = async (page: Page): Promise<void> => {
  const other = page.locator(`${WHERE} button.text`);
  await page.locator(`${WHERE} button`).first().waitFor();
  await ((await other.count()) > 0 ? other : page.locator(`${WHERE} button.go`)).click();
};

/** Takes the pictures in a profile of its own. */
export const takeSticks = async (address: string): Promise<void> => {
  const profile = await newProfile();
  const browser = await openBrowser({ profile });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await plugIn(page, STICK);
  await openSampleBook(page, address);
  await plant(
    page,
    [{ number: 3001, file: { bytes: await readFile(FILM), mime: "video/mp4", name: "白菜.mp4" } }],
    [{ number: 1, parts: [1014, { name: "讨论", minutes: 5 }, 3001, 1002, 1009] }],
  );
  const button = page.locator(`${WHERE} button.go`);
  const note = page.locator(`${WHERE} [role=status] .note`);
  for (const manner of MANNERS) {
    await forget(page, "stick");
    await speak(page, manner);
    await go(page, "#/stick");
    await page.locator("main input[type=checkbox]").first().check();
    await choose(page);
    await page.locator(`${WHERE} ul`).nth(1).waitFor();
    await take(page, "20-stick", manner);
    await button.click();
    await note.waitFor();
    await take(page, "20-stick-made", manner);
    await forget(page, "stick");
    await page.locator(`${WHERE} div > button.btn:not(.text)`).last().click();
    await page.locator(`${WHERE} .note[role=alert]`).waitFor();
    await take(page, "20-stick-pulled", manner);
    await choose(page);
    await page.locator(`${WHERE} ul`).nth(1).waitFor();
    await button.click();
    await note.waitFor();
    await forget(page, "film");
    await go(page, "#/open-stick");
    await page.locator("main button.go").click();
    const films = page.locator("section[aria-labelledby=stick-films]");
    await films.locator("button.go").waitFor();
    await take(page, "20-open-stick", manner);
    await films.locator("button.go").click();
    await films.locator("[role=status] .note").waitFor();
  }
  await browser.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
};
