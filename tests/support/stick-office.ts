/**
 * An office with a stick that can be pulled out: the app with a copying worker that fails as a browser does, the
 * sample book with two films and an article that hold, a directory of the private storage as the stick.
 */
import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { serveApp } from "../../scripts/serve-app.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "./browser.ts";
import { plugIn } from "./disk-in-browser.ts";
import { plant } from "./keep-item.ts";
import { oldChromiumPath } from "./old-chromium.ts";
import { openSampleBook } from "./sample-book.ts";

/** The name of the stick. */
export const STICK = "U盘";
/** The menu that goes onto it. */
export const STICK_MENU = "主题党日标准餐";
/** Slow machines take their time. */
export const SOON = { timeout: 20_000 };

const MEDIA = fileURLToPath(new URL("../../demonstration/media/", import.meta.url));

/**
 * Put before the scripts of the workers that copy onto a stick and off it, and into the page: a stick that is
 * pulled out after as many bytes as the file `pull` (writing) or `pull-reading` in the private storage says, and
 * is out while `out` lies there. It fails as a browser does.
 */
const PULLABLE = `(() => {
  let written = 0;
  let read = 0;
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
  const after = (name) =>
    memo(name).then(async (file) => Number(await (await file.getFile()).text()), () => Infinity);
  const { arrayBuffer } = Blob.prototype;
  Blob.prototype.arrayBuffer = async function () {
    read += this.size;
    if (read > (await after("pull-reading"))) {
      await memo("out", { create: true });
      throw new DOMException("planted", "NotReadableError");
    }
    return arrayBuffer.call(this);
  };
  const stream = FileSystemWritableFileStream.prototype;
  const { write } = stream;
  stream.write = async function (bytes) {
    written += bytes.length;
    if (written > (await after("pull"))) {
      await memo("out", { create: true });
      gone();
    }
    return write.call(this, bytes);
  };
})();
`;

/** The bytes of a film of the demonstration, and their hash. */
export const demonstrationFilm = async (
  name: string,
): Promise<{ readonly bytes: Buffer; readonly hash: string }> => {
  const bytes = await readFile(join(MEDIA, name));
  return { bytes, hash: createHash("sha256").update(bytes).digest("hex") };
};

/** Opens a room anew, whatever room of the office was open before. */
export const goTo = async (
  page: Page,
  address: string,
  hash: string,
  heading: string,
): Promise<void> => {
  await page.goto(`${address}/#/nowhere`);
  await page.goto(`${address}/${hash}`);
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
};

/**
 * Pulls the stick out once so many bytes were copied onto it, or off it; without a number it is put back in.
 */
export const pullAfter = (
  page: Page,
  bytes?: number,
  which: "pull" | "pull-reading" = "pull",
): Promise<void> =>
  page.evaluate(
    async ([after, how]) => {
      const all = await navigator.storage.getDirectory();
      for (const name of ["pull", "pull-reading", "out"]) {
        await all.removeEntry(name).catch(() => undefined);
      }
      if (after === undefined) return;
      const writing = await (await all.getFileHandle(how, { create: true })).createWritable();
      await writing.write(String(after));
      await writing.close();
    },
    [bytes, which] as const,
  );

/** Takes everything off the stick. */
export const emptyStick = (page: Page): Promise<void> =>
  page.evaluate(async (name) => {
    const all = await navigator.storage.getDirectory();
    await all.removeEntry(name, { recursive: true }).catch(() => undefined);
  }, STICK);

/** Puts bytes under a hash in the browser's own storage, whatever they are; without any takes the file away. */
export const setMedia = (page: Page, hash: string, bytes?: Buffer): Promise<void> =>
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

/** Ticks the menu and chooses the stick. */
export const chooseStick = async (page: Page, address: string): Promise<void> => {
  await goTo(page, address, "#/stick", "去放映");
  await page.getByRole("checkbox", { name: new RegExp(STICK_MENU, "u") }).check();
  const choose = page.getByRole("button", { name: "选 U 盘" });
  await choose
    .or(page.getByRole("button", { name: "换一个" }))
    .first()
    .click();
  await page.getByRole("button", { name: /^(?:开始装|接着装|再装一遍)$/u }).waitFor();
};

/** Makes the stick whole, whatever lies on it; what the room says instead is in the error. */
export const makeWhole = async (page: Page, address: string): Promise<void> => {
  await chooseStick(page, address);
  await page.getByRole("button", { name: /^(?:开始装|接着装|再装一遍)$/u }).click();
  const made = page.getByText(`「${STICK}」可以带走`, { exact: false });
  await made.waitFor(SOON).catch(async () => {
    throw new Error(`the stick was not made: ${await page.locator("main").textContent()}`);
  });
};

/** An office, and what was opened beside it. */
export interface StickOffice {
  readonly page: Page;
  readonly address: string;
  /** A page of another profile; of Chromium 109 where that is wished. */
  openOn(old?: boolean): Promise<Page>;
  /** Takes a folder away at the end. */
  forget(folder: string): void;
  close(): Promise<void>;
}

/** Opens the office with its book. */
export const openStickOffice = async (): Promise<StickOffice> => {
  const folders: string[] = [];
  const browsers: TestBrowser[] = [];
  const root = await mkdtemp(join(tmpdir(), "dianbo-stick-app-"));
  folders.push(root);
  await cp(join(DIST, "pwa"), root, { recursive: true });
  for (const name of await readdir(join(root, "assets"))) {
    if (!/^(?:copy|media)-worker/u.test(name)) continue;
    const path = join(root, "assets", name);
    await writeFile(path, `${PULLABLE}${await readFile(path, "utf8")}`);
  }
  const server = await serveApp({ root, port: 0 });
  const address = `http://localhost:${server.port}`;
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
  const page = await openOn();
  await plugIn(page, STICK);
  await page.addInitScript(PULLABLE);
  await openSampleBook(page, address);
  const picture = await demonstrationFilm("charging-shed.jpg");
  const cabbage = await demonstrationFilm("cabbage-field.mp4");
  await plant(
    page,
    [
      { number: 4004, file: { bytes: picture.bytes, mime: "image/jpeg", name: "车棚.jpg" } },
      { number: 3001, file: { bytes: cabbage.bytes, mime: "video/mp4", name: "白菜.mp4" } },
      {
        number: 2011,
        fields: {
          kind: "article",
          article: {
            html: `<p>种子要挑饱满的。</p><img src="media:${picture.hash}"><script>alert(1)</script>`,
            text: "种子要挑饱满的。",
            pictures: [],
          },
        },
      },
    ],
    [{ number: 1, parts: [1014, 2011, { name: "讨论", minutes: 5 }, 3001, 1002] }],
  );
  await page.reload();
  return {
    page,
    address,
    openOn,
    forget: (folder) => folders.push(folder),
    close: async () => {
      for (const browser of browsers) await browser.close();
      await server.close();
      for (const folder of folders) {
        await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      }
    },
  };
};
