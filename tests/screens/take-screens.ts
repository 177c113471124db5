/**
 * Takes the pictures of `docs/screens` from the built products: the office at 1366×768, the study room
 * at 1920×1080, the clip panel 400 wide, and pages of the printed book. Names follow the drawings.
 */
import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { servePortal } from "@dianbo/demonstration/serve";
import type { Page } from "playwright-core";
import { serveApp } from "../../scripts/serve-app.ts";
import { DIST, newProfile, openBrowser } from "../support/browser.ts";
import { openPanel, openPortalPage, PORTAL_PAGES } from "../support/clipping.ts";
import { keepFilm } from "../support/keep-film.ts";
import { keypadReady } from "../support/study-room.ts";

const OUT = fileURLToPath(new URL("../../docs/screens/", import.meta.url));
const FILM = fileURLToPath(new URL("../../demonstration/media/party-flag.mp4", import.meta.url));
const OFFICE = { width: 1366, height: 768 };
const ROOM = { width: 1920, height: 1080 };

const run = promisify(execFile);

/** Waits until letters, pictures and lazy rooms stand still. */
const settled = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(400);
};

const take = async (page: Page, name: string): Promise<void> => {
  await settled(page);
  await page.screenshot({ path: join(OUT, `${name}.png`) });
  console.log(name);
};

const takeOffice = async (page: Page, address: string): Promise<void> => {
  const go = (at: string) => page.goto(`${address}/${at}`);
  await page.setViewportSize(OFFICE);
  await go("");
  await page.getByRole("button", { name: "载入样例" }).waitFor();
  await take(page, "00-first-steps");
  await page.getByRole("button", { name: "载入样例" }).click();
  await page.getByRole("link", { name: /课件.*86/u }).waitFor();
  await keepFilm(page, { number: 1014, file: FILM });
  await go("#/settings");
  await page.getByLabel("站点名字").fill("青禾社区站");
  await page.getByLabel("站点名字").press("Enter");
  await take(page, "22-settings");
  await go("#/");
  await take(page, "04-start");
  await go("#/library");
  await page.getByRole("row").nth(3).waitFor();
  await take(page, "05-library");
  await page.getByRole("main").locator('input[aria-keyshortcuts="/"]').fill("zz");
  await take(page, "05-library-search");
  await page.getByRole("row").nth(4).dblclick();
  await page.goto(`${address}/#/library`);
  await page.getByRole("main").locator('input[aria-keyshortcuts="/"]').fill("1014");
  await page.getByRole("main").locator('input[aria-keyshortcuts="/"]').press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.locator("video").waitFor();
  await take(page, "23-item");
  await go("#/inbox");
  await take(page, "03-inbox-empty");
  await go("#/set-menus");
  await take(page, "06-set-menus");
  await page
    .getByRole("main")
    .getByRole("link", { name: /银发数字餐/u })
    .click();
  await page.locator("[data-entry]").first().waitFor();
  await take(page, "06-set-menu");
  await go("#/book");
  await page.getByRole("tab", { name: /文体卫生/u }).click();
  await take(page, "12-programme-list");
};

const takePaper = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${address}/#/book/print`);
  await page.locator(".paper").first().waitFor();
  await take(page, "12-print-desk");
  const folder = join(tmpdir(), `dianbo-paper-${process.pid}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "book.pdf"), await page.pdf({ preferCSSPageSize: true }));
  await run("pdftoppm", ["-r", "80", "-png", join(folder, "book.pdf"), join(folder, "page")]);
  const { stdout } = await run("ls", [folder]);
  const pages = stdout.split("\n").filter((name) => name.endsWith(".png"));
  const [first] = pages;
  const last = pages.at(-1);
  if (first !== undefined)
    await run("cp", [join(folder, first), join(OUT, "12-booklet-menus.png")]);
  if (last !== undefined) await run("cp", [join(folder, last), join(OUT, "12-booklet.png")]);
  await rm(folder, { recursive: true });
};

const takeRoom = async (page: Page, address: string): Promise<void> => {
  await page.setViewportSize(ROOM);
  await page.goto(`${address}/room.html`);
  await keypadReady(page);
  await take(page, "07-keypad-idle");
  await page.keyboard.type("501");
  await take(page, "07-keypad");
  await page.keyboard.press("Escape");
  await page.keyboard.type("1014");
  await take(page, "07b-keypad-preview");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => (document.querySelector("video")?.currentTime ?? 0) > 3);
  await page.keyboard.press("Enter");
  await take(page, "09-playing");
  await page.keyboard.press("Escape");
  await keypadReady(page);
  await page.keyboard.type("5019");
  await take(page, "08-wrong-number");
  await page.keyboard.press("Escape");
  await page.keyboard.type("7");
  await take(page, "07c-set-menu");
};

const takePanel = async (portal: number): Promise<void> => {
  const profile = await newProfile();
  const browser = await openBrowser({ profile, extension: true, portal });
  for (const [url, name] of [
    [PORTAL_PAGES.film, "01-clip-panel"],
    [PORTAL_PAGES.article, "01-clip-panel-article"],
  ] as const) {
    const panel = await openPanel(browser, await openPortalPage(browser, url));
    await panel.setViewportSize({ width: 400, height: 768 });
    await take(panel, name);
    await panel.close();
  }
  await browser.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
};

await mkdir(OUT, { recursive: true });
const app = await serveApp({ root: join(DIST, "pwa"), port: 0 });
const portal = await servePortal({ port: 0 });
const profile = await newProfile();
const browser = await openBrowser({ profile });
const page = browser.context.pages()[0] ?? (await browser.context.newPage());
const address = `http://localhost:${app.port}`;
try {
  await takeOffice(page, address);
  await takePaper(page, address);
  await takeRoom(page, address);
  await takePanel(portal.port);
} finally {
  await browser.close();
  await app.close();
  await portal.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
