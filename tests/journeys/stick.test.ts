/**
 * Tonight onto a stick, and home again: made in one go and read back; a second run that writes nothing; pulled
 * out half way and gone on with; played from file:// on another browser of the floor's age, its receipt
 * entered in the register as one step; opened at home and at another site, where films are copied, mended or
 * played in place; as a zip where no page may write into a folder. The stick is a directory of the browser's
 * private storage, put onto a real disk for the other browser, since no test can choose one.
 */
import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { readContainer } from "@dianbo/shared/sharing";
import { readReceipt } from "@dianbo/shared/usb-edition";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import {
  fileOnStick,
  filesOnStick,
  ontoDisk,
  plugIn,
  putOnStick,
} from "../support/disk-in-browser.ts";
import { plant } from "../support/keep-item.ts";
import { oldChromiumPath } from "../support/old-chromium.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { keypadReady, playFilm } from "../support/study-room.ts";

const MEDIA = fileURLToPath(new URL("../../demonstration/media/", import.meta.url));
const STICK = "U盘";
const MENU = "主题党日标准餐";
const FLAG = "微党课：一面党旗的故事";
const CABBAGE = "大白菜种植与田间管理技术";
const FLAG_PATH = "1 基层党建/1014 微党课：一面党旗的故事.mp4";
const CABBAGE_PATH = "3 实用技术/3001 大白菜种植与田间管理技术.mp4";
const SOON = { timeout: 20_000 };

/**
 * Put before the copying worker's script and into the page: a stick that is pulled out after as many bytes as
 * the file `pull` in the private storage says, and is out while `out` lies there. It fails as a browser does.
 */
const PULLABLE = `(() => {
  let written = 0;
  const folder = FileSystemDirectoryHandle.prototype;
  const { getFileHandle, getDirectoryHandle } = folder;
  const memo = async (name, options) =>
    getFileHandle.call(await navigator.storage.getDirectory(), name, options);
  const gone = () => { throw new DOMException("planted", "NotFoundError"); };
  const isOut = () => memo("out").then(() => true, () => false);
  const isStick = ({ name }) => name === "${STICK}";
  folder.getFileHandle = async function (...rest) {
    if (isStick(this) && (await isOut())) gone();
    return getFileHandle.apply(this, rest);
  };
  folder.getDirectoryHandle = async function (...rest) {
    if (isStick(this) && (await isOut())) gone();
    return getDirectoryHandle.apply(this, rest);
  };
  if (typeof document !== "undefined") return;
  const stream = FileSystemWritableFileStream.prototype;
  const { write } = stream;
  stream.write = async function (bytes) {
    written += bytes.length;
    const after = await memo("pull").then(async (file) => Number(await (await file.getFile()).text()), () => Infinity);
    if (written > after) {
      await memo("out", { create: true });
      gone();
    }
    return write.call(this, bytes);
  };
})();
`;

let root: string;
let server: RunningServer;
let address: string;
const folders: string[] = [];
const browsers: TestBrowser[] = [];
let page: Page;

const openOn = async (old = false): Promise<Page> => {
  const profile = await newProfile();
  folders.push(profile);
  const browser = await openBrowser({
    profile,
    ...(old ? { executable: await oldChromiumPath(), shell: true } : {}),
  });
  browsers.push(browser);
  return browser.context.pages()[0] ?? (await browser.context.newPage());
};

/** Opens a room anew, whatever room of the office was open before. */
const go = async (to: Page, hash: string, heading: string): Promise<void> => {
  await to.goto(`${address}/#/nowhere`);
  await to.goto(`${address}/${hash}`);
  await to.getByRole("heading", { level: 1, name: heading }).waitFor();
};

const hashOf = async (name: string): Promise<string> =>
  createHash("sha256")
    .update(await readFile(join(MEDIA, name)))
    .digest("hex");

/** Pulls the stick out once so many bytes were copied; without a number it is put back in. */
const pullAfter = (bytes: number | undefined): Promise<void> =>
  page.evaluate(async (after) => {
    const all = await navigator.storage.getDirectory();
    for (const name of ["pull", "out"]) await all.removeEntry(name).catch(() => undefined);
    if (after === undefined) return;
    const writing = await (await all.getFileHandle("pull", { create: true })).createWritable();
    await writing.write(String(after));
    await writing.close();
  }, bytes);

/** Takes everything off the stick. */
const emptyStick = (of: Page): Promise<void> =>
  of.evaluate(async (name) => {
    const all = await navigator.storage.getDirectory();
    await all.removeEntry(name, { recursive: true }).catch(() => undefined);
  }, STICK);

/** What of the book is a file in the browser's own storage. */
const setMedia = (hash: string, bytes: Buffer | undefined): Promise<void> =>
  page.evaluate(
    async ([name, base64]) => {
      const all = await navigator.storage.getDirectory();
      const media = await all.getDirectoryHandle("media", { create: true });
      if (base64 === undefined) {
        await media.removeEntry(name).catch(() => undefined);
        return;
      }
      const writing = await (await media.getFileHandle(name, { create: true })).createWritable();
      await writing.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
      await writing.close();
    },
    [hash, bytes?.toString("base64")] as const,
  );

const chooseStick = async (): Promise<void> => {
  await go(page, "#/stick", "去放映");
  const menu = page.getByRole("checkbox", { name: new RegExp(MENU, "u") });
  await menu.check();
  const choose = page.getByRole("button", { name: "选 U 盘" });
  const other = page.getByRole("button", { name: "换一个" });
  await choose.or(other).first().click();
  await page.getByRole("button", { name: /^(?:开始装|接着装|再装一遍)$/u }).waitFor();
};

const makeWhole = async (): Promise<void> => {
  await chooseStick();
  await page.getByRole("button", { name: /^(?:开始装|接着装|再装一遍)$/u }).click();
  const made = page.getByText("「U盘」可以带走", { exact: false });
  await made.waitFor(SOON).catch(async () => {
    throw new Error(`the stick was not made: ${await page.locator("main").textContent()}`);
  });
};

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "dianbo-stick-app-"));
  folders.push(root);
  await cp(join(DIST, "pwa"), root, { recursive: true });
  for (const name of await readdir(join(root, "assets"))) {
    if (!name.startsWith("copy-worker")) continue;
    const path = join(root, "assets", name);
    await writeFile(path, `${PULLABLE}${await readFile(path, "utf8")}`);
  }
  server = await serveApp({ root, port: 0 });
  address = `http://localhost:${server.port}`;
  page = await openOn();
  await plugIn(page, STICK);
  await page.addInitScript(PULLABLE);
  await openSampleBook(page, address);
  const picture = await readFile(join(MEDIA, "charging-shed.jpg"));
  const pictureHash = await hashOf("charging-shed.jpg");
  await plant(
    page,
    [
      { number: 4004, file: { bytes: picture, mime: "image/jpeg", name: "车棚.jpg" } },
      {
        number: 3001,
        file: {
          bytes: await readFile(join(MEDIA, "cabbage-field.mp4")),
          mime: "video/mp4",
          name: "白菜.mp4",
        },
      },
      {
        number: 2011,
        fields: {
          kind: "article",
          article: {
            html: `<p>种子要挑饱满的。</p><img src="media:${pictureHash}"><script>alert(1)</script>`,
            text: "种子要挑饱满的。",
            pictures: [],
          },
        },
      },
    ],
    [{ number: 1, parts: [1014, 2011, { name: "讨论", minutes: 5 }, 3001, 1002] }],
  );
  await page.reload();
});
afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await server?.close();
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe("tonight's stick", () => {
  it("is made in one go from the menu's page, says beforehand what is missing, and reads everything back", async () => {
    await emptyStick(page);
    await go(page, "#/set-menus", "套餐");
    await page.locator('main a[href*="#/set-menus/"]').filter({ hasText: MENU }).click();
    await page.getByRole("link", { name: "去放映" }).click();
    await page.getByRole("heading", { level: 1, name: "去放映" }).waitFor();
    expect(await page.getByRole("checkbox", { name: new RegExp(MENU, "u") }).isChecked()).toBe(
      true,
    );
    await page.getByText("1 项装不上，片子不在这台电脑上：").waitFor();
    await page.getByText("文章 1 篇，图都在里面").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "选 U 盘" }).click();
    await page.getByText("这个 U 盘上还没有点播本。").waitFor();
    await page.getByText(/要拷：2 个/u).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "开始装" }).click();
    await page.getByText("装好了，「U盘」可以带走。都读回来对过。").waitFor(SOON);
    await expectAccessible(page);
    const files = await filesOnStick(page, STICK);
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        FLAG_PATH,
        CABBAGE_PATH,
        "点播本.html",
        "dianbo/list.dianbo",
        "dianbo/manifest.js",
        "dianbo/manifest.json",
      ]),
    );
    expect(paths.filter((path) => path.startsWith("2 政策法规/2011 "))).toHaveLength(1);
  });

  it("a second run writes nothing", async () => {
    await makeWhole();
    const before = await filesOnStick(page, STICK);
    await page.getByRole("button", { name: "再装一遍" }).click();
    await page.getByText("上面的都是最新的，什么也没动。").waitFor(SOON);
    expect(await filesOnStick(page, STICK)).toEqual(before);
  });

  it("pulled out half way it says so in words, and goes on with the film at which it broke off", async () => {
    await emptyStick(page);
    await chooseStick();
    const [flag = 0, cabbage = 0] = await Promise.all(
      ["party-flag.mp4", "cabbage-field.mp4"].map(
        async (name) => (await readFile(join(MEDIA, name))).length,
      ),
    );
    // The smaller one comes first; the stick goes while the other is written.
    await pullAfter(Math.min(flag, cabbage) + 1);
    await page.getByRole("button", { name: "开始装" }).click();
    await page.getByText("装好了 1 个，停在这里。").waitFor(SOON);
    await page.getByText("U 盘好像拔了。装好的都算数，插回去接着装").first().waitFor();
    await expectAccessible(page);
    await pullAfter(undefined);
    await page.getByRole("button", { name: "接着装" }).click();
    await page.getByText("装好了，「U盘」可以带走。都读回来对过。").waitFor(SOON);
    await page.getByText(/拷了 1 个.+另外 1 个早在上面，读一遍对过了。/u).waitFor();
    const files = await filesOnStick(page, STICK);
    expect(files.filter(({ path }) => /crswap|writing/u.test(path))).toEqual([]);
    expect(files.find(({ path }) => path === FLAG_PATH)?.size).toBe(flag);
    expect(files.find(({ path }) => path === CABBAGE_PATH)?.size).toBe(cabbage);
  });

  it("plays from file:// on Chromium 109, and its receipt comes home: one step, undone and done again", async () => {
    await makeWhole();
    const disk = await ontoDisk(page, STICK);
    folders.push(disk);
    const old = await openOn(true);
    await old.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
    await old.goto(pathToFileURL(join(disk, "点播本.html")).href);
    await old.getByText("按号码，就放").waitFor();
    await old.keyboard.press("Numpad1");
    await old.keyboard.press("NumpadEnter");
    const position = (): Promise<number> =>
      old.evaluate(() => document.querySelector("video")?.currentTime ?? 0);
    await expect.poll(position, SOON).toBeGreaterThan(0.3);
    await old.evaluate(() => {
      const film = document.querySelector("video");
      if (film !== null) film.currentTime = film.duration - 0.5;
    });
    await old.frameLocator("iframe").getByText("种子要挑饱满的。").waitFor(SOON);
    await expect
      .poll(
        () =>
          old
            .frameLocator("iframe")
            .locator("img")
            .evaluate((picture) =>
              picture instanceof HTMLImageElement ? picture.naturalWidth : 0,
            ),
        SOON,
      )
      .toBeGreaterThan(0);
    await old.keyboard.press("NumpadSubtract");
    await old.getByRole("heading", { name: "讨论" }).waitFor(SOON);
    await old.keyboard.press("NumpadEnter");
    await expect.poll(position, SOON).toBeGreaterThan(0.3);
    await old.keyboard.press("NumpadSubtract");
    await old.getByText("按号码，就放").waitFor(SOON);
    const download = old.waitForEvent("download");
    await old.getByRole("button", { name: "存回执" }).click();
    const bytes = await readFile(await (await download).path());
    const receipt = readReceipt(bytes.toString("utf8"));
    if (!receipt.ok) throw new Error(receipt.error.type);
    const { rows } = receipt.value;
    expect(rows.map(({ number }) => number)).toEqual([1014, 2011, 3001]);

    await putOnStick(page, STICK, "点播本回执-2026-11-24.json", bytes);
    await go(page, "#/open-stick", "打开 U 盘");
    await page.getByRole("button", { name: /^(?:打开一个|换一个) U 盘$/u }).click();
    await page.getByText(/本站的 U 盘，.+装的/u).waitFor();
    await page.getByText("「点播本.html」和这台电脑上的一样").waitFor();
    await page.getByText(/放过 3 次，还没记进登记簿。/u).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "记进登记簿" }).click();
    await page.getByText("3 次记进登记簿了。", { exact: false }).first().waitFor();
    await page.getByRole("main").getByRole("button", { name: "撤销" }).first().click();
    await page.getByText(/放过 3 次，还没记进登记簿。/u).waitFor();
    await page.getByRole("button", { name: "记进登记簿" }).click();
    await page.getByText("3 次记进登记簿了。", { exact: false }).first().waitFor();
    await go(page, "#/register", "播放收看登记");
    await page.getByText(FLAG).first().waitFor();
    await go(page, "#/open-stick", "打开 U 盘");
    await page.getByRole("button", { name: "换一个 U 盘" }).click();
    await page.getByText("登记簿里都有了，没有新的。").waitFor();
  });
});

describe("a stick opened", () => {
  const openStick = async (to: Page): Promise<void> => {
    await go(to, "#/open-stick", "打开 U 盘");
    await to.getByRole("button", { name: /^(?:打开一个|换一个) U 盘$/u }).click();
    await to.getByRole("heading", { name: "上面有什么" }).waitFor();
  };

  it("gives back the film that went bad here, which the pre-flight had found", async () => {
    await makeWhole();
    const hash = await hashOf("party-flag.mp4");
    const bytes = await readFile(join(MEDIA, "party-flag.mp4"));
    const bad = Buffer.from(bytes);
    bad.fill(0, 1000, 2000);
    await setMedia(hash, bad);
    await go(page, "#/set-menus", "套餐");
    await page.locator('main a[href*="#/set-menus/"]').filter({ hasText: MENU }).click();
    await page.getByRole("link", { name: /能不能放/u }).click();
    await page.getByText("文件坏了，和存下时不一样。").waitFor(SOON);
    await page.getByRole("link", { name: "打开 U 盘" }).click();
    await page.getByRole("button", { name: /^(?:打开一个|换一个) U 盘$/u }).click();
    await page.getByText("这台电脑上坏了的 1 部，U 盘上有一样的。").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "换回 1 部好的" }).click();
    await page.getByText("换回来 1 部，都对过，能放了。").waitFor(SOON);
    await go(page, "#/library", "课件");
    await page.goto(`${address}/room.html`);
    await keypadReady(page);
    await playFilm(page, 1014, FLAG);
  });

  it("plays in place without copying, and copies what is lacking", async () => {
    await makeWhole();
    await setMedia(await hashOf("cabbage-field.mp4"), undefined);
    await openStick(page);
    await page.getByText(/本子里有、这台电脑上没有的：1 部/u).waitFor();
    await page.getByRole("button", { name: "不拷，从 U 盘放" }).click();
    await page.getByText("记住了，1 部从 U 盘放。").waitFor();
    await expectAccessible(page);
    await page.goto(`${address}/room.html`);
    await keypadReady(page);
    await playFilm(page, 3001, CABBAGE);
    await openStick(page);
    await page.getByRole("button", { name: "拷 1 部进来" }).click();
    await page.getByText(/拷进来 1 部，.+，都对过。/u).waitFor(SOON);
    await page.getByText("U 盘上有的，这台电脑上都有了。").waitFor();
  });

  it("that lies is not believed, and one that is older says so", async () => {
    await makeWhole();
    const hash = await hashOf("cabbage-field.mp4");
    const whole = await readFile(join(MEDIA, "cabbage-field.mp4"));
    await setMedia(hash, undefined);
    await putOnStick(page, STICK, CABBAGE_PATH, Buffer.alloc(whole.length, 7));
    const index: { book: { madeAt: number } } = JSON.parse(
      (await fileOnStick(page, STICK, "dianbo/manifest.json")).toString("utf8"),
    );
    index.book.madeAt -= 3 * 86_400_000;
    await putOnStick(page, STICK, "dianbo/manifest.json", Buffer.from(JSON.stringify(index)));
    await openStick(page);
    await page.getByText(/又装过新的，这一个旧了/u).waitFor();
    await page.getByRole("button", { name: "拷 1 部进来" }).click();
    await page.getByText("和 U 盘上写的不是同一部").waitFor(SOON);
    await setMedia(hash, whole);
    await emptyStick(page);
  });

  it("of another site: their list is looked through, then their films come along", async () => {
    await makeWhole();
    const other = await openOn();
    await plugIn(other, STICK);
    await other.goto(`${address}/#/settings`);
    await other.getByLabel("站点名字").fill("红旗村站");
    await other.getByLabel("站点名字").press("Enter");
    for (const { path } of await filesOnStick(page, STICK)) {
      await putOnStick(other, STICK, path, await fileOnStick(page, STICK, path));
    }
    await openStick(other);
    await other.getByText(/青禾社区站的 U 盘，.+装的/u).waitFor();
    await expectAccessible(other);
    await other.getByRole("button", { name: "看看他们的节目表" }).click();
    await other.getByRole("button", { name: "全部收下" }).click();
    await other
      .getByText(/收下了/u)
      .first()
      .waitFor();
    await go(other, "#/open-stick", "打开 U 盘");
    await other.getByRole("button", { name: "拷 2 部进来" }).click();
    await other.getByText(/拷进来 2 部/u).waitFor(SOON);
  });
});

describe("where no page may write into a folder", () => {
  it("the stick is a zip, with the same in it", async () => {
    const plain = await page.context().newPage();
    try {
      await plain.addInitScript(() => Reflect.deleteProperty(window, "showDirectoryPicker"));
      await go(plain, "#/stick", "去放映");
      await plain.getByRole("checkbox", { name: new RegExp(MENU, "u") }).check();
      await plain.getByText("这个浏览器不让网页直接写 U 盘", { exact: false }).waitFor();
      await expectAccessible(plain);
      const download = plain.waitForEvent("download");
      await plain.getByRole("button", { name: "做成 zip 文件" }).click();
      const file = await download;
      await plain.getByText(/做好了：点播本 青禾社区站 \d{4}-\d\d-\d\d\.zip/u).waitFor();
      const limits = { packedBytes: 1e9, unpackedBytes: 1e9, entries: 400 };
      const inside = readContainer(new Uint8Array(await readFile(await file.path())), limits);
      if (!inside.ok) throw new Error(inside.error.type);
      const whole = await readFile(join(MEDIA, "cabbage-field.mp4"));
      expect(Buffer.from(inside.value.get(CABBAGE_PATH) ?? []).equals(whole)).toBe(true);
      expect(inside.value.has("点播本.html")).toBe(true);
      expect(inside.value.has(FLAG_PATH)).toBe(true);
    } finally {
      await plain.close();
    }
  });
});
