/**
 * Lessons (HLS) from a server that misbehaves: each ends in a right film or in a sentence that says what
 * happened, and nothing is left half written that no row accounts for.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { extensionId, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { allowHosts, openPanel, openPortalPage } from "../support/clipping.ts";
import { type Display, openDisplay } from "../support/display.ts";
import { framesOf } from "../support/lessons/compare-films.ts";
import { type Film, makeFilm } from "../support/lessons/film.ts";
import {
  askForLesson,
  fileOfRow,
  incomingFiles,
  lessonPage,
  outcomeOf,
  type RowFile,
  takeOut,
} from "../support/lessons/lesson-page.ts";
import {
  type LessonServer,
  openLessonServer,
  type Trouble,
} from "../support/lessons/lesson-server.ts";
import { masterPlaylist, mediaPlaylist, type PlaylistShape } from "../support/lessons/playlist.ts";
import { grantHosts } from "../support/lessons/waiting-files.ts";
import { until } from "../support/until.ts";

const HOST = "http://www.12371.cn";
const PART = "/lesson/part00003.ts";

let work: string;
let server: LessonServer;
let display: Display;
let profile: string;
let browser: TestBrowser;
let app: Page;
let film: Film;
let hash: string;

const serve = async (shape: PlaylistShape = {}): Promise<void> => {
  for (const [path, file] of await mediaPlaylist([film], shape)) server.files.set(path, file);
};

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "dianbo-hls-"));
  film = await makeFilm(work, { seconds: 10, container: "ts" });
  server = await openLessonServer();
  await serve();
  server.files.set("/lesson/page.shtml", {
    type: "text/html",
    bytes: Buffer.from(lessonPage("不听话的网站", "index.m3u8")),
  });
  display = await openDisplay();
  profile = await newProfile();
  browser = await openBrowser({
    profile,
    display,
    extension: true,
    portal: server.port,
    reaches: [`localhost:${server.port}`],
  });
  app = await browser.context.newPage();
  await app.goto(`chrome-extension://${extensionId()}/app.html#/inbox`);
  const page = await openPortalPage(browser, `${HOST}/lesson/page.shtml`);
  const panel = await openPanel(browser, page);
  await allowHosts(display, () => panel.keyboard.press("1"));
  await panel.getByText("也下好了，断网能放。").waitFor({ timeout: 60_000 });
  await panel.close();
  await page.close();
  await grantHosts(app, display, ["localhost"]);
  hash = (await end({})).file?.hash ?? "";
}, 180_000);
afterAll(async () => {
  await browser?.close();
  display?.close();
  await server?.close();
  for (const folder of [profile, work]) {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

let turn = 0;
/** Asks for the lesson while some paths make trouble; how it ended. */
const end = async (
  troubles: Readonly<Record<string, Trouble>>,
  url = "/lesson/index.m3u8",
): Promise<RowFile & { readonly id: string; readonly title: string }> => {
  for (const [path, trouble] of Object.entries(troubles)) server.trouble(path, trouble);
  turn += 1;
  const title = `第 ${turn} 课`;
  const id = await askForLesson(app, {
    url: HOST + url,
    title,
    source: `${HOST}/lesson/page.shtml`,
  });
  const outcome = await outcomeOf(app, id, 120);
  for (const path of Object.keys(troubles)) server.trouble(path, undefined);
  return { ...outcome, id, title };
};

beforeEach(() => {
  server.requests.length = 0;
});

describe("what passes is sat out, and the film is the same", () => {
  const CASES: readonly (readonly [string, Trouble])[] = [
    ["a cut connection", { cutAfter: 900, times: 2 }],
    ["a connection that goes silent", { stallAfter: 900, times: 1 }],
    ["a server that breaks down", { status: 503, times: 2 }],
    [
      "too many requests, with a time to come back",
      { status: 429, retryAfterSeconds: 1, times: 1 },
    ],
    ["a length that promises more", { length: 99_999_999, times: 1 }],
    ["no length at all", { length: "none" }],
  ];
  it.each(CASES)("%s", async (_, trouble) => {
    expect(await end({ [PART]: trouble })).toMatchObject({ state: "held", file: { hash } });
  });

  it("a refusal to whoever does not come from the page", async () => {
    const referer = `${HOST}/lesson/page.shtml`;
    expect(await end({ [PART]: { referer } })).toMatchObject({ state: "held", file: { hash } });
  });

  it("a refusal to whoever is not the page itself: the open page asks", async () => {
    const here = `http://localhost:${server.port}`;
    const page = await browser.context.newPage();
    server.trouble("/lesson/page.shtml", {
      setCookie: "seat=7; HttpOnly; SameSite=Strict; Path=/",
    });
    await page.goto(`${here}/lesson/page.shtml`);
    const own = ["/lesson/index.m3u8", "/lesson/part00000.ts", PART];
    for (const path of own) server.trouble(path, { ownPage: "seat=7" });
    const id = await askForLesson(app, {
      url: `${here}/lesson/index.m3u8`,
      title: "只给自己的网页",
      source: `${here}/lesson/page.shtml`,
    });
    expect(await outcomeOf(app, id)).toMatchObject({ state: "held", file: { hash } });
    for (const path of [...own, "/lesson/page.shtml"]) server.trouble(path, undefined);
    await page.close();
  });

  it("addresses that run out: the playlist is read again, matched by sequence", async () => {
    await serve({ base: "/signed/", query: "?sign=1" });
    server.limit(40_000);
    const id = await askForLesson(app, { url: `${HOST}/signed/index.m3u8`, title: "过期" });
    await until(
      async () => server.requests.some(({ path }) => path === "/signed/part00001.ts"),
      "the second part",
    );
    // The portal signs anew: the old addresses are gone, the playlist names others.
    const fresh = await mediaPlaylist([film], { base: "/fresh/" });
    for (const [path, file] of fresh) server.files.set(path, file);
    const list = fresh.get("/fresh/index.m3u8")?.bytes.toString().replaceAll("part", "/fresh/part");
    server.files.set("/signed/index.m3u8", {
      type: "application/vnd.apple.mpegurl",
      bytes: Buffer.from(list ?? ""),
    });
    for (const path of server.files.keys()) {
      if (path.startsWith("/signed/part")) server.files.delete(path);
    }
    server.limit(null);
    expect((await outcomeOf(app, id)).file?.hash).toBe(hash);
    const asked = server.requests.map(({ path }) => path);
    expect(asked).toContain("/signed/part00000.ts");
    expect(asked).not.toContain("/fresh/part00000.ts");
    expect(asked.filter((path) => path === "/signed/index.m3u8")).toHaveLength(2);
  });
});

describe("what does not pass is said", () => {
  it("a page instead of the playlist, or of a part", async () => {
    const html = "<!doctype html><title>登录</title>";
    expect(await end({ "/lesson/index.m3u8": { html } })).toMatchObject({ reason: "login-page" });
    expect(await end({ [PART]: { html } })).toMatchObject({ reason: "login-page" });
  });

  it("a redirect to the login", async () => {
    server.files.set("/login", { type: "text/html", bytes: Buffer.from("<html>登录</html>") });
    const redirect = `${HOST}/login`;
    expect(await end({ "/lesson/index.m3u8": { redirect } })).toMatchObject({
      reason: "login-page",
    });
  });

  it("a live broadcast", async () => {
    await serve({ base: "/live/", live: true });
    const { id, ...live } = await end({}, "/live/index.m3u8");
    expect(live).toMatchObject({ reason: "live" });
    await expect
      .poll(() => app.locator(`[data-entry="${id}"]`).textContent())
      .toMatch(/直播.*只有链接/u);
    expect(server.requests.some(({ path }) => path.endsWith(".ts"))).toBe(false);
  });

  it.each([
    ["FairPlay", 'METHOD=SAMPLE-AES,URI="skd://1",KEYFORMAT="com.apple.streamingkeydelivery"'],
    ["SAMPLE-AES", 'METHOD=SAMPLE-AES,URI="key.bin"'],
  ])("%s, before anything is fetched", async (by, key) => {
    await serve({ base: "/drm/", lines: [`#EXT-X-KEY:${key}`] });
    expect(await end({}, "/drm/index.m3u8")).toMatchObject({ reason: "protected", by });
    expect(server.requests.some(({ path }) => path.endsWith(".ts"))).toBe(false);
  });

  it("a coding that this computer cannot play, before anything is fetched", async () => {
    const codecs = "zzz1.1.1";
    const variant = { uri: "index.m3u8", width: 640, height: 360, bandwidth: 1000, codecs };
    server.files.set("/lesson/master.m3u8", masterPlaylist([variant]));
    expect(await end({}, "/lesson/master.m3u8")).toMatchObject({ reason: "unplayable" });
    expect(server.requests.some(({ path }) => path.endsWith(".ts"))).toBe(false);
    server.files.set("/lesson/new.shtml", {
      type: "text/html",
      bytes: Buffer.from(lessonPage("新格式", "master.m3u8")),
    });
    const page = await openPortalPage(browser, `${HOST}/lesson/new.shtml`);
    const panel = await openPanel(browser, page);
    await panel.getByText("这部片子是新格式，这台电脑放不了").waitFor();
    await panel.close();
    await page.close();
  });

  it("an answer without end", async () => {
    const outcome = await end({ [PART]: { endless: true } });
    expect(outcome).toMatchObject({ reason: "incomplete", missing: [{ from: 3, to: 4 }] });
  });
});

describe("a gap that stays", () => {
  it("is named with its minutes, and kept with it only when somebody says so", async () => {
    const { id, title, ...outcome } = await end({ [PART]: { status: 404, times: 20 } });
    expect(outcome).toMatchObject({
      state: "failed",
      reason: "incomplete",
      missing: [{ from: 3, to: 4 }],
    });
    await app
      .getByText(/缺第 1 分钟。有几段网站没给/u)
      .first()
      .waitFor();
    server.trouble(PART, { status: 404 });
    await app.getByRole("button", { name: `照样存「${title}」` }).click();
    await until(async () => (await fileOfRow(app, id))?.state === "held", "the film", 60);
    const kept = await fileOfRow(app, id);
    expect(kept?.file?.name).toBe(`${title}（不全）.mp4`);
    const file = join(work, "gap.mp4");
    await takeOut(app, kept?.file?.hash ?? "", file);
    const whole = await framesOf(`http://127.0.0.1:${server.port}/fresh/index.m3u8`, "v");
    expect(await framesOf(file, "v")).toEqual(
      whole.filter((_, frame) => frame < 75 || frame >= 100),
    );
    server.trouble(PART, undefined);
  });

  it("is filled when the portal gives it after all", async () => {
    const { id, title } = await end({ [PART]: { status: 404, times: 20 } });
    server.requests.length = 0;
    await app.getByRole("button", { name: `重试：「${title}」` }).click();
    await until(async () => (await fileOfRow(app, id))?.state === "held", "the film", 60);
    expect((await fileOfRow(app, id))?.file?.hash).toBe(hash);
    expect(server.requests.map(({ path }) => path)).toEqual([PART]);
  });
});

it("nothing is left half written that no row accounts for", async () => {
  const names = await incomingFiles(app);
  expect(names.every((name) => /^clip-lesson[0-9a-f]+\.lesson$/u.test(name))).toBe(true);
});
