/**
 * What the study room takes on an old PC: today's Chromium with its processor slowed down four times. A cold
 * start with the server gone, Enter to the first frame of a film in the browser's storage and of one that lies
 * in a folder, a seek in a film of 2 GB, and the memory that an evening of eight hours leaves behind, its items shortened.
 */
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { serveApp } from "../../scripts/serve-app.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { drawingMemory } from "../support/browser-memory.ts";
import { plant } from "../support/keep-item.ts";
import { plantFiles } from "../support/plant-files.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { keypadReady } from "../support/study-room.ts";
import { type BenchLine, benchLine } from "./measure.ts";

const run = promisify(execFile);
const SLOW = 4;
const FILM = fileURLToPath(new URL("../../demonstration/media/safe-charging.mp4", import.meta.url));
const RUNS = 5;
/** Copies of a piece of 40 MB: 2 GB. */
const COPIES = 50;
/** Eight hours of three minutes each. */
const QUEUED = 160;
const MB = 1024 * 1024;
const BIG_NAME = "b".repeat(64);
const SHORT_NAME = "a".repeat(64);

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Ten seconds of noise at 32 Mbit/s, then copied on end: a film of 2 GB in seconds. */
const makeBigFilm = async (folder: string): Promise<string> => {
  const piece = join(folder, "piece.mp4");
  const noise = "testsrc2=s=1280x720:r=25:d=10,noise=alls=40:allf=t";
  const rate = ["-b:v", "32M", "-minrate", "32M", "-maxrate", "32M", "-bufsize", "32M"];
  const encode = ["-c:v", "libx264", "-preset", "ultrafast", "-nal-hrd", "cbr", "-g", "50"];
  await run("ffmpeg", [
    ...["-v", "error", "-y", "-f", "lavfi", "-i", noise, ...encode, ...rate],
    ...["-pix_fmt", "yuv420p", piece],
  ]);
  const film = join(folder, "big.mp4");
  await run("ffmpeg", [
    ...["-v", "error", "-y", "-stream_loop", String(COPIES), "-i", piece, "-c", "copy"],
    ...["-movflags", "+faststart", film],
  ]);
  return film;
};

const makeShortFilm = async (folder: string): Promise<string> => {
  const film = join(folder, "short.mp4");
  const source = "testsrc2=s=640x360:r=25:d=1";
  await run("ffmpeg", [
    ...["-v", "error", "-y", "-f", "lavfi", "-i", source, "-c:v", "libx264"],
    ...["-pix_fmt", "yuv420p", film],
  ]);
  return film;
};

/** Copies a served file into the media store under a name; its bytes are nobody's business here. */
const keepServed = (page: Page, file: string, name: string): Promise<number> =>
  page.evaluate(
    async ([path, hash]) => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle("media", { create: true });
      const handle = await folder.getFileHandle(hash, { create: true });
      const answer = await fetch(path);
      if (answer.body === null) throw new Error("nothing was served");
      await answer.body.pipeTo(await handle.createWritable());
      return (await handle.getFile()).size;
    },
    [file, name] as const,
  );

/** A page whose processor is slowed down so many times. */
const slowed = async (browser: TestBrowser, page: Page, rate: number): Promise<void> => {
  const session = await browser.context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
};

/** Milliseconds from the navigation to a keypad that takes digits, and to the page's own text. */
const coldStart = async (profile: string, address: string): Promise<[number, number]> => {
  const browser = await openBrowser({ profile, isMeasured: true });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await slowed(browser, page, SLOW);
  await page.addInitScript(() => {
    const look = (): void => {
      const ready = [...document.querySelectorAll("button")].some(
        ({ textContent }) => textContent === "播放",
      );
      if (ready) Reflect.set(window, "keypadAt", performance.now());
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(`${address}/room.html`);
  await page.waitForFunction(() => Reflect.get(window, "keypadAt") !== undefined);
  const times = await page.evaluate((): [number, number] => {
    const [navigation] = performance.getEntriesByType("navigation");
    const text = navigation instanceof PerformanceNavigationTiming ? navigation.responseEnd : 0;
    return [Number(Reflect.get(window, "keypadAt")), text];
  });
  await browser.close();
  return times;
};

/** Milliseconds from Enter to the first frame of the film with a number. */
const enterToFrame = async (page: Page, number: number): Promise<number> => {
  await keypadReady(page);
  await page.keyboard.type(String(number));
  await page.getByRole("button", { name: /按 Enter/u }).waitFor();
  await page.evaluate(() => {
    Reflect.set(window, "frameAfter", undefined);
    addEventListener(
      "keydown",
      () => {
        const start = performance.now();
        const look = (): void => {
          const film = document.querySelector<HTMLVideoElement>(
            "section[aria-label] > div > video",
          );
          if (film === null || film.closest("main") !== null) requestAnimationFrame(look);
          else {
            film.requestVideoFrameCallback(() => {
              Reflect.set(window, "frameAfter", performance.now() - start);
            });
          }
        };
        look();
      },
      { once: true, capture: true },
    );
  });
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => Reflect.get(window, "frameAfter") !== undefined);
  const millis = Number(await page.evaluate(() => Reflect.get(window, "frameAfter")));
  // The evening ends, so that the next one starts at its beginning.
  await page.keyboard.press("Minus");
  return millis;
};

/** The same film in a bare element of the same page. */
const bareFrame = (page: Page, name: string): Promise<number> =>
  page.evaluate(async (hash) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle("media");
    const start = performance.now();
    const file = await (await folder.getFileHandle(hash)).getFile();
    const film = document.createElement("video");
    film.src = URL.createObjectURL(file);
    film.muted = true;
    document.body.append(film);
    const shown = new Promise<number>((resolve) =>
      film.requestVideoFrameCallback(() => resolve(performance.now() - start)),
    );
    await film.play();
    const millis = await shown;
    film.remove();
    URL.revokeObjectURL(film.src);
    return millis;
  }, name);

/** Milliseconds of seeks to several places of the film that is on, the middle of them. */
const seekTime = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const film = document.querySelector<HTMLVideoElement>("section[aria-label] > div > video");
    if (film === null) throw new Error("no film is on");
    const times: number[] = [];
    for (const share of [0.9, 0.1, 0.7, 0.3, 0.5]) {
      const start = performance.now();
      const done = new Promise((resolve) => {
        film.addEventListener("seeked", resolve, { once: true });
      });
      film.currentTime = film.duration * share;
      await done;
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[2] ?? Number.NaN;
  });

/** What the browser's drawing processes hold after everything that can go has gone. MB. */
const heldMemory = async (browser: TestBrowser, page: Page): Promise<number> => {
  const session = await browser.context.newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  await session.detach();
  return (await drawingMemory(process.pid)) / MB;
};

/** The same film under another hash, so that it is found in its folder only: players pass over the last box. */
const otherwiseNamed = (film: Uint8Array): Buffer =>
  Buffer.concat([film, Buffer.from([0, 0, 0, 12]), Buffer.from("freedisk")]);

const play = async (page: Page, number: number): Promise<void> => {
  await page.keyboard.type(String(number));
  await page.getByRole("button", { name: /按 Enter/u }).waitFor();
  await page.keyboard.press("Enter");
};

/** Plays a queue to its end and answers what the page holds after ten items, and at the end. */
const longEvening = async (browser: TestBrowser, page: Page): Promise<[number, number]> => {
  await keypadReady(page);
  await page.keyboard.type("1003");
  await page.getByRole("button", { name: /按 Enter/u }).waitFor();
  for (let queued = 0; queued < QUEUED; queued += 1) {
    await page.keyboard.press("NumpadAdd");
    await page.keyboard.type("1003");
    await page.getByRole("button", { name: /按 Enter/u }).waitFor();
  }
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  const played = (): Promise<number> =>
    page.evaluate(async () => {
      const rows = await new Promise<number>((resolve) => {
        const opening = indexedDB.open("dianbo-library");
        opening.onsuccess = () => {
          const all = opening.result.transaction("records").objectStore("records").getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result.filter(({ kind }) => kind === "playback").length);
          };
        };
      });
      return rows;
    });
  const before = await played();
  const until = async (count: number): Promise<void> => {
    while ((await played()) - before < count) await new Promise((go) => setTimeout(go, 500));
  };
  await until(10);
  const early = await heldMemory(browser, page);
  await until(QUEUED);
  return [early, await heldMemory(browser, page)];
};

/** Runs all measurements of the room. */
export const bench = async (): Promise<readonly BenchLine[]> => {
  const folder = await mkdtemp(join(tmpdir(), "dianbo-bench-room-"));
  const profile = await newProfile();
  const root = join(folder, "pwa");
  await cp(join(DIST, "pwa"), root, { recursive: true });
  await makeBigFilm(root);
  await makeShortFilm(root);
  await cp(FILM, join(root, "film.mp4"));
  const server = await serveApp({ root, port: 0 });
  const { port } = server;
  const address = `http://localhost:${port}`;
  const lines: BenchLine[] = [];
  try {
    let browser = await openBrowser({ profile, isMeasured: true });
    let page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await openSampleBook(page, address);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const big = await keepServed(page, "big.mp4", BIG_NAME);
    await keepServed(page, "short.mp4", SHORT_NAME);
    const filmBytes = new Uint8Array(await readFile(FILM));
    const media = (hash: string, size: number) => ({
      kind: "video",
      media: { hash, size, mime: "video/mp4", name: "片.mp4" },
    });
    await plant(page, [
      { number: 1002, fields: media(BIG_NAME, big) },
      { number: 1003, fields: media(SHORT_NAME, 1) },
      { number: 1004, file: { bytes: filmBytes, mime: "video/mp4", name: "片.mp4" } },
    ]);
    // A folder of the private file system: its handle is of the same kind as that of one on disk.
    await plantFiles(page, [
      { number: 1005, whole: otherwiseNamed(filmBytes), inFolder: "D盘", name: "片.mp4" },
    ]);
    await browser.close();
    await server.close();

    // Unplugged: the server is gone, each start has a browser of its own.
    const starts: [number, number][] = [];
    for (let at = 0; at < RUNS; at += 1) starts.push(await coldStart(profile, address));
    lines.push(
      benchLine(
        { name: `cold start to keypad, unplugged, ${SLOW}x slower`, unit: "ms", limit: 2000 },
        median(starts.map(([keypad]) => keypad)),
        "the page's text has come",
        median(starts.map(([, text]) => text)),
      ),
    );

    browser = await openBrowser({ profile, isMeasured: true });
    page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.goto(`${address}/room.html`);
    await keypadReady(page);
    for (const [rate, limit] of [
      [1, 300],
      [SLOW, 700],
    ] as const) {
      await slowed(browser, page, rate);
      const times: number[] = [];
      const fromFolder: number[] = [];
      const bare: number[] = [];
      for (let at = 0; at < RUNS; at += 1) {
        times.push(await enterToFrame(page, 1004));
        fromFolder.push(await enterToFrame(page, 1005));
        bare.push(await bareFrame(page, BIG_NAME));
      }
      const slower = rate === 1 ? "" : `, ${rate}x slower`;
      for (const [what, taken] of [
        ["", times],
        [" from a folder", fromFolder],
      ] as const) {
        const name = `Enter to first frame${what}${slower}`;
        lines.push(
          benchLine({ name, unit: "ms", limit }, median(taken), "a bare film", median(bare)),
        );
      }
    }
    await play(page, 1002);
    await page.waitForFunction(() => (document.querySelector("video")?.currentTime ?? 0) > 0.3);
    const seek = await seekTime(page);
    await page.keyboard.press("Minus");
    await keypadReady(page);
    await play(page, 1004);
    await page.waitForFunction(() => (document.querySelector("video")?.currentTime ?? 0) > 0.3);
    const small = await seekTime(page);
    lines.push(
      benchLine(
        {
          name: `seek in a film of ${(big / 1e9).toFixed(1)} GB, ${SLOW}x slower`,
          unit: "ms",
          limit: 500,
        },
        seek,
        "the same in a short film",
        small,
      ),
    );
    await page.keyboard.press("Minus");
    await slowed(browser, page, 1);
    const [early, late] = await longEvening(browser, page);
    lines.push(
      benchLine(
        { name: `memory after ${QUEUED} items, above that after ten`, unit: "MB", limit: 50 },
        late - early,
        "after ten items",
        early,
      ),
    );
    await browser.close();
  } finally {
    await server.close().catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return lines;
};
