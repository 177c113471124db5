/**
 * Plain files from servers that misbehave in every way that real ones do: each ends in the right file or
 * in a sentence that says what happened, what is kept and what to do, and no half fetched file is left that
 * no row knows of.
 */
import { rm } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hevcFilm } from "../../extension/src/downloading/fake-film.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { type Display, openDisplay } from "../support/display.ts";
import { holdsWhole } from "../support/inbox-rows.ts";
import {
  type LessonServer,
  openLessonServer,
  type Trouble,
} from "../support/lessons/lesson-server.ts";
import {
  fileOf,
  grantHosts,
  incomingFiles,
  openInboxPage,
  paperFilm,
  rowId,
  sha256,
  type WaitingFile,
  waitFor,
} from "../support/lessons/waiting-files.ts";

const MB = 1024 * 1024;
const SOON = { timeout: 30_000, interval: 100 };
const LATE = { timeout: 90_000, interval: 200 };
const FILM = paperFilm(3 * MB);
const HASH = sha256(FILM);
const HOST = "http://media.12371.cn";

let server: LessonServer;
let display: Display;
let profile: string;
let browser: TestBrowser;
let inbox: Page;

beforeAll(async () => {
  server = await openLessonServer();
  display = await openDisplay();
  profile = await newProfile();
  browser = await openBrowser({
    profile,
    display,
    extension: true,
    portal: server.port,
    reaches: [`localhost:${server.port}`],
  });
  inbox = await openInboxPage(browser);
  await grantHosts(inbox, display, ["media.12371.cn", "www.12371.cn", "localhost"]);
});
afterAll(async () => {
  await browser?.close();
  display?.close();
  await server?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const serve = (name: string, trouble?: Trouble, bytes = FILM, type = "video/mp4"): string => {
  const path = `/${name}.mp4`;
  server.files.set(path, { type, bytes });
  server.trouble(path, trouble);
  return `${HOST}${path}`;
};
const take = async (name: string, url: string, more: Partial<WaitingFile> = {}): Promise<void> =>
  waitFor(inbox, [{ name, url, ...more }]);
const asked = (name: string) => server.requests.filter(({ path }) => path === `/${name}.mp4`);

const comes = async (name: string, hash = HASH, patience = SOON): Promise<void> => {
  await expect.poll(async () => (await fileOf(inbox, name))?.file?.hash, patience).toBe(hash);
  expect(await holdsWhole(inbox, hash)).toBe(true);
};
const fails = async (
  name: string,
  reason: string,
  sentence: RegExp,
  patience = SOON,
): Promise<void> => {
  await expect.poll(async () => (await fileOf(inbox, name))?.reason, patience).toBe(reason);
  const row = inbox.locator(`[data-entry="${rowId(name)}"]`);
  await expect.poll(() => row.textContent(), SOON).toMatch(sentence);
};

describe("ends in the right file", () => {
  it.each<[string, Trouble, number]>([
    ["cut", { cutAfter: 2 * MB, times: 1 }, 1024],
    ["cut-often", { cutAfter: 700_000 }, 1024],
    ["no-range", { noRange: true }, 0],
    ["no-validator", { noValidator: true }, 0],
    ["unsaid", { length: "none" }, 0],
    ["too-short-a-promise", { length: 2 * MB, times: 1 }, 1024],
    ["too-long-a-promise", { length: 5 * MB, times: 1 }, 1024],
    ["busy", { status: 429, retryAfterSeconds: 2, times: 1 }, 0],
    ["broken", { status: 502, times: 2 }, 0],
    ["wrong-type-said", { contentType: "text/plain" }, 0],
  ])("%s", async (name, trouble) => {
    await take(name, serve(name, trouble));
    await comes(name);
  });

  it("goes on where it was cut, instead of asking for everything again", () => {
    const [first, second] = asked("cut");
    expect(second?.range).toBe(`bytes=${first?.sent}-`);
  });

  it("stalls, is given up, and goes on", async () => {
    await take("stall", serve("stall", { stallAfter: MB, times: 1 }));
    await comes("stall", HASH, LATE);
  });

  it("is sent with its page as Referer where the host wants that, and no rule stays", async () => {
    await take("referer", serve("referer", { referer: "http://www.12371.cn/" }));
    await comes("referer");
    const rules = () =>
      inbox.evaluate(async () => (await chrome.declarativeNetRequest.getSessionRules()).length);
    await expect.poll(rules, SOON).toBe(0);
  });

  it("is asked for by the page itself where the host gives to nobody else, while that page is open", async () => {
    const here = `http://localhost:${server.port}`;
    serve("own-page", { ownPage: "seat=7" }, paperFilm(9 * MB));
    server.files.set("/own.html", {
      type: "text/html",
      bytes: Buffer.from("<h1>只给自己的网页</h1>"),
    });
    server.trouble("/own.html", { setCookie: "seat=7; HttpOnly; SameSite=Strict; Path=/" });
    const from = { page: `${here}/own.html` };
    await take("own-page", `${here}/own-page.mp4`, from);
    await fails("own-page", "refused", /门户没给/u);
    const page = await browser.context.newPage();
    await page.goto(from.page);
    await inbox.bringToFront();
    await inbox.getByRole("button", { name: "重试：「课件 own-page」" }).click();
    await comes("own-page", sha256(paperFilm(9 * MB)));
    await page.close();
  });

  it("bears its own name", async () => {
    // 通知 in GBK, as old portals write it.
    const contentDisposition = 'attachment; filename="%CD%A8%D6%AA.mp4"';
    await take("named", serve("named", { contentDisposition }));
    await comes("named");
    expect((await fileOf(inbox, "named"))?.file?.name).toBe("通知.mp4");
    const star = "attachment; filename=x.mp4; filename*=UTF-8''..%2F%E9%80%9A%E7%9F%A5.mp4";
    await take("path", serve("path", { contentDisposition: star }));
    await comes("path");
    expect((await fileOf(inbox, "path"))?.file?.name).not.toMatch(/[\\/]/u);
  });

  it("is marked where nobody said how long it is", async () => {
    const sound = Buffer.alloc(MB, 3);
    sound.write("ID3", "latin1");
    await take("sound", serve("sound", { length: "none" }, sound, "audio/mpeg"), { kind: "audio" });
    await comes("sound", sha256(sound));
    await inbox.getByText("网站没有说多长，收到多少存了多少").waitFor();
  });

  it("begins anew where the portal has another file meanwhile, and the row says so", async () => {
    const other = paperFilm(4 * MB, 9);
    const url = serve("changed", { stallAfter: 2 * MB, times: 1 }, FILM);
    await take("changed", url);
    await expect.poll(() => asked("changed").at(0)?.sent ?? 0, SOON).toBe(2 * MB);
    server.limit(500_000);
    server.files.set("/changed.mp4", { type: "video/mp4", bytes: other });
    await expect.poll(() => asked("changed").length, LATE).toBe(2);
    await inbox.getByText("网站换了文件，从头下").waitFor();
    server.limit(null);
    await comes("changed", sha256(other), LATE);
  });
});

describe("ends in a sentence", () => {
  it.each<[string, Trouble, string, RegExp]>([
    [
      "login",
      { html: "<!doctype html><title>请登录</title>" },
      "login-page",
      /下来的是网页.*没有存.*登录/u,
    ],
    [
      "elsewhere",
      { redirect: "http://login.gov.cn/in" },
      "redirected",
      /转去了别处.*没有存.*登录.*重试/u,
    ],
    ["gone", { status: 404 }, "refused", /门户没给/u],
    ["very-busy", { status: 429, retryAfterSeconds: 7200 }, "busy", /来得太勤.*重试/u],
    ["endless", { endless: true }, "endless", /发个没完.*没有存/u],
    ["huge", { length: 2_000_000 * MB }, "no-room", /放不下，没有下.*腾出地方/u],
  ])("%s", async (name, trouble, reason, sentence) => {
    await take(name, serve(name, trouble));
    await fails(name, reason, sentence);
  });

  it("a redirect to a login page of a host that may be read is told for what it is", async () => {
    const url = serve("to-login", { redirect: `${HOST}/login.mp4` });
    await take("to-login", url);
    await fails("to-login", "login-page", /下来的是网页/u);
  });

  it("another kind of file is not kept", async () => {
    await take("flv", serve("flv", undefined, Buffer.from("FLV\u0001 and more"), "video/mp4"));
    await fails("flv", "wrong-type", /放不了，没有存/u);
  });

  it("a coding that this computer cannot play is told by a few bytes, and kept where that is wanted", async () => {
    for (const described of ["in front", "behind"] as const) {
      const name = `hevc-${described === "behind" ? "behind" : "front"}`;
      const film = Buffer.from(hevcFilm(24 * MB, described));
      server.limit(2 * MB);
      await take(name, serve(name, undefined, film));
      await fails(name, "unplayable", /新格式.*放不了，没有下.*照样存/u);
      server.limit(null);
      const sent = asked(name).reduce((sum, { sent: bytes }) => sum + bytes, 0);
      expect(sent).toBeLessThan(12 * MB);
      if (described === "in front") continue;
      await inbox.getByRole("button", { name: `照样存「课件 ${name}」` }).click();
      await comes(name, sha256(film));
    }
  });

  it("a server that never gives all says how much it had promised, and begins anew on a new try", async () => {
    await take("half", serve("half", { cutAfter: MB, noRange: true }));
    await fails("half", "cut-short", /说有 3.*没给全.*重试/u, LATE);
    server.trouble("/half.mp4", undefined);
    await inbox.getByRole("button", { name: "重试：「课件 half」" }).click();
    await comes("half");
  });

  it("a host that the person did not allow is not read", async () => {
    server.files.set("/film.mp4", { type: "video/mp4", bytes: FILM });
    await take("no-leave", "http://other.gov.cn/film.mp4");
    await fails("no-leave", "no-permission", /还没允许/u);
  });
});

describe("afterwards", () => {
  it("no half fetched file is left", async () => {
    expect(await incomingFiles(inbox)).toEqual([]);
    await expectAccessible(inbox);
  });
});
