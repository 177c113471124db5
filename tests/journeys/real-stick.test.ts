/**
 * Tonight onto a stick that is one: a mounted file system, chosen in the browser's own window, allowed in its own
 * question. Pulled out in the middle of a film and gone on with, then opened from file:// by another browser.
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { type Display, openDisplay } from "../support/display.ts";
import { plant } from "../support/keep-item.ts";
import { type LoopStick, openLoopStick, whyNoLoopStick } from "../support/loop-stick.ts";
import { chooseRealFolder, speakUtf8 } from "../support/real-folder.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { filmPosition } from "../support/study-room.ts";
import { until } from "../support/until.ts";

const SLOW = { timeout: 120_000 };
const MENU = "主题党日标准餐";
/** Bytes of the film in whose middle the stick is pulled. */
const LONG = 200 * 1024 * 1024;
/** What the browser, or we, call a file that is not whole. */
const HALF = /crswap|writing/u;
const PICTURES = process.env["DIANBO_PICTURES"];

/** Bytes of a file; one that goes at this moment has none. */
const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

const why = whyNoLoopStick();
if (why !== undefined) console.warn(`real-stick: not run, for ${why}`);

describe.skipIf(why !== undefined)(`a real stick${why === undefined ? "" : ` (${why})`}`, () => {
  let server: RunningServer;
  let display: Display;
  let stick: LoopStick;
  let small: LoopStick;
  let browser: TestBrowser;
  let page: Page;
  let address: string;
  const profiles: string[] = [];
  let pictures = 0;

  const picture = async (name: string): Promise<void> => {
    if (PICTURES === undefined) return;
    pictures += 1;
    await display.picture(join(PICTURES, `${pictures}-${name}.png`));
  };

  /** A film behind number 1002 that is as long as it is said, made where it lies. */
  const plantLongFilm = async (): Promise<void> => {
    const media = await page.evaluate(async (size) => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle("media", { create: true });
      let film: File | undefined;
      for await (const handle of folder.values()) {
        if (!(handle instanceof FileSystemFileHandle)) continue;
        const file = await handle.getFile();
        if (film === undefined || file.size > film.size) film = file;
      }
      if (film === undefined) throw new Error("no film is kept");
      // Players pass over what follows the last box.
      const padding = new Uint8Array(size);
      new DataView(padding.buffer).setUint32(0, size);
      padding.set(new TextEncoder().encode("free"), 4);
      const whole = new Blob([film, padding]);
      const digest = await crypto.subtle.digest("SHA-256", await whole.arrayBuffer());
      const hash = [...new Uint8Array(digest)]
        .map((byte) => byte.toString(16).padStart(2, "0"))
        .join("");
      const writing = await (await folder.getFileHandle(hash, { create: true })).createWritable();
      await writing.write(whole);
      await writing.close();
      return { hash, size: whole.size, mime: "video/mp4", name: "长片.mp4" };
    }, LONG);
    await plant(page, [{ number: 1002, fields: { media } }], [{ number: 1, parts: [1014, 1002] }]);
  };

  beforeAll(async () => {
    server = await serveApp({ root: process.env["DIANBO_PWA"] ?? join(DIST, "pwa"), port: 0 });
    address = `http://localhost:${server.port}`;
    display = await openDisplay();
    speakUtf8();
    stick = openLoopStick(600);
    small = openLoopStick(120);
    const profile = await newProfile();
    profiles.push(profile);
    browser = await openBrowser({ profile, display });
    page = browser.context.pages()[0] ?? (await browser.context.newPage());
    page.setDefaultTimeout(SLOW.timeout);
    await page.addInitScript(() => localStorage.setItem("dianbo-language", "zh-CN"));
    await openSampleBook(page, address);
    await plantLongFilm();
    await page.reload();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    stick?.throwAway();
    small?.throwAway();
    display?.close();
    await server?.close();
    for (const folder of profiles)
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const planned = (): Promise<boolean> =>
    page.getByRole("button", { name: /^(?:开始装|接着装|再装一遍)$/u }).isVisible();

  /** Types the stick's place into the browser's window and says yes to its question. */
  const chooseStick = async ({ path }: LoopStick): Promise<void> => {
    await page.goto(`${address}/#/stick`);
    await page.getByRole("checkbox", { name: new RegExp(MENU, "u") }).check();
    await page.bringToFront();
    const button = page.getByRole("button", { name: /^(?:选 U 盘|换一个)$/u }).first();
    await chooseRealFolder(display, () => button.click(), path, picture);
    await until(planned, "the plan", 60);
    await picture("planned");
  };
  const films = "1 基层党建";
  const filmsOn = ({ path }: LoopStick): readonly string[] =>
    existsSync(join(path, films)) ? readdirSync(join(path, films)).sort() : [];
  /** Bytes that the stick holds, half films too. */
  const written = (): number =>
    filmsOn(stick).reduce((sum, name) => sum + sizeOf(join(stick.path, films, name)), 0);

  it("is chosen in the browser's own window, allowed in its question, and pulled out in the middle of a film", async () => {
    await chooseStick(stick);
    await page.getByRole("button", { name: /^(?:开始装|接着装|再装一遍)$/u }).click();
    await until(async () => written() > LONG / 10, "a tenth of the film", 120);
    stick.pull();
    await page
      .getByText(/U 盘好像拔了/u)
      .first()
      .waitFor(SLOW);
    await picture("pulled");
    expect(filmsOn(stick)).toEqual([]);
  });

  it("goes on with what was broken off once it is back, and is whole", async () => {
    stick.putIn();
    await page.getByRole("button", { name: "接着装" }).click();
    await page.getByText(/可以带走。都读回来对过/u).waitFor(SLOW);
    await picture("whole");
    expect(filmsOn(stick).filter((name) => HALF.test(name))).toEqual([]);
    expect(filmsOn(stick)).toHaveLength(2);
  });

  it("too small: says so, keeps what fits, and leaves no half film", async () => {
    await chooseStick(small);
    await page.getByRole("button", { name: "开始装" }).click();
    await page
      .getByText(/U 盘满了/u)
      .first()
      .waitFor(SLOW);
    await picture("full");
    expect(filmsOn(small).filter((name) => HALF.test(name))).toEqual([]);
    expect(filmsOn(small)).toEqual([expect.stringMatching(/^1014 /u)]);
  });

  it("plays by a double click on another browser", async () => {
    const profile = await newProfile();
    profiles.push(profile);
    const other = await openBrowser({ profile });
    try {
      const room = other.context.pages()[0] ?? (await other.context.newPage());
      await room.goto(pathToFileURL(join(stick.path, "点播本.html")).href);
      await room.getByText("按号码，就放").waitFor(SLOW);
      await room.keyboard.type("1002");
      await room.getByRole("button", { name: /按 Enter/u }).waitFor(SLOW);
      await room.keyboard.press("Enter");
      await expect.poll(() => filmPosition(room), SLOW).toBeGreaterThan(0.3);
    } finally {
      await other.close();
    }
  });
});
