/**
 * An evening with a set menu, by the numpad alone and with NumLock off, as many a USB numpad comes: a film
 * that cannot be shown, its spare, a discussion, an article, an intermission, the dark. Then the power goes.
 * In today's Chromium and in the old floor, 109.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import {
  chromiumPath,
  DIST,
  newProfile,
  openBrowser,
  type TestBrowser,
} from "../support/browser.ts";
import { BROKEN, KINDS, openEveningBook } from "../support/evening-book.ts";
import { oldChromiumPath } from "../support/old-chromium.ts";
import { storedRecords } from "../support/stored-records.ts";
import { filmPosition, keypadReady } from "../support/study-room.ts";

const SOON = { timeout: 20_000 };
const SCREEN = { width: 1920, height: 1080 } as const;
const MENU = {
  number: 8,
  parts: [KINDS.film, BROKEN["zero bytes"], { name: "讨论", minutes: 10 }, KINDS.article],
  spare: KINDS.spare,
};

describe.each([
  ["today's Chromium", async () => chromiumPath(), false],
  ["the old floor, Chromium 109", oldChromiumPath, true],
])("an evening in %s", (_name, executablePath, shell) => {
  let server: RunningServer;
  let profile: string;
  let browser: TestBrowser;
  let address: string;
  let page: Page;
  const broken: string[] = [];

  const start = async (): Promise<void> => {
    browser = await openBrowser({
      profile,
      executable: await executablePath(),
      shell,
      viewport: SCREEN,
    });
    page = browser.context.pages()[0] ?? (await browser.context.newPage());
    page.on("pageerror", (error) => broken.push(error.message));
    await page.addInitScript(() => localStorage.setItem("dianbo-language", "zh-CN"));
  };
  const openRoom = async (): Promise<void> => {
    await page.goto(`${address}/room.html`);
    await keypadReady(page);
  };
  /** A key of the numpad by its place; without NumLock it bears another name, which must not matter. */
  const pad = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(`Numpad${key}`);
  };
  const heading = (name: string | RegExp): Promise<void> =>
    page.getByRole("heading", { name }).first().waitFor(SOON);
  const filmRuns = (): Promise<void> =>
    expect.poll(() => filmPosition(page), SOON).toBeGreaterThan(0.3);

  beforeAll(async () => {
    server = await serveApp({ root: process.env["DIANBO_PWA"] ?? join(DIST, "pwa"), port: 0 });
    address = `http://localhost:${server.port}`;
    profile = await newProfile();
    await start();
    await openEveningBook(page, address, [MENU]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it("plays a menu by the numpad; what is broken gives way to the spare, and nobody reads of it", async () => {
    await openRoom();
    await pad("8");
    await heading("银发数字餐");
    await pad("Enter");
    await filmRuns();
    // Intermission: what comes next and the clock; + is five minutes more, Enter goes on.
    await pad("Multiply");
    await heading(/歇一会儿/u);
    await page.getByText(/(?:^|\s)5\s+分钟后开始/u).waitFor(SOON);
    await pad("Add");
    await page.getByText(/10\s+分钟后开始/u).waitFor(SOON);
    await pad("Enter");
    await expect.poll(() => page.getByRole("heading", { name: /歇一会儿/u }).count()).toBe(0);
    // The dark: any key brings the light back, and only that.
    await pad("Divide");
    await pad("5");
    await expect.poll(() => page.getByText("5").count()).toBe(0);
    // On to the broken one: the spare runs, and not a word of it before the people.
    await pad("Subtract");
    await heading("老年人权益保障法要点");
    await filmRuns();
    expect(await page.getByText(/放不了/u).count()).toBe(0);
    await pad("Subtract");
    await heading("讨论");
    await expectAccessible(page);
    await pad("Enter");
    await page.getByText(/^1 \/ \d/u).waitFor(SOON);
    const pages = Number((await page.getByText(/^1 \/ \d/u).textContent())?.split("/")[1]);
    expect(pages).toBeGreaterThan(1);
    for (let turn = 1; turn < pages; turn += 1) await pad("Enter");
    await page.getByText(new RegExp(`^${pages} / ${pages}$`, "u")).waitFor(SOON);
    await pad("Enter");
    await keypadReady(page);
    // The one line for the host stands at the foot of the keypad.
    await page.getByText(`${BROKEN["zero bytes"]} 放不了，接着放备片 ${KINDS.spare}`).waitFor(SOON);
  });

  it("has written the register: from which menu, how long, whether to the end", async () => {
    const lines = async () =>
      (await storedRecords(page)).flatMap((record) => {
        if (record.kind !== "playback" || !("fields" in record)) return [];
        const text = JSON.stringify(record.fields);
        const number = /"number":\[\{[^\]]*?"value":(\d+)/u.exec(text)?.[1];
        return [{ number: Number(number), text }];
      });
    const played = async (number: number): Promise<string> =>
      (await lines()).find((line) => line.number === number)?.text ?? "";
    await expect.poll(() => played(KINDS.article), SOON).toMatch(/"completed":true/u);
    await expect.poll(() => played(KINDS.film), SOON).toMatch(/"seconds":\d+,"completed":false/u);
    expect(await played(KINDS.spare)).toContain('"menu":');
    expect(await played(BROKEN["zero bytes"])).toBe("");
  });

  it("lets whoever has no book leaf through the shelves, with two keys or a remote control", async () => {
    await openRoom();
    await page.keyboard.press("PageDown");
    const shelf = page.getByRole("main", { name: "翻书架" });
    await shelf.getByText(/第 1 个，共/u).waitFor(SOON);
    const first = await shelf.locator("[aria-current='true'] b").last().textContent();
    await page.keyboard.press("PageDown");
    await shelf.getByText(/第 2 个，共/u).waitFor(SOON);
    expect(await shelf.locator("[aria-current='true'] b").last().textContent()).not.toBe(first);
    await page.keyboard.press("ArrowRight");
    await shelf.getByText(/第 1 个，共/u).waitFor(SOON);
    await expectAccessible(page);
    for (let row = 1; row < 4; row += 1) await page.keyboard.press("PageDown");
    await shelf.getByText(/第 4 个，共/u).waitFor(SOON);
    await page.keyboard.press("Enter");
    await page.getByRole("img", { name: "一图读懂中央一号文件" }).waitFor(SOON);
    await page.keyboard.press("Escape");
    await keypadReady(page);
  });

  it("keeps the queue through a power cut, and gives back what was taken out", async () => {
    await openRoom();
    // What the evening before left behind is let go by a new call.
    await pad(..."1014", "Enter");
    await filmRuns();
    for (const number of [KINDS.pdf, KINDS.picture, KINDS.article]) {
      await pad(...String(number), "Add");
    }
    await page.keyboard.press("Escape");
    await page.getByText("后面排着 3 个").waitFor(SOON);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await pad("Add");
    await page.getByText("下一个就放它").waitFor(SOON);
    await pad("Subtract");
    await page.getByText("后面排着 2 个").waitFor(SOON);
    await expectAccessible(page);
    await page.keyboard.press("Backspace");
    await pad("Enter");
    const at = await filmPosition(page);
    await expect.poll(() => filmPosition(page), SOON).toBeGreaterThan(at + 6);
    await browser.kill();
    await start();
    await openRoom();
    await page.getByText(/上次放到 \d+ 秒/u).waitFor(SOON);
    await page.getByText("后面排着 2 个").waitFor(SOON);
    await pad("Decimal");
    await page.getByText("后面排着 3 个").waitFor(SOON);
    await pad("Enter");
    await expect.poll(() => filmPosition(page), SOON).toBeGreaterThan(at);
    await pad("Subtract");
    await page.getByRole("img", { name: "一图读懂中央一号文件" }).waitFor(SOON);
  });

  it("stands after random keys, and the next number plays", async () => {
    await openRoom();
    const keys = [
      ..."0123456789".split("").map((digit) => `Numpad${digit}`),
      ...["Enter", "Add", "Subtract", "Multiply", "Divide", "Decimal"].map((key) => `Numpad${key}`),
      ...["Enter", "Escape", "Backspace", "PageDown", "PageUp", "ArrowUp", "ArrowDown"],
      ...["ArrowLeft", "ArrowRight", "KeyC", "BracketLeft", "BracketRight", "Space"],
    ];
    // The same keys each time, so that what fails once fails again.
    let seed = 20_261_124;
    const random = (): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed / 2_147_483_648;
    };
    const presses = process.env["DIANBO_DEEP"] === undefined ? 100 : 1_000;
    for (let press = 0; press < presses; press += 1) {
      await page.keyboard.press(keys[Math.floor(random() * keys.length)] ?? "Enter");
    }
    for (let press = 0; press < 4; press += 1) await page.keyboard.press("Escape");
    await keypadReady(page);
    await pad(..."1014");
    await heading("微党课：一面党旗的故事");
    await page.getByRole("button", { name: /按 Enter/u }).waitFor(SOON);
    await pad("Enter");
    await filmRuns();
  });

  it("threw nothing on the way", () => {
    expect(broken).toEqual([]);
  });
});
