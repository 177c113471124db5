/**
 * Three gigabytes onto a stick and off it again, through the rooms that people use: read, hashed and written
 * into a folder and read back from there; copied from the folder into the browser's storage; and the stick
 * made a second time, when nothing is left to do. Beside each what `cp` and `sha256sum` take for the same
 * files on the same disk in the same run. The folder is a directory of the origin private file system: no
 * test can press the button of the window in which a person chooses one on disk.
 */
import { execFile } from "node:child_process";
import { createHash, randomFillSync } from "node:crypto";
import { createReadStream } from "node:fs";
import { cp, mkdir, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { serveApp } from "../../scripts/serve-app.ts";
import { DIST, newProfile, openBrowser } from "../support/browser.ts";
import { plant } from "../support/keep-item.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { type BenchLine, benchLine } from "./measure.ts";

const run = promisify(execFile);
const MB = 1024 * 1024;
/** Megabytes of each film: a long evening, some lectures, and clips. 3 GB. */
const FILMS = [900, 700, 500, 400, 250, 150, 64, 52, 36, 20] as const;
const TOTAL = FILMS.reduce<number>((sum, size) => sum + size, 0);
/** Numbers of the sample book that get them. */
const NUMBERS = Array.from({ length: FILMS.length }, (_, at) => 1001 + at);
const MENU = 1;
/** Where the folder stands that a person would choose. */
const STICK = "U盘";
const FOLDER_KIND = "a private-storage directory for the folder";

interface Film {
  readonly number: number;
  readonly path: string;
  readonly name: string;
  readonly size: number;
  readonly hash: string;
}

/** Writes noise, which no disk and no file system makes smaller. */
const makeFilms = async (root: string): Promise<readonly Film[]> => {
  const chunk = randomFillSync(Buffer.alloc(4 * MB));
  const films: Film[] = [];
  for (const [at, megabytes] of FILMS.entries()) {
    const name = `film-${at}.bin`;
    const path = join(root, name);
    const file = await open(path, "w");
    for (let written = 0; written < megabytes; written += 4) {
      chunk.writeUInt32LE(at * 100_000 + written);
      await file.write(chunk, 0, Math.min(4, megabytes - written) * MB);
    }
    await file.close();
    const sha = createHash("sha256");
    await pipeline(createReadStream(path), sha);
    const hash = sha.digest("hex");
    films.push({ number: NUMBERS[at] ?? 0, path, name, size: megabytes * MB, hash });
  }
  return films;
};

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

/** What copying the same files and reading the copies back costs without a browser. */
const copyAndSum = async (films: readonly Film[], to: string): Promise<number> => {
  await mkdir(to);
  return seconds(async () => {
    for (const { path, name } of films) {
      await run("cp", [path, join(to, name)]);
      await run("sha256sum", [join(to, name)]);
    }
  });
};

/** Puts served files into the media store under their hashes. */
const keepServed = (page: Page, films: readonly Film[]): Promise<void> =>
  page.evaluate(
    async (all) => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle("media", { create: true });
      for (const { name, hash } of all) {
        const handle = await folder.getFileHandle(hash, { create: true });
        const answer = await fetch(name);
        if (answer.body === null) throw new Error("nothing was served");
        await answer.body.pipeTo(await handle.createWritable());
      }
    },
    films.map(({ name, hash }) => ({ name, hash })),
  );

const dropMedia = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry("media", { recursive: true });
  });

const LONG = { timeout: 20 * 60_000 };

/** Runs all measurements of the stick. */
export const bench = async (): Promise<readonly BenchLine[]> => {
  const folder = await mkdtemp(join(tmpdir(), "dianbo-bench-stick-"));
  const profile = await newProfile();
  const root = join(folder, "pwa");
  await cp(join(DIST, "pwa"), root, { recursive: true });
  const films = await makeFilms(root);
  const server = await serveApp({ root, port: 0 });
  const address = `http://localhost:${server.port}`;
  const browser = await openBrowser({ profile, isMeasured: true });
  try {
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.addInitScript((name) => {
      Object.assign(window, {
        showDirectoryPicker: async () =>
          (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true }),
      });
    }, STICK);
    await openSampleBook(page, address);
    await keepServed(page, films);
    await plant(
      page,
      films.map(({ number, hash, size }) => ({
        number,
        fields: { kind: "video", media: { hash, size, mime: "video/mp4", name: "片.mp4" } },
      })),
      [{ number: MENU, parts: NUMBERS }],
    );
    await page.reload();
    const plain = await copyAndSum(films, join(folder, "copies"));

    await page.goto(`${address}/#/stick`);
    await page.getByRole("checkbox", { name: /主题党日标准餐/u }).check();
    await page.getByRole("button", { name: "选 U 盘" }).click();
    await page.getByText(`要拷：${films.length} 个`).waitFor();
    const go = page.getByRole("button", { name: "开始装" });
    const made = await seconds(async () => {
      await go.click();
      await page.getByText("都读回来对过").waitFor(LONG);
    });
    const again = await seconds(async () => {
      await page.getByRole("button", { name: "再装一遍" }).click();
      await page.getByText("什么也没动").waitFor();
    });

    await dropMedia(page);
    await page.goto(`${address}/#/`);
    await page.goto(`${address}/#/open-stick`);
    await page.getByRole("button", { name: "打开一个 U 盘" }).click();
    const take = page.getByRole("button", { name: `拷 ${films.length} 部进来` });
    await take.waitFor();
    const taken = await seconds(async () => {
      await take.click();
      await page.getByText(`拷进来 ${films.length} 部`).waitFor(LONG);
    });

    const gigabytes = `${(TOTAL / 1024).toFixed(1)} GB`;
    const rate = (name: string, time: number): BenchLine =>
      benchLine({ name, unit: "MB/s" }, TOTAL / time, "cp + sha256sum", TOTAL / plain);
    return [
      benchLine(
        {
          name: `${gigabytes} onto a stick, read back (${FOLDER_KIND}); 40 MB/s`,
          unit: "s",
          limit: Math.round(TOTAL / 40),
        },
        made,
        "cp + sha256sum",
        plain,
      ),
      rate("onto a stick, read back", made),
      benchLine(
        {
          name: `${gigabytes} from a stick into the browser's storage, hashed; 50 MB/s`,
          unit: "s",
          limit: Math.round(TOTAL / 50),
        },
        taken,
        "cp + sha256sum",
        plain,
      ),
      rate("into the browser's storage, hashed", taken),
      benchLine(
        { name: "the same stick a second time", unit: "s", limit: 2 },
        again,
        "the first time",
        made,
      ),
    ];
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};
