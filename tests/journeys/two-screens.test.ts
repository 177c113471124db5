/**
 * Two windows of the study room: the audience's on the projector, the host's on the PC. The film plays in one
 * of them at a time and keeps its second when it changes over; notes are the host's alone. In today's Chromium
 * and in the old floor, 109.
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
import { KINDS, openEveningBook } from "../support/evening-book.ts";
import { oldChromiumPath } from "../support/old-chromium.ts";
import { addSecondScreen, openProjector, plugSecondScreen } from "../support/second-screen.ts";
import { callNumber, filmPosition, keypadReady } from "../support/study-room.ts";

const SOON = { timeout: 20_000 };
const NOTE = "家里哪个地方最容易滑倒？";
const MENU = {
  number: 8,
  parts: [KINDS.film, KINDS.spare, { name: "讨论", minutes: 10 }, KINDS.article],
  fields: { noteBefore: NOTE, noteDuring: NOTE, noteAfter: NOTE },
};

describe.each([
  ["today's Chromium", async () => chromiumPath(), false],
  ["the old floor, Chromium 109", oldChromiumPath, true],
])("two screens in %s", (_name, executablePath, shell) => {
  let server: RunningServer;
  let profile: string;
  let browser: TestBrowser;
  let address: string;
  let host: Page;
  const broken: string[] = [];

  const plugged = (there: boolean): Promise<void> => plugSecondScreen(host, there);
  const heading = (page: Page, name: string | RegExp): Promise<void> =>
    page.getByRole("heading", { name }).first().waitFor(SOON);
  const films = (page: Page): Promise<number> => page.locator("video").count();
  const runs = async (page: Page, from = 0): Promise<void> =>
    expect.poll(() => filmPosition(page), SOON).toBeGreaterThan(from + 0.3);
  const onHost = (name: string | RegExp) => host.getByRole("button", { name });

  const project = async (): Promise<Page> => {
    const projector = await openProjector(host);
    projector.on("pageerror", (error) => broken.push(error.message));
    return projector;
  };
  /** An empty room with nothing on, and no projector. */
  const openRoom = async (withSecondScreen = true): Promise<void> => {
    if (host.isClosed()) {
      host = await browser.context.newPage();
      await host.goto(`${address}/room.html`);
    }
    for (const page of browser.context.pages()) if (page !== host) await page.close();
    await plugged(withSecondScreen);
    await host.goto(`${address}/room.html`);
    await keypadReady(host);
    await host.getByRole("button", { name: "投影" }).waitFor(SOON);
  };

  beforeAll(async () => {
    server = await serveApp({ root: process.env["DIANBO_PWA"] ?? join(DIST, "pwa"), port: 0 });
    address = `http://localhost:${server.port}`;
    profile = await newProfile();
    browser = await openBrowser({
      profile,
      executable: await executablePath(),
      shell,
      viewport: { width: 1920, height: 1080 },
    });
    await addSecondScreen(browser.context);
    await browser.context.addInitScript(() => {
      const now = Date.now.bind(Date);
      Date.now = () => {
        // A window has no storage of its own before it has an address.
        const hasStorage = location.protocol.startsWith("http");
        return now() + (hasStorage ? Number(localStorage.getItem("clock-ahead") ?? 0) : 0);
      };
    });
    host = browser.context.pages()[0] ?? (await browser.context.newPage());
    host.on("pageerror", (error) => broken.push(error.message));
    await host.addInitScript(() => localStorage.setItem("dianbo-language", "zh-CN"));
    await openEveningBook(host, address, [MENU]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it("plays on the projector what the host calls on the PC; notes are the host's alone", async () => {
    await openRoom();
    const projector = await project();
    await keypadReadyForAudience(projector);
    await expectAccessible(projector);
    await expectAccessible(host);
    await callNumber(host, 8);
    await heading(projector, "银发数字餐");
    await expectAccessible(projector);
    await host.keyboard.press("Enter");
    await runs(projector);
    expect(await films(host)).toBe(0);
    await host.getByText(/还剩 0:/u).waitFor(SOON);
    await host.getByText(NOTE).waitFor(SOON);
    expect(await projector.getByText(NOTE).count()).toBe(0);
    // What the host types while a film is on is not for the audience.
    await callNumber(host, 3001);
    await host.getByText("现在就放").first().waitFor(SOON);
    expect(await projector.getByText("3001").count()).toBe(0);
    await host.keyboard.press("NumpadAdd");
    await host.getByText("现场点").waitFor(SOON);
    await host.keyboard.press("Enter");
    await expectAccessible(host);
    await expectAccessible(projector);
    // The dark, the light, the next, back to the title.
    await onHost("黑屏").click();
    await expect.poll(() => onHost("黑屏").getAttribute("aria-pressed"), SOON).toBe("true");
    await onHost("黑屏").click();
    await host.keyboard.press("NumpadSubtract");
    await heading(host, "老年人权益保障法要点");
    await runs(projector);
    await onHost("按号码").click();
    await projector
      .getByRole("heading", { name: /正在放|停在/u })
      .first()
      .waitFor(SOON);
    await expectAccessible(projector);
    await onHost("节目").click();
    await expect.poll(() => projector.getByRole("heading", { name: /正在放/u }).count()).toBe(0);
  });

  it("goes on at the same second when the projector's window is closed, and when it is brought back", async () => {
    await openRoom();
    let projector = await project();
    await callNumber(host, KINDS.film);
    await host.keyboard.press("Enter");
    await runs(projector, 3);
    const before = await filmPosition(projector);
    await projector.close();
    await host.getByText("投影窗口关了").waitFor(SOON);
    await runs(host, before - 1);
    await host.keyboard.press("Enter");
    await expect
      .poll(() => host.evaluate(() => document.querySelector("video")?.paused), SOON)
      .toBe(true);
    await runs(host, before - 1);
    const stopped = await filmPosition(host);
    projector = await project();
    await expect.poll(() => filmPosition(projector), SOON).toBeGreaterThan(stopped - 1);
    expect(await films(host)).toBe(0);
    expect(Math.abs((await filmPosition(projector)) - stopped)).toBeLessThan(2);
  });

  it("lets the film run on while the host's window is opened anew", async () => {
    await openRoom();
    const projector = await project();
    await callNumber(host, 8);
    await heading(projector, "银发数字餐");
    await host.keyboard.press("Enter");
    await runs(projector, 1);
    const before = await filmPosition(projector);
    await host.reload();
    await onHost(/收回来/u).waitFor(SOON);
    await host.getByText("银发数字餐").first().waitFor(SOON);
    await runs(projector, before);
    expect(await films(host)).toBe(0);
    await host.keyboard.press("NumpadSubtract");
    await heading(host, "老年人权益保障法要点");
    await runs(projector);
  });

  it("goes on here when the projector is unplugged, and there when it is plugged in again", async () => {
    await openRoom();
    const projector = await project();
    await callNumber(host, KINDS.film);
    await host.keyboard.press("Enter");
    await runs(projector, 1);
    const closed = projector.waitForEvent("close", SOON);
    await plugged(false);
    await closed;
    await host.getByText("投影断了").waitFor(SOON);
    await runs(host, 1);
    const again = browser.context.waitForEvent("page", SOON);
    await plugged(true);
    // Where the browser wants a key for a window, any one will do.
    await host.keyboard.press("Shift");
    await again;
    await onHost(/收回来/u).waitFor(SOON);
    await expect.poll(() => films(host), SOON).toBe(0);
  });

  it("an intermission counts on in the other window, and does not begin anew", async () => {
    await openRoom();
    const projector = await project();
    await callNumber(host, KINDS.film);
    await host.keyboard.press("Enter");
    await runs(projector);
    await host.keyboard.press("NumpadMultiply");
    await projector.getByText(/(?:^|\s)5\s+分钟后开始/u).waitFor(SOON);
    await expectAccessible(projector);
    // More than two minutes go by.
    await host.evaluate(() => localStorage.setItem("clock-ahead", "130000"));
    await projector.getByText(/(?:^|\s)3\s+分钟后开始/u).waitFor(SOON);
    await projector.close();
    await host.getByText(/(?:^|\s)3\s+分钟后开始/u).waitFor(SOON);
    const again = await project();
    await again.getByText(/(?:^|\s)3\s+分钟后开始/u).waitFor(SOON);
    await host.evaluate(() => localStorage.removeItem("clock-ahead"));
    await host.keyboard.press("Enter");
    await runs(again);
  });

  it("shows no note where everybody sees the host's screen, and no card before the end", async () => {
    await openRoom(false);
    const projector = await project();
    await callNumber(host, 8);
    await heading(projector, "银发数字餐");
    await host.keyboard.press("Enter");
    await runs(projector);
    await host.getByText(/这块屏观众也看得见/u).waitFor(SOON);
    expect(await host.getByText(NOTE).count()).toBe(0);
    await host.keyboard.press("p");
    await runs(host);
    const card = host.getByRole("form", { name: "放完了，记一笔" });
    // To its end, so that something has been shown.
    await host.keyboard.press("ArrowRight");
    await runs(host, 10);
    await host.keyboard.press("ArrowRight");
    await expect.poll(() => filmPosition(host), { timeout: 40_000 }).toBeLessThan(5);
    expect(await card.count()).toBe(0);
    expect(await host.getByText(NOTE).count()).toBe(0);
    await host.keyboard.press("End");
    await heading(host, "散场了");
    await card.waitFor(SOON);
    expect(await films(host)).toBe(0);
    await expectAccessible(host);
    // Put off by Esc it waits, here and on the start page; pressed too early, the evening goes on where it was.
    await host.keyboard.press("Escape");
    await expect.poll(() => card.count(), SOON).toBe(0);
    await onHost("按早了，接着放").click();
    await keypadReady(host);
    await host.keyboard.press("Enter");
    await runs(host);
    await host.keyboard.press("End");
    await card.waitFor(SOON);
    // Digits go into the card and call nothing.
    await card.getByLabel(/来了几位党员/u).fill("");
    await host.keyboard.type("12");
    await expect.poll(() => card.getByLabel(/来了几位党员/u).inputValue(), SOON).toBe("12");
    await heading(host, "散场了");
    await card.getByRole("button", { name: "记下" }).click();
    await expect.poll(() => card.count(), SOON).toBe(0);
    // Nobody is asked twice.
    await host.goto(`${address}/#/`);
    await host.getByText("手头的事").first().waitFor(SOON);
    expect(await host.getByText(/记一笔|来了几位/u).count()).toBe(0);
  });

  it("stands after random keys in both windows, and the next number plays", async () => {
    await openRoom();
    const projector = await project();
    const keys = [
      ..."0123456789".split("").map((digit) => `Numpad${digit}`),
      ...["Enter", "Add", "Subtract", "Multiply", "Divide", "Decimal"].map((key) => `Numpad${key}`),
      ...["Enter", "Escape", "Backspace", "PageDown", "PageUp", "ArrowUp", "ArrowDown"],
      ...["ArrowLeft", "ArrowRight", "KeyC", "BracketLeft", "BracketRight", "Space", "End"],
    ];
    let seed = 20_261_130;
    const random = (): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed / 2_147_483_648;
    };
    for (let press = 0; press < 100; press += 1) {
      const page = random() < 0.5 ? host : projector;
      await page.keyboard.press(keys[Math.floor(random() * keys.length)] ?? "Enter");
    }
    // The last keys of the other window may still be on their way.
    const called = host
      .getByRole("status")
      .filter({ hasText: "微党课：一面党旗的故事" })
      .filter({ hasText: "现在就放" });
    await expect
      .poll(async () => {
        for (let press = 0; press < 4; press += 1) await host.keyboard.press("Escape");
        await callNumber(host, KINDS.film);
        return called.count();
      }, SOON)
      .toBe(1);
    await host.keyboard.press("Enter");
    await heading(host, "微党课：一面党旗的故事");
    await runs(projector);
    expect(await films(host)).toBe(0);
  });

  it("goes on without the host's window, and becomes the room where somebody wants it to", async () => {
    await openRoom();
    const projector = await project();
    await callNumber(host, KINDS.film);
    await host.keyboard.press("Enter");
    await runs(projector);
    const before = await filmPosition(projector);
    await host.close();
    await runs(projector, before);
    // The lock of a window goes a moment after it.
    await expect
      .poll(async () => {
        await projector.keyboard.press("5");
        return projector.getByText(/主持的窗口没开着/u).count();
      }, SOON)
      .toBe(1);
    await projector.keyboard.press("Enter");
    await keypadReady(projector);
    expect(new URL(projector.url()).hash).toBe("");
    await callNumber(projector, KINDS.film);
    await projector.getByRole("button", { name: /按 Enter/u }).waitFor(SOON);
    await projector.keyboard.press("Enter");
    await runs(projector);
  });

  it("threw nothing on the way", () => {
    expect(broken).toEqual([]);
  });
});

describe("a second screen that the browser may tell of", () => {
  let server: RunningServer;
  let profile: string;
  let browser: TestBrowser;

  beforeAll(async () => {
    server = await serveApp({ root: process.env["DIANBO_PWA"] ?? join(DIST, "pwa"), port: 0 });
    profile = await newProfile();
    browser = await openBrowser({
      profile,
      switches: ["--screen-info={0,0 1366x768}{1366,0 1920x1080}"],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it("gets the projector's window without any dragging, and the next key fills it", async () => {
    const address = `http://localhost:${server.port}`;
    const host = browser.context.pages()[0] ?? (await browser.context.newPage());
    await host.addInitScript(() => localStorage.setItem("dianbo-language", "zh-CN"));
    const owner = await browser.context.browser()?.newBrowserCDPSession();
    await owner?.send("Browser.grantPermissions", {
      permissions: ["windowManagement"],
      origin: address,
    });
    await openEveningBook(host, address, [MENU]);
    await host.goto(`${address}/room.html`);
    await host.getByRole("button", { name: "投影" }).waitFor(SOON);
    const opened = browser.context.waitForEvent("page", SOON);
    await host.keyboard.press("p");
    const projector = await opened;
    await host.getByText(/点一下画面就铺满/u).waitFor(SOON);
    expect(await projector.evaluate(() => [screenX, outerWidth, outerHeight])).toEqual([
      1366, 1920, 1080,
    ]);
    await host.bringToFront();
    await callNumber(host, 8);
    await host.keyboard.press("Enter");
    await expect.poll(() => filmPosition(projector), SOON).toBeGreaterThan(0.3);
    await expect
      .poll(() => projector.evaluate(() => document.fullscreenElement !== null), SOON)
      .toBe(true);
    await host.getByText(NOTE).waitFor(SOON);
    await expect.poll(() => host.getByText(/点一下画面就铺满/u).count(), SOON).toBe(0);
  });
});

/** The keypad as the audience sees it: the digits' place, and no button to be pressed. */
const keypadReadyForAudience = async (projector: Page): Promise<void> => {
  await projector.getByText("报个号码").waitFor(SOON);
  expect(await projector.getByRole("button").count()).toBe(0);
};
