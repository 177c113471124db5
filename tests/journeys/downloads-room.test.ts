/**
 * The queue of downloads as a person sees it: two at a time from one portal, all paused with one press,
 * paused still after a power cut, and going on from where each file stopped; the session's list has all
 * that came.
 */
import { rm } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessibility.ts";
import { extensionId, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { openDisplay } from "../support/display.ts";
import { holdsWhole } from "../support/inbox-rows.ts";
import { type LessonServer, openLessonServer } from "../support/lessons/lesson-server.ts";
import {
  fileOf,
  grantHosts,
  openInboxPage,
  paperFilm,
  sha256,
  waitFor,
} from "../support/lessons/waiting-files.ts";

const MB = 1024 * 1024;
const NAMES = ["first", "second", "third", "fourth"] as const;
const SIZE = 12 * MB;
const SOON = { timeout: 20_000, interval: 100 };

let server: LessonServer;
let profile: string;
let browser: TestBrowser;

const pathOf = (name: string): string => `/${name}.mp4`;
const films = new Map(NAMES.map((name, index) => [name, paperFilm(SIZE, index + 1)] as const));
const sentInAll = (): number => server.requests.reduce((sum, { sent }) => sum + sent, 0);
const asked = (): ReadonlySet<string> => new Set(server.requests.map(({ path }) => path));

const openRoom = async (): Promise<Page> => {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${extensionId()}/app.html#/downloads`);
  await page.getByRole("heading", { level: 1, name: "今天的下载" }).waitFor();
  return page;
};
const statesOf = (page: Page): Promise<readonly (string | undefined)[]> =>
  Promise.all(NAMES.map(async (name) => (await fileOf(page, name))?.state));

beforeAll(async () => {
  server = await openLessonServer();
  profile = await newProfile();
  const display = await openDisplay();
  browser = await openBrowser({ profile, display, extension: true, portal: server.port });
  await grantHosts(await openInboxPage(browser), display, ["media.12371.cn"]);
  await browser.close();
  display.close();
  browser = await openBrowser({ profile, extension: true, portal: server.port });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

describe("the downloads' room", () => {
  it("runs two at a time, and pauses all", async () => {
    for (const [name, bytes] of films) {
      server.files.set(pathOf(name), { type: "video/mp4", bytes });
    }
    server.limit(MB);
    const inbox = await openInboxPage(browser);
    await waitFor(
      inbox,
      NAMES.map((name) => ({ name, url: `http://media.12371.cn${pathOf(name)}` })),
    );
    const room = await openRoom();
    await room.getByText("在下 2").waitFor();
    await room.getByText("排队 2").waitFor();
    await expect.poll(sentInAll, SOON).toBeGreaterThan(2 * MB);
    expect(asked()).toEqual(new Set(["/first.mp4", "/second.mp4"]));
    await expectAccessible(room);
    await room.getByRole("button", { name: "全部暂停" }).click();
    await room.getByText("排队 4").waitFor();
    await expect.poll(async () => (await statesOf(room)).includes("downloading"), SOON).toBe(false);
    await room.getByText("都停着").waitFor();
    // Whatever was still open would be cut off by the kill; what nobody reads stops at the socket's buffers.
    const before = sentInAll();
    await room.reload();
    await room.getByText("排队 4").waitFor();
    expect(sentInAll()).toBe(before);
  });

  it("is paused still after a power cut, and then goes on where it stopped", async () => {
    await browser.kill();
    const before = server.requests.length;
    browser = await openBrowser({ profile, extension: true, portal: server.port });
    const room = await openRoom();
    await room.getByText("排队 4").waitFor();
    expect(server.requests.length).toBe(before);
    server.limit(null);
    await room.getByRole("button", { name: "接着下", exact: true }).first().click();
    for (const [name, bytes] of films) {
      const hash = sha256(bytes);
      await expect.poll(async () => (await fileOf(room, name))?.file?.hash, SOON).toBe(hash);
      expect(await holdsWhole(room, hash)).toBe(true);
    }
    const again = server.requests.slice(before).filter(({ path }) => path === "/first.mp4");
    expect(again.map(({ range }) => range)).toEqual([expect.stringMatching(/^bytes=[1-9]\d*-$/u)]);
  });

  it("shows what the session brought", async () => {
    const room = await openRoom();
    await room.getByText("好了 4").waitFor();
    await expectAccessible(room);
    await room.getByRole("link", { name: "印清单" }).click();
    await expect.poll(() => room.locator("tbody tr").count(), SOON).toBe(NAMES.length);
  });
});
