/**
 * Lessons (HLS) of every shape, from a portal's page to a film that plays: the decoded frames are those
 * that ffmpeg finds in the same playlist.
 */
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { extensionId, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { allowHosts, openPanel, openPortalPage } from "../support/clipping.ts";
import { type Display, openDisplay } from "../support/display.ts";
import { framesOf, secondsOf } from "../support/lessons/compare-films.ts";
import { type Film, type FilmShape, makeFilm } from "../support/lessons/film.ts";
import {
  askForLesson,
  incomingFiles,
  lessonPage,
  outcomeOf,
  takeOut,
} from "../support/lessons/lesson-page.ts";
import { type LessonServer, openLessonServer } from "../support/lessons/lesson-server.ts";
import {
  type LessonFiles,
  masterPlaylist,
  mediaPlaylist,
  type PlaylistShape,
} from "../support/lessons/playlist.ts";
import { oldChromiumPath } from "../support/old-chromium.ts";

const HOST = "http://www.12371.cn";

let work: string;
let server: LessonServer;
let display: Display;
let profile: string;
let browser: TestBrowser;
let app: Page;

const film = async (shape: FilmShape): Promise<Film> =>
  makeFilm(await mkdtemp(join(work, "f-")), shape);
const serve = (files: LessonFiles): void => {
  for (const [path, file] of files) server.files.set(path, file);
};
const serveLesson = async (films: readonly Film[], shape: PlaylistShape): Promise<void> =>
  serve(await mediaPlaylist(films, shape));
const here = (path: string): string => `http://127.0.0.1:${server.port}${path}`;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "dianbo-hls-"));
  await mkdir(join(work, "out"));
  server = await openLessonServer();
  display = await openDisplay();
  profile = await newProfile();
  browser = await openBrowser({ profile, display, extension: true, portal: server.port });
  app = await browser.context.newPage();
  await app.goto(`chrome-extension://${extensionId()}/app.html#/inbox`);
});
afterAll(async () => {
  await browser?.close();
  display?.close();
  await server?.close();
  for (const folder of [profile, work]) {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Fetches a lesson and takes the film out. */
const keep = async (path: string, title: string): Promise<{ file: string; seconds: number }> => {
  const id = await askForLesson(app, { url: HOST + path, title });
  const end = await outcomeOf(app, id);
  expect(end).toMatchObject({ state: "held", file: { mime: "video/mp4", name: `${title}.mp4` } });
  const file = join(work, "out", `${title}.mp4`);
  await takeOut(app, end.file?.hash ?? "", file);
  return { file, seconds: end.file?.seconds ?? 0 };
};

/** Holds a film against what ffmpeg makes of the playlists of its picture and its sound. */
const expectSame = async (
  kept: { file: string; seconds: number },
  picture: string,
  sound = picture,
): Promise<void> => {
  expect(await framesOf(kept.file, "v")).toEqual(await framesOf(here(picture), "v"));
  expect(await framesOf(kept.file, "a")).toEqual(await framesOf(here(sound), "a"));
  expect(Math.abs((await secondsOf(kept.file)) - (await secondsOf(here(picture))))).toBeLessThan(
    0.05,
  );
  expect(Math.abs(kept.seconds - (await secondsOf(here(picture))))).toBeLessThan(0.05);
};

/** Plays the film that the page has at hand from a second on; where it was a little later. */
const playFrom = (page: Page, second: number): Promise<number> =>
  page.evaluate(async (from) => {
    const video = document.createElement("video");
    video.muted = true;
    video.src = document.documentElement.dataset["film"] ?? "";
    await new Promise((resolve, reject) => {
      video.onloadedmetadata = resolve;
      video.onerror = () => reject(new Error(video.error?.message ?? "does not play"));
    });
    video.currentTime = from;
    await new Promise((resolve) => {
      video.onseeked = resolve;
    });
    await video.play();
    await new Promise((resolve) => {
      video.ontimeupdate = () => {
        if (video.currentTime > from + 0.3) resolve(undefined);
      };
    });
    return video.currentTime;
  }, second);

/** What the kept cover of a row is. */
const coverOf = (page: Page, id: string) =>
  page.evaluate(async (wanted) => {
    const cover = await new Promise<{ hash: string; mime: string } | undefined>((resolve) => {
      const opening = indexedDB.open("dianbo-inbox");
      opening.onsuccess = () => {
        const reading = opening.result.transaction("clips").objectStore("clips").get(wanted);
        reading.onsuccess = () => {
          opening.result.close();
          resolve(reading.result?.cover ?? undefined);
        };
      };
    });
    if (cover === undefined) return undefined;
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle("media");
    const picture = await createImageBitmap(
      await (await folder.getFileHandle(cover.hash)).getFile(),
    );
    return { mime: cover.mime, width: picture.width, height: picture.height };
  }, id);

describe("a page with a stream", () => {
  it("is clipped as a film, asked about once, and held as an MP4", async () => {
    const made = await film({ seconds: 12, container: "ts" });
    const aes = { rotateEvery: 5 };
    await serveLesson([made], { base: "/first/", aes, firstSequence: 250 });
    const title = "微党课：一面党旗的故事";
    server.files.set("/first/page.shtml", {
      type: "text/html",
      bytes: Buffer.from(lessonPage(title, "index.m3u8")),
    });
    const page = await openPortalPage(browser, `${HOST}/first/page.shtml`);
    const panel = await openPanel(browser, page);
    await allowHosts(display, () => panel.keyboard.press("1"));
    await panel.getByText("也下好了，断网能放。").waitFor({ timeout: 60_000 });
    await panel.close();
    await page.close();
    await expectSame(await keep("/first/index.m3u8", "轮换密钥"), "/first/index.m3u8");
    expect(await incomingFiles(app)).toEqual([]);
  });

  it("plays and seeks, and has a frame of itself as its cover", async () => {
    const id = await askForLesson(app, { url: `${HOST}/first/index.m3u8`, title: "放" });
    const end = await outcomeOf(app, id);
    const hash = end.file?.hash ?? "";
    await app.evaluate(async (wanted) => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle("media");
      const file = await (await folder.getFileHandle(wanted)).getFile();
      const film = URL.createObjectURL(file.slice(0, file.size, "video/mp4"));
      document.documentElement.dataset["film"] = film;
    }, hash);
    expect(await playFrom(app, 9)).toBeGreaterThan(9.3);
    expect(await coverOf(app, id)).toEqual({ mime: "image/webp", width: 160, height: 90 });
  });

  it("plays and seeks in Chromium 109", async () => {
    const { file } = await keep("/first/index.m3u8", "老电脑");
    server.files.set("/kept.mp4", { type: "video/mp4", bytes: await readFile(file) });
    server.files.set("/kept.html", {
      type: "text/html",
      bytes: Buffer.from("<!doctype html><title>老电脑</title>"),
    });
    const folder = await newProfile();
    const executable = await oldChromiumPath();
    const old = await openBrowser({ profile: folder, executable, shell: true });
    try {
      const page = await old.context.newPage();
      await page.goto(here("/kept.html"));
      expect(await page.evaluate(() => navigator.userAgent)).toContain("Chrome/109.");
      await page.evaluate(async () => {
        const film = await (await fetch("/kept.mp4")).blob();
        document.documentElement.dataset["film"] = URL.createObjectURL(film);
      });
      for (const second of [9, 2.5, 11]) {
        expect(await playFrom(page, second)).toBeGreaterThan(second + 0.3);
      }
    } finally {
      await old.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

describe("every shape gives ffmpeg's frames", () => {
  const SHAPES: readonly (readonly [string, FilmShape, PlaylistShape])[] = [
    ["TS", { seconds: 8, container: "ts" }, {}],
    ["TS 字节段", { seconds: 8, container: "ts" }, { byteRanges: true }],
    ["TS 给定 IV", { seconds: 8, container: "ts" }, { aes: { iv: Buffer.alloc(16, 9) } }],
    ["fMP4", { seconds: 8, container: "fmp4" }, {}],
    ["fMP4 字节段", { seconds: 8, container: "fmp4" }, { byteRanges: true }],
    ["fMP4 加密", { seconds: 8, container: "fmp4" }, { aes: { iv: Buffer.alloc(16, 3) } }],
  ];
  it.each(SHAPES)("%s", async (name, shape, list) => {
    const base = `/shape-${SHAPES.findIndex(([one]) => one === name)}/`;
    await serveLesson([await film(shape)], { ...list, base });
    await expectSame(await keep(`${base}index.m3u8`, name), `${base}index.m3u8`);
  });

  it.each(["ts", "fmp4"] as const)(
    "separate sound, %s, of the height that the site wants",
    async (container) => {
      const base = `/sound-${container}/`;
      const of = async (
        path: string,
        shape: Omit<FilmShape, "container" | "seconds">,
      ): Promise<void> =>
        serveLesson([await film({ seconds: 8, container, ...shape })], { base: `${base}${path}/` });
      await of("360", { tracks: "picture", width: 320, height: 180 });
      await of("720", { tracks: "picture", width: 640, height: 360 });
      await of("1080", { tracks: "picture", width: 960, height: 540 });
      await of("sound", { tracks: "sound" });
      const variants = [360, 720, 1080].map((height) => ({
        uri: `${height}/index.m3u8`,
        width: (height * 16) / 9,
        height,
        bandwidth: height * 1000,
      }));
      server.files.set(`${base}index.m3u8`, masterPlaylist(variants, "sound/index.m3u8"));
      const kept = await keep(`${base}index.m3u8`, `分开的声音 ${container}`);
      await expectSame(kept, `${base}720/index.m3u8`, `${base}sound/index.m3u8`);
    },
  );

  it("separate sound, of another height that the site set", async () => {
    await app.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("dianbo-inbox");
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const writing = opening.result.transaction("queueState", "readwrite");
            writing.objectStore("queueState").put({ id: "settings", height: 360 });
            writing.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
    );
    const kept = await keep("/sound-ts/index.m3u8", "小一点");
    await expectSame(kept, "/sound-ts/360/index.m3u8", "/sound-ts/sound/index.m3u8");
  });

  it("two films one after the other", async () => {
    const films = [
      await film({ seconds: 6, container: "ts" }),
      await film({ seconds: 5, container: "ts", tone: 800 }),
    ];
    await serveLesson(films, { base: "/two/" });
    const kept = await keep("/two/index.m3u8", "两段");
    expect(await framesOf(kept.file, "v")).toEqual(await framesOf(here("/two/index.m3u8"), "v"));
    expect(Math.abs((await secondsOf(kept.file)) - 11)).toBeLessThan(0.05);
  });
});
