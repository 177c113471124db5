/** Pictures of how a site begins: setting up, the ways of joining, the key sheet, a backup folder, a list that comes in, moving home. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { INSTALL_PAGE, installPage } from "../../extension/install/page.ts";
import { extensionId, newProfile, openBrowser } from "../support/browser.ts";
import { MANNERS, speak } from "../support/manner.ts";
import { plantApart } from "../support/plant-apart.ts";
import {
  cameraSwitches,
  drawQr,
  filmForCamera,
  photographKeySheet,
} from "../support/qr-pictures.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { take } from "./picture.ts";

const LIST = fileURLToPath(new URL("../package-versions/v1-films.dianbo", import.meta.url));

/** Opens a browser that sees this film through its camera, and closes it afterwards. */
const inBrowser = async (
  film: string,
  extension: boolean,
  use: (page: Page) => Promise<void>,
): Promise<void> => {
  const profile = await newProfile();
  const browser = await openBrowser({ profile, extension, switches: cameraSwitches(film) });
  try {
    await use(await browser.context.newPage());
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};

/** The key sheet, the backup room with its folder, a list of another site, the move: from a book that is in use. */
const takeLater = async (page: Page, address: string, sheet: string): Promise<void> => {
  await page.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle("U盘 备份", { create: true }),
    });
  });
  await openSampleBook(page, address);
  await page.goto(`${address}/#/settings`);
  await page.locator('a[href*="key"]').first().click();
  await photographKeySheet(page, sheet);
  const keyRoom = page.url();
  await page.goto(`${address}/#/backup`);
  await page.getByRole("button", { name: /选一个文件夹/u }).click();
  await page.getByRole("button", { name: "现在备份" }).click();
  await page.getByText(/存好了，在/u).waitFor();
  for (const manner of MANNERS) {
    await page.goto(keyRoom);
    await speak(page, manner);
    await page.getByRole("img").first().waitFor();
    await take(page, "22-key-sheet", manner);
    await page.goto(`${address}/#/backup`);
    await page.locator("main section").last().getByRole("button").nth(1).click();
    await page.locator("main section li").first().waitFor();
    await take(page, "28-backup-folder", manner);
    await page.goto(`${address}/#/share`);
    // The room of the backup, left just now, has a file field too.
    await page.locator('[aria-labelledby="take-list"] input').setInputFiles(LIST);
    // Only the preview has a region that scrolls by itself.
    await page.locator('main section [role="region"] li').first().waitFor();
    await take(page, "16-import", manner);
  }
  // What is left where the book moved away from.
  for (const manner of MANNERS) {
    await page.evaluate(() =>
      localStorage.setItem(
        "dianbo-library-place",
        JSON.stringify({ at: "there", copy: "kept", since: Date.now() }),
      ),
    );
    await page.goto(`${address}/#/`);
    await speak(page, manner);
    await page.locator("main h1").waitFor();
    await take(page, "29-elsewhere", manner);
  }
  await page.evaluate(() => localStorage.removeItem("dianbo-library-place"));
  await page.reload();
  await plantApart(page);
  for (const manner of MANNERS) {
    await page.goto(`${address}/#/settle`);
    await speak(page, manner);
    await page.locator("main [data-waiting]").first().waitFor();
    await take(page, "17-settle", manner);
    const number = page.locator('main section[aria-label*="1012"]');
    await number.waitFor();
    await number.evaluate((card) => card.scrollIntoView({ block: "center" }));
    await take(page, "17-settle-number", manner);
  }
};

/** The first screen, its words about another book, and the ways of joining. */
const takeFirst = async (page: Page, address: string, sheet: string): Promise<void> => {
  await page.goto(`${address}/`);
  for (const manner of MANNERS) {
    await speak(page, manner);
    await page.locator("main h1").waitFor();
    await take(page, "21-first-run", manner);
    await page.locator("summary").click();
    await take(page, "21-first-run-already", manner);
    await page.locator("main button.text").nth(3).click();
    await page.locator("#key-code").waitFor();
    await take(page, "21-key-sheet", manner);
    await page.locator('input[accept="image/*"]').setInputFiles(sheet);
    await page.locator("#key-code").waitFor({ state: "detached" });
    await take(page, "21-joining", manner);
  }
  await page.goto(`${address}/`);
  for (const manner of MANNERS) {
    await speak(page, manner);
    await page.locator("main button.text").nth(3).click();
    await page.locator("main form button").first().click();
    await page.locator("video").waitFor();
    await page.locator("[role=status].note").waitFor();
    await take(page, "21-camera", manner);
  }
};

/** The page in the extension's zip, and the greeting after loading. */
const takeInstalling = async (page: Page, folder: string): Promise<void> => {
  const install = join(folder, INSTALL_PAGE);
  await writeFile(install, installPage());
  await page.goto(`file://${encodeURI(install)}`);
  await take(page, "00-install");
  await page.locator('[lang="en"]').evaluate((part) => part.scrollIntoView());
  await take(page, "00-install", "en");
  await page.goto(`chrome-extension://${extensionId()}/welcome.html`);
  for (const manner of ["zh", "en"] as const) {
    await speak(page, manner);
    await page.locator("h1").first().waitFor();
    await take(page, "00-welcome", manner);
  }
  await page.goto(`chrome-extension://${extensionId()}/app.html#/move`);
  for (const manner of MANNERS) {
    await speak(page, manner);
    await page.locator("main h1").waitFor();
    await take(page, "29-move-home", manner);
  }
};

/** All of it. */
export const takeFirstSite = async (address: string): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), "dianbo-first-"));
  const at = (name: string): string => join(folder, name);
  try {
    await drawQr("https://www.12371.cn/2026/11/20/ARTI.shtml", at("other.png"));
    await filmForCamera(at("other.png"), at("other.mjpeg"));
    await inBrowser(at("other.mjpeg"), false, (page) => takeLater(page, address, at("sheet.png")));
    await inBrowser(at("other.mjpeg"), false, (page) => takeFirst(page, address, at("sheet.png")));
    await inBrowser(at("other.mjpeg"), true, (page) => takeInstalling(page, folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
