/**
 * Power cuts in the middle of a lesson (HLS): the browser is killed with -9 and started again. At most one
 * fragment is asked of the portal again, and the film is the same, byte for byte.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { extensionId, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { allowHosts, openPanel, openPortalPage } from "../support/clipping.ts";
import { type Display, openDisplay } from "../support/display.ts";
import { makeFilm } from "../support/lessons/film.ts";
import {
  askForLesson,
  incomingFiles,
  lessonPage,
  outcomeOf,
} from "../support/lessons/lesson-page.ts";
import { type LessonServer, openLessonServer } from "../support/lessons/lesson-server.ts";
import { mediaPlaylist } from "../support/lessons/playlist.ts";
import { until } from "../support/until.ts";

const HOST = "http://www.12371.cn";
const SEGMENTS = 320;

let work: string;
let server: LessonServer;
let display: Display;
let profile: string;
let browser: TestBrowser;
let app: Page;
let whole: string;

const start = async (): Promise<void> => {
  browser = await openBrowser({ profile, display, extension: true, portal: server.port });
  app = await browser.context.newPage();
  await app.goto(`chrome-extension://${extensionId()}/app.html#/inbox`);
};

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "dianbo-hls-"));
  const film = await makeFilm(work, { seconds: SEGMENTS, container: "ts" });
  const files = await mediaPlaylist([film], { aes: { rotateEvery: 100 }, firstSequence: 200 });
  server = await openLessonServer(files);
  server.files.set("/lesson/page.shtml", {
    type: "text/html",
    bytes: Buffer.from(lessonPage("不断电的一课", "index.m3u8")),
  });
  display = await openDisplay();
  profile = await newProfile();
  await start();
  const page = await openPortalPage(browser, `${HOST}/lesson/page.shtml`);
  const panel = await openPanel(browser, page);
  await allowHosts(display, () => panel.keyboard.press("1"));
  await panel.getByText("也下好了，断网能放。").waitFor({ timeout: 90_000 });
  const id = await askForLesson(app, { url: `${HOST}/lesson/index.m3u8`, title: "一次下完" });
  whole = (await outcomeOf(app, id)).file?.hash ?? "";
  server.limit(900_000);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  display?.close();
  await server?.close();
  for (const folder of [profile, work]) {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

const paths = (): readonly string[] =>
  server.requests.map(({ path }) => path).filter((path) => /\.(?:ts|bin|m3u8)$/u.test(path));

/** How many requests asked for something that had been asked for before. */
const askedAgain = (): number => paths().length - new Set(paths()).size;

const partsAsked = (): number => new Set(paths().filter((path) => path.endsWith(".ts"))).size;

/** Fetches the lesson and kills the browser whenever so many of its segments were asked for. */
const fetchWithKills = async (kills: readonly number[]): Promise<string> => {
  server.requests.length = 0;
  const id = await askForLesson(app, {
    url: `${HOST}/lesson/index.m3u8`,
    title: `断电 ${kills.join(" ")}`,
  });
  for (const [before, segments] of kills.entries()) {
    await until(async () => partsAsked() >= segments, `${segments} segments`, 60);
    await browser.kill();
    await start();
    expect(askedAgain()).toBeLessThanOrEqual(before + 1);
  }
  const end = await outcomeOf(app, id);
  expect(end.state).toBe("held");
  expect(partsAsked()).toBe(SEGMENTS);
  expect(askedAgain()).toBeLessThanOrEqual(kills.length);
  return end.file?.hash ?? "";
};

describe("a lesson of 320 encrypted segments", () => {
  it.each([25, 50, 75])(
    "killed at %i per cent asks for at most one fragment again",
    async (percent) => {
      expect(await fetchWithKills([Math.round((SEGMENTS * percent) / 100)])).toBe(whole);
      expect(await incomingFiles(app)).toEqual([]);
    },
  );

  it("survives ten kills in a row", async () => {
    const kills = Array.from({ length: 10 }, (_, turn) => 28 * (turn + 1));
    expect(await fetchWithKills(kills)).toBe(whole);
  });

  it("put together from the disk when killed after the last fragment", async () => {
    server.requests.length = 0;
    const id = await askForLesson(app, { url: `${HOST}/lesson/index.m3u8`, title: "最后一刻断电" });
    await until(async () => partsAsked() >= SEGMENTS, "the last segment", 60);
    await browser.kill();
    await start();
    expect((await outcomeOf(app, id)).file?.hash).toBe(whole);
    expect(askedAgain()).toBeLessThanOrEqual(1);
  });
});
