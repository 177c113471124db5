/**
 * Joining by the QR code of the printed key sheet: through a camera, from a photograph, on the old floor
 * and inside the extension; every way in which it does not work is said in words, and the camera's
 * light is out again afterwards.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import {
  type BrowserOptions,
  DIST,
  extensionId,
  newProfile,
  openBrowser,
} from "../support/browser.ts";
import { oldChromiumPath } from "../support/old-chromium.ts";
import {
  cameraSwitches,
  drawQr,
  filmForCamera,
  photographKeySheet,
} from "../support/qr-pictures.ts";

/** The built app; `DIANBO_PWA` names another build of it. */
const APP = process.env["DIANBO_PWA"] ?? join(DIST, "pwa");

let server: RunningServer;
let address: string;
let folder: string;
const closing: (() => Promise<void>)[] = [];
/** Requests that went to neither the app nor the extension, over all browsers. */
const abroad: string[] = [];

const at = (name: string): string => join(folder, name);

const startPc = async (options: Omit<BrowserOptions, "profile"> = {}): Promise<Page> => {
  const profile = await newProfile();
  const browser = await openBrowser({ profile, ...options });
  closing.push(async () => {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  browser.context.on("request", (request) => {
    const url = request.url();
    if (!/^(?:data|blob|chrome-extension|devtools):/u.test(url) && !url.startsWith(address)) {
      abroad.push(url);
    }
  });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(
    options.extension === true ? `chrome-extension://${extensionId()}/app.html#/` : `${address}/#/`,
  );
  if (options.shell === true) {
    await page.evaluate(() => localStorage.setItem("dianbo-language", "zh-CN"));
    await page.reload();
  }
  await page.getByRole("heading", { name: "开个本子" }).waitFor();
  return page;
};

/** Notes every camera track that the page gets, so that one can ask later whether it still runs. */
const countTracks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted);
      Object.assign(window, { lentTracks: stream.getTracks() });
      return stream;
    };
  });

const lentTracks = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const lent: unknown = Reflect.get(window, "lentTracks");
    return Array.isArray(lent) ? lent.map((track: MediaStreamTrack) => track.readyState) : [];
  });

const toKeySheet = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "有钥匙单" }).click();
  await page.getByRole("heading", { name: "照钥匙单接着用" }).waitFor();
};

const choosePicture = async (page: Page, path: string): Promise<void> => {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "选一张照片" }).click(),
  ]);
  await chooser.setFiles(path);
};

const joinNow = async (page: Page): Promise<void> => {
  await page.getByRole("heading", { name: "加入「青禾社区站」" }).waitFor();
  await page.getByRole("button", { name: "加入", exact: true }).click();
  await page.getByRole("link", { name: "青禾社区站" }).waitFor();
};

/** The site's id as the settings' key sheet prints it. */
const siteOf = async (page: Page): Promise<string> => {
  await page.evaluate(() => {
    location.hash = "#/settings";
  });
  await page.getByRole("link", { name: "印钥匙单" }).click();
  const code = page.locator("[data-code]");
  await code.locator("span").first().waitFor();
  return (await code.textContent()) ?? "";
};

let key: string;

beforeAll(async () => {
  server = await serveApp({ root: APP, port: 0 });
  address = `http://localhost:${server.port}`;
  folder = await mkdtemp(join(tmpdir(), "dianbo-qr-"));
  const first = await startPc();
  await first.getByLabel("站点叫什么").fill("青禾社区站");
  await first.keyboard.press("Enter");
  await first.getByRole("link", { name: "青禾社区站" }).waitFor();
  key = await siteOf(first);
  await photographKeySheet(first, at("sheet.png"));
  await filmForCamera(at("sheet.png"), at("sheet.mjpeg"));
  await drawQr("https://www.12371.cn/2026/11/20/ARTI.shtml", at("website.png"));
  await filmForCamera(at("website.png"), at("website.mjpeg"));
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
afterAll(async () => {
  await server?.close();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

describe("the camera", () => {
  it("sees the printed sheet, joins, and is let go", async () => {
    const page = await startPc({ switches: cameraSwitches(at("sheet.mjpeg")) });
    await countTracks(page);
    await toKeySheet(page);
    await expectAccessible(page);
    expect(await lentTracks(page)).toEqual([]);
    await page.getByRole("button", { name: "用摄像头照" }).click();
    await page.getByRole("heading", { name: "加入「青禾社区站」" }).waitFor();
    expect(await lentTracks(page)).toEqual(["ended"]);
    await joinNow(page);
    expect(await siteOf(page)).toBe(key);
  });

  it("says what it saw where that is no key, goes on looking, and stops when told", async () => {
    const page = await startPc({ switches: cameraSwitches(at("website.mjpeg")) });
    await countTracks(page);
    await toKeySheet(page);
    await page.getByRole("button", { name: "用摄像头照" }).click();
    await page.getByText(/这个二维码不是点播本的钥匙/u).waitFor();
    await expectAccessible(page);
    expect(await lentTracks(page)).toEqual(["live"]);
    await page.getByRole("button", { name: "不照了" }).click();
    await page.getByRole("button", { name: "用摄像头照" }).waitFor();
    expect(await lentTracks(page)).toEqual(["ended"]);
  });

  it("is refused or missing: said in words, and the other ways stay", async () => {
    const page = await startPc({ switches: ["--use-fake-device-for-media-stream"] });
    // Whoever is granted one thing here has refused all others.
    await page.context().grantPermissions(["clipboard-read"], { origin: address });
    await toKeySheet(page);
    await page.getByRole("button", { name: "用摄像头照" }).click();
    await page.getByText(/浏览器没让用摄像头/u).waitFor();
    await expectAccessible(page);
    const bare = await startPc({ switches: ["--use-fake-ui-for-media-stream"] });
    await toKeySheet(bare);
    await bare.getByRole("button", { name: "用摄像头照" }).click();
    await bare.getByText(/这里用不了摄像头/u).waitFor();
    await choosePicture(bare, at("sheet.png"));
    await joinNow(bare);
  });
});

describe("a picture", () => {
  it("is refused in words where it holds no code or another one, then joins by the sheet", async () => {
    const page = await startPc();
    await toKeySheet(page);
    await choosePicture(page, at("website.png"));
    await page.getByText(/这个二维码不是点播本的钥匙/u).waitFor();
    await choosePicture(page, at("sheet.mjpeg"));
    await page.getByText(/这张照片打不开|这不是加入文件/u).waitFor();
    await choosePicture(page, join(APP, "icons", "icon-512.png"));
    await page.getByText(/照片里没找到二维码/u).waitFor();
    await expectAccessible(page);
    await choosePicture(page, at("sheet.png"));
    await joinNow(page);
    expect(await siteOf(page)).toBe(key);
  });

  it("is pasted or dropped on the first screen", async () => {
    const bytes = [...(await readFile(at("sheet.png")))];
    for (const way of ["paste", "drop"] as const) {
      const page = await startPc();
      await page.evaluate(
        ([how, picture]) => {
          const carried = new DataTransfer();
          carried.items.add(
            new File([Uint8Array.from(picture)], "sheet.png", { type: "image/png" }),
          );
          const target = document.querySelector("main") ?? document.body;
          target.dispatchEvent(
            how === "paste"
              ? new ClipboardEvent("paste", { clipboardData: carried, bubbles: true })
              : new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }),
          );
        },
        [way, bytes] as const,
      );
      await page.getByRole("heading", { name: "加入「青禾社区站」" }).waitFor();
    }
  });

  it("is read by Chromium 109", async () => {
    const page = await startPc({ executable: await oldChromiumPath(), shell: true });
    await toKeySheet(page);
    await choosePicture(page, at("sheet.png"));
    await joinNow(page);
  });
});

describe("inside the extension", () => {
  it("the camera sees the sheet as well", async () => {
    const page = await startPc({
      extension: true,
      switches: cameraSwitches(at("sheet.mjpeg")),
    });
    await toKeySheet(page);
    await page.getByRole("button", { name: "用摄像头照" }).click();
    await joinNow(page);
    expect(await siteOf(page)).toBe(key);
  });
});

describe("the first screen", () => {
  it("asks whether there is a book already, and says where to look", async () => {
    const page = await startPc();
    await page.getByText("这台电脑上已经有本子了吗？").click();
    await page.getByText(/拼图图标/u).waitFor();
    await expectAccessible(page);
  });

  it("sends nothing anywhere", () => {
    expect(abroad).toEqual([]);
  });
});
