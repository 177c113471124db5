/**
 * A power cut in the middle of a film: after the next start at most one fragment of 8 MB is asked for
 * again, by the server's own count, and the file is the same as that of an unbroken run.
 */
import { rm } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { openDisplay } from "../support/display.ts";
import { holdsWhole } from "../support/inbox-rows.ts";
import { type LessonServer, openLessonServer } from "../support/lessons/lesson-server.ts";
import {
  fileOf,
  grantHosts,
  incomingFiles,
  openInboxPage,
  paperFilm,
  sha256,
  waitFor,
} from "../support/lessons/waiting-files.ts";
import { until } from "../support/until.ts";

const MB = 1024 * 1024;
const FRAGMENT = 8 * MB;
const PACE = 8 * MB;
const SIZE = 48 * MB;

let server: LessonServer;
let profile: string;
let browser: TestBrowser;

const start = async (): Promise<Page> => {
  browser = await openBrowser({ profile, extension: true, portal: server.port });
  return openInboxPage(browser);
};

beforeAll(async () => {
  server = await openLessonServer();
  profile = await newProfile();
  const display = await openDisplay();
  browser = await openBrowser({ profile, display, extension: true, portal: server.port });
  await grantHosts(await openInboxPage(browser), display, ["media.12371.cn"]);
  await browser.close();
  display.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** Takes a film while the browser is killed whenever the file has grown to the next of these bytes. */
const takeKilled = async (name: string, kills: readonly number[], seed: number): Promise<void> => {
  const path = `/${name}.mp4`;
  const film = paperFilm(SIZE, seed);
  server.files.set(path, { type: "video/mp4", bytes: film });
  server.limit(PACE);
  let inbox = await start();
  await waitFor(inbox, [{ name, url: `http://media.12371.cn${path}` }]);
  const asked = () => server.requests.filter((request) => request.path === path);
  const reached = (): number => {
    const last = asked().at(-1);
    return Number(/\d+/u.exec(last?.range ?? "0")?.[0] ?? 0) + (last?.sent ?? 0);
  };
  for (const at of kills) {
    await until(async () => reached() >= at, `${name} to reach ${at}`, 40);
    // What is sent while the browser dies reaches nobody: that much lies in the sockets.
    const came = reached();
    await browser.kill();
    const before = asked().length;
    inbox = await start();
    await until(async () => asked().length > before, `${name} to go on`, 40);
    const from = Number(/\d+/u.exec(asked().at(-1)?.range ?? "0")?.[0] ?? 0);
    expect(came - from, `asked again after the kill at ${at}`).toBeLessThanOrEqual(FRAGMENT);
  }
  server.limit(null);
  const hash = async () => (await fileOf(inbox, name))?.file?.hash;
  await expect.poll(hash, { timeout: 60_000, interval: 200 }).toBe(sha256(film));
  expect(await holdsWhole(inbox, sha256(film))).toBe(true);
  expect(await incomingFiles(inbox)).toEqual([]);
  await browser.close();
};

describe("a film during which the browser is killed", () => {
  it.each([25, 50, 75])("at %i %%", async (percent) => {
    await takeKilled(`kill-${percent}`, [(SIZE * percent) / 100], percent);
  });

  it("ten times in a row", async () => {
    const kills = Array.from({ length: 10 }, (_, index) => (SIZE / 12) * (index + 1));
    await takeKilled("kill-ten", kills, 7);
  });
});
