/**
 * Films copied into a folder on disk in the layout of the 点播本: what is missing only, read back, the first
 * copy given up where the person ticked it, played from the folder, brought back. A lapsed leave is asked for
 * by one click in the office and never in the study room; what lay unplayed for a year is offered. The
 * browser's own private folder stands in for one on disk, which no test can choose.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { keepFilm } from "../support/keep-film.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { keypadReady, playFilm } from "../support/study-room.ts";

const OTHER_FILM = fileURLToPath(
  new URL("../../demonstration/media/cabbage-field.mp4", import.meta.url),
);
const TITLE = "微党课：一面党旗的故事";
const PATHS = [
  "1 基层党建/1014 微党课：一面党旗的故事.mp4",
  "3 实用技术/3001 大白菜种植与田间管理技术.mp4",
];

let server: RunningServer;
let address: string;
let profile: string;
let browser: TestBrowser;
let page: Page;

/** The files of a folder in the private file system, two steps deep, with their sizes. */
const filesIn = (name: string): Promise<readonly string[]> =>
  page.evaluate(async (top) => {
    const all = await navigator.storage.getDirectory();
    const folder = await all.getDirectoryHandle(top, { create: true });
    const found: string[] = [];
    for await (const [first, entry] of folder.entries()) {
      if (entry instanceof FileSystemFileHandle) {
        found.push(first);
        continue;
      }
      if (!(entry instanceof FileSystemDirectoryHandle)) continue;
      for await (const second of entry.keys()) found.push(`${first}/${second}`);
    }
    return found.sort();
  }, name);

const keeping = async (): Promise<void> => {
  await page.goto(`${address}/#/keeping`);
  await page.getByRole("heading", { level: 1, name: "片子放在哪" }).waitFor();
};

/** Makes the files of all items look as if they had been put there three years ago. */
const age = (): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("dianbo-library");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction(["records", "meta"], "readwrite");
          const records = writing.objectStore("records");
          const all = records.getAll();
          all.onsuccess = () => {
            for (const record of all.result) {
              const [media] = record.fields.media ?? [];
              if (media === undefined) continue;
              media.stamp.millis = Date.now() - 3 * 365 * 86_400_000;
              records.put(record);
            }
          };
          const plays = records.getAll();
          plays.onsuccess = () => {
            for (const record of plays.result)
              if (record.kind === "playback") records.delete(record.id);
          };
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          writing.onerror = () => reject(writing.error);
        };
      }),
  );

beforeAll(async () => {
  server = await serveApp({ root: join(DIST, "pwa"), port: 0 });
  address = `http://localhost:${server.port}`;
  profile = await newProfile();
  browser = await openBrowser({ profile });
  page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle("D盘", { create: true }),
    });
  });
  await openSampleBook(page, address);
  await keepFilm(page, { number: 3001, file: OTHER_FILM });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

describe("films in a folder", () => {
  it("are copied with readable names and read back; the browser's copies go where that was ticked", async () => {
    await keeping();
    await page.getByRole("button", { name: "选一个文件夹" }).click();
    await page.getByText(/还没拷：2 部/u).waitFor();
    await expectAccessible(page);
    await page.getByLabel(/浏览器里那份就不留了/u).check();
    await page.getByRole("button", { name: "拷 2 部过去" }).click();
    await page.getByText("拷好了 2 部，在「D盘」里，都读回来对过。").waitFor();
    await page.getByText("浏览器里腾掉了 2 部。").waitFor();
    expect((await filesIn("D盘")).filter((path) => path.endsWith(".mp4"))).toEqual(PATHS);
    expect(await filesIn("media")).toEqual([]);
    await expectAccessible(page);
    await page.reload();
    await page.getByText("有号码的片子都在里面了。").waitFor();
  });

  it("play from the folder", async () => {
    await page.goto(`${address}/room.html`);
    await keypadReady(page);
    await playFilm(page, 1014, TITLE);
  });

  it("are asked for by one click where the leave has lapsed, and never in the study room", async () => {
    await page.addInitScript(() => {
      const asked = { times: 0 };
      Object.assign(window, { asked });
      const leave = (): boolean => sessionStorage.getItem("leave") === "given";
      Object.assign(FileSystemHandle.prototype, {
        queryPermission: async () => (leave() ? "granted" : "prompt"),
        requestPermission: async () => {
          asked.times += 1;
          sessionStorage.setItem("leave", "given");
          return "granted";
        },
      });
    });
    // What the browser does then: the folder is known, and nothing in it can be reached.
    await page.addInitScript(() => {
      const reach = FileSystemDirectoryHandle.prototype.getDirectoryHandle;
      FileSystemDirectoryHandle.prototype.getDirectoryHandle = function (...asked) {
        return this.name === "D盘" && sessionStorage.getItem("leave") !== "given"
          ? Promise.reject(new DOMException("no leave", "NotAllowedError"))
          : reach.apply(this, asked);
      };
    });
    await page.goto(`${address}/room.html`);
    await keypadReady(page);
    await page.keyboard.type("1014");
    await page.getByRole("heading", { name: TITLE }).waitFor();
    // One sentence for the host, at the foot.
    await page.getByText("在「D盘」文件夹里，浏览器重开过，散场后到首页点一下就能放").waitFor();
    // Large, for everybody: it comes later. Not that it is lacking, for it is not.
    await page.getByText("这一部这会儿放不了").waitFor();
    expect(await page.getByText(/还没在这台电脑上/u).count()).toBe(0);
    await expectAccessible(page);
    expect(await page.evaluate(() => Reflect.get(window, "asked"))).toEqual({ times: 0 });
    await page.goto(`${address}/#/`);
    await page.reload();
    await page.getByText(/有 2 部片子放在「D盘」里/u).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "打开「D盘」" }).click();
    await page.getByText(/有 2 部片子放在「D盘」里/u).waitFor({ state: "detached" });
    await page.goto(`${address}/room.html`);
    await keypadReady(page);
    await playFilm(page, 1014, TITLE);
  });

  it("come back into the browser, and are offered as room to make once they lay unplayed for a year", async () => {
    await keeping();
    await page.getByRole("button", { name: "把 2 部拷回浏览器" }).click();
    await page.getByText("2 部拷回浏览器了。").waitFor();
    expect(await filesIn("media")).toHaveLength(2);
    await age();
    await page.reload();
    await page.getByText("12 个月没放过的有 2 个").waitFor();
    await page.getByLabel(`选上「${TITLE}」`).check();
    await expectAccessible(page);
    await page.getByRole("button", { name: "腾掉这 1 个，从文件夹里放" }).click();
    await page.getByText(/1 部现在从文件夹里放/u).waitFor();
    expect(await filesIn("media")).toHaveLength(1);
  });
});
