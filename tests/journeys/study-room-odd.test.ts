/**
 * What an old PC and two busy posts bring: a clock that stands in 1970, one number that two items answer to, a
 * file without a byte in the middle of a queue. The evening goes on.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { BROKEN, KINDS, openEveningBook } from "../support/evening-book.ts";
import { plant } from "../support/keep-item.ts";
import { expectReadable } from "../support/readable.ts";
import { storedRecords } from "../support/stored-records.ts";
import { filmPosition, keypadReady, playFilm } from "../support/study-room.ts";

const SOON = { timeout: 20_000 };
const TITLE = "微党课：一面党旗的故事";

let server: RunningServer;
let address: string;
let profile: string;
let browser: TestBrowser;
let page: Page;
const thrown: string[] = [];

/** A tab whose clock goes on from this moment; the real one without. */
const openRoom = async (now?: number): Promise<void> => {
  await page?.close();
  page = await browser.context.newPage();
  page.on("pageerror", (error) => thrown.push(error.message));
  await page.addInitScript((from) => {
    localStorage.setItem("dianbo-language", "zh-CN");
    if (from === null) return;
    const Real = Date;
    const behind = Real.now() - from;
    const now = (): number => Real.now() - behind;
    globalThis.Date = new Proxy(Real, {
      construct: (target, given) => Reflect.construct(target, given.length === 0 ? [now()] : given),
      apply: () => new Real(now()).toString(),
      get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
    });
  }, now ?? null);
  await page.goto(`${address}/room.html`);
  await keypadReady(page);
};
const filmRuns = (): Promise<void> =>
  expect.poll(() => filmPosition(page), SOON).toBeGreaterThan(0.3);
const playedIn1970 = async (): Promise<boolean> =>
  (await storedRecords(page)).some(
    (record) =>
      record.kind === "playback" &&
      /"startedAt":\[\{[^\]]*?"value":\d{1,9}[,}]/u.test(JSON.stringify(record)),
  );

beforeAll(async () => {
  server = await serveApp({ root: join(DIST, "pwa"), port: 0 });
  address = `http://localhost:${server.port}`;
  profile = await newProfile();
  browser = await openBrowser({ profile, viewport: { width: 1920, height: 1080 } });
  page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await openEveningBook(page, address);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

describe("an odd evening", () => {
  it("plays, remembers its place and writes its register with a clock in 1970", async () => {
    const morning = 8 * 3_600_000;
    await openRoom(morning);
    await playFilm(page, KINDS.film, TITLE);
    await expect.poll(() => filmPosition(page), SOON).toBeGreaterThan(6.5);
    await expect.poll(playedIn1970, SOON).toBe(true);
    // The battery is dead: after a power cut the clock begins where it began.
    await openRoom(morning);
    await page.getByText(/上次放到 \d+ 秒/u).waitFor(SOON);
    await page.keyboard.press("NumpadEnter");
    await expect.poll(() => filmPosition(page), SOON).toBeGreaterThan(5);
    // Somebody sets the clock: that is another evening, which begins at its beginning.
    await openRoom();
    expect(await page.getByText(/上次放到/u).count()).toBe(0);
    await playFilm(page, KINDS.film, TITLE);
  });

  it("passes over a file without a byte in the middle of a queue, and says so to the host alone", async () => {
    await openRoom();
    await playFilm(page, KINDS.film, TITLE);
    for (const number of [BROKEN["zero bytes"], KINDS.picture]) {
      await page.keyboard.type(String(number));
      await page.keyboard.press("NumpadAdd");
    }
    await page.keyboard.press("Escape");
    await page.getByText("后面排着 2 个").waitFor(SOON);
    await page.keyboard.press("NumpadEnter");
    await filmRuns();
    await page.keyboard.press("NumpadSubtract");
    await page.getByRole("img", { name: "一图读懂中央一号文件" }).waitFor(SOON);
    expect(await page.getByText(/放不了/u).count()).toBe(0);
    await page.keyboard.press("Escape");
    await page.getByText(`${BROKEN["zero bytes"]} 放不了，接着放 ${KINDS.picture}`).waitFor(SOON);
  });

  it("shows both where two answer to one number, and plays the one that is chosen", async () => {
    await openRoom();
    const spoken = { spoken: true, spokenAs: [KINDS.film] };
    await plant(page, [
      { number: KINDS.film, fields: spoken },
      { number: KINDS.spare, fields: { ...spoken, category: 1, number: KINDS.film } },
    ]);
    await openRoom();
    await page.keyboard.type(String(KINDS.film));
    await page.getByRole("heading", { name: `${KINDS.film} 号有两部` }).waitFor(SOON);
    await expectReadable(page);
    await expectAccessible(page);
    const other = "老年人权益保障法要点";
    const chosen = page.getByRole("listitem").filter({ has: page.locator("kbd") });
    if ((await chosen.textContent())?.includes(other) !== true) {
      await page.keyboard.press("ArrowDown");
    }
    await expect.poll(() => chosen.textContent(), SOON).toContain(other);
    await page.keyboard.press("NumpadEnter");
    await filmRuns();
    await page.keyboard.press("Escape");
    await page.getByRole("main").getByRole("heading", { name: other }).waitFor(SOON);
  });

  it("threw nothing", () => {
    expect(thrown).toEqual([]);
  });
});
