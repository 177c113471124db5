/**
 * A receipt comes home: a menu is shown from the stick on a PC that is not the site's, its receipt is saved
 * there, taken into the register of the site, and counts once however often it is taken. Another site's is
 * refused in words, and so is a file that is none.
 */
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readReceipt } from "@dianbo/shared/usb-edition";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { makeStickFolder, type StickFolder } from "../support/stick-folder.ts";

const SOON = { timeout: 20_000 };

let server: RunningServer;
let stick: StickFolder;
let homeProfile: string;
let awayProfile: string;
let home: TestBrowser;
let office: Page;
/** The receipt as it lies on the stick on its way home. */
let receipt: string;

const siteOf = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open("dianbo-library");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asking = opening.result.transaction("meta").objectStore("meta").get("identity");
          asking.onsuccess = () => {
            opening.result.close();
            resolve(asking.result.value.site);
          };
        };
      }),
  );

/** Shows the stick's menu on another PC, in part, and saves the receipt as its browser does. */
const showAway = async (): Promise<void> => {
  const away = await openBrowser({ profile: awayProfile, viewport: { width: 1920, height: 1080 } });
  try {
    const page = away.context.pages()[0] ?? (await away.context.newPage());
    // Headless browsers show no window to choose a place in; one without that function downloads.
    await page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
    await page.goto(stick.page);
    await page.getByText("按号码，就放").waitFor(SOON);
    for (const key of ["Numpad1", "Numpad0", "Numpad1", "Numpad4"]) await page.keyboard.press(key);
    await page.getByRole("button", { name: /按 Enter/u }).waitFor(SOON);
    await page.keyboard.press("NumpadEnter");
    // The film on the stage; the cover of the keypad is a film too.
    await page.getByRole("region", { name: "画面" }).waitFor(SOON);
    await page.waitForFunction(() => {
      const film = document.querySelector<HTMLVideoElement>("section[aria-label] > div > video");
      return (film?.currentTime ?? 0) > 0.5;
    });
    await page.keyboard.press("NumpadSubtract");
    await page.getByText("按号码，就放").waitFor(SOON);
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "存回执" }).click();
    const file = await coming;
    receipt = join(stick.root, file.suggestedFilename());
    await file.saveAs(receipt);
  } finally {
    await away.close();
  }
};
const openRegister = async (): Promise<void> => {
  await office.goto(`http://localhost:${server.port}/#/register`);
  await office.getByRole("heading", { level: 1, name: "播放收看登记" }).waitFor();
};
/** Takes a file as a receipt, by the button that asks for one. */
const take = async (path: string): Promise<void> => {
  const asked = office.waitForEvent("filechooser");
  await office.getByRole("button", { name: "收回执" }).click();
  await (await asked).setFiles(path);
};
const rows = () => office.getByRole("row").filter({ hasText: "一面党旗的故事" });

beforeAll(async () => {
  server = await serveApp({ root: join(DIST, "pwa"), port: 0 });
  [homeProfile, awayProfile] = [await newProfile(), await newProfile()];
  home = await openBrowser({ profile: homeProfile });
  office = home.context.pages()[0] ?? (await home.context.newPage());
  await openSampleBook(office, `http://localhost:${server.port}`);
  stick = await makeStickFolder(await siteOf(office));
  await showAway();
});
afterAll(async () => {
  await home?.close();
  await server?.close();
  for (const folder of [homeProfile, awayProfile, stick?.root]) {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

describe("a receipt that comes home", () => {
  it("names nobody, and stands in the register once", async () => {
    const text = await readFile(receipt, "utf8");
    const read = readReceipt(text);
    if (!read.ok) throw new Error(read.error.type);
    expect(read.value.rows.map(({ number }) => number)).toEqual([1014]);
    expect(Object.keys(JSON.parse(text)).sort()).toEqual(
      ["format", "madeAt", "rows", "site", "version", "writtenAt"].sort(),
    );
    await openRegister();
    expect(await rows().count()).toBe(0);
    await take(receipt);
    await office.getByText(/U 盘放过的 1 次/u).waitFor(SOON);
    await expect.poll(() => rows().count(), SOON).toBe(1);
    await expectAccessible(office);
  });

  it("taken a second time says so and changes nothing", async () => {
    await openRegister();
    if ((await rows().count()) === 0) await take(receipt);
    await expect.poll(() => rows().count(), SOON).toBe(1);
    await take(receipt);
    await office.getByText(/早就收过了/u).waitFor(SOON);
    expect(await rows().count()).toBe(1);
  });

  it("of another site is left alone, and so is a file that is none", async () => {
    await openRegister();
    const before = await rows().count();
    const foreign = join(stick.root, "foreign.json");
    const text = await readFile(receipt, "utf8");
    const own: { site: string } = JSON.parse(text);
    await writeFile(foreign, text.replace(own.site, "another-site-of-tests-00"));
    await take(foreign);
    await office.getByText(/别的站点的回执/u).waitFor(SOON);
    const none = join(stick.root, "none.json");
    await writeFile(none, "{}");
    await take(none);
    await office.getByText(/不是 U 盘的回执/u).waitFor(SOON);
    expect(await rows().count()).toBe(before);
  });
});
