/**
 * A list goes from one site to another by its QR code. Still: as a picture and through a camera. Moving:
 * forty items and more, played to a camera as a telephone plays a film of it. What is no list is refused
 * in words, the camera's light goes out, and nothing is sent anywhere.
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
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
  filmOfPictures,
  photographKeySheet,
} from "../support/qr-pictures.ts";
import { until } from "../support/until.ts";

/** The built app; `DIANBO_PWA` names another build of it. */
const APP = process.env["DIANBO_PWA"] ?? join(DIST, "pwa");
/** Pictures for looking at are kept where this names a folder. */
const PICTURES = process.env["DIANBO_PICTURES"];

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
  const home =
    options.extension === true ? `chrome-extension://${extensionId()}/app.html` : `${address}/`;
  await page.goto(`${home}#/settings`);
  if (options.shell === true) {
    await page.evaluate(() => localStorage.setItem("dianbo-language", "zh-CN"));
    await page.reload();
  }
  await page.getByLabel("站点名字").waitFor();
  return page;
};

const toRoom = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

const toScanning = async (page: Page): Promise<void> => {
  await toRoom(page, "#/share");
  await page.getByRole("link", { name: "照二维码" }).click();
  await page.getByRole("heading", { name: "照二维码收清单" }).waitFor();
};

const choosePictures = async (page: Page, paths: readonly string[]): Promise<void> => {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "选图片" }).click(),
  ]);
  await chooser.setFiles([...paths]);
};

/** The preview of so many items stands; all of it is taken. */
const takeAll = async (page: Page, items: number): Promise<void> => {
  await page.getByRole("heading", { name: "收进来之前看看" }).waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "全部收下" }).click();
  await page.getByText(new RegExp(`收下了 ${items} 部`, "u")).waitFor();
  await page.getByRole("link", { name: new RegExp(`课件.*${items}`, "u") }).waitFor();
};

/** Notes every track of a camera or a screen that the page gets, to ask later whether it still runs. */
const countTracks = (page: Page, way: "getUserMedia" | "getDisplayMedia"): Promise<void> =>
  page.evaluate((called) => {
    const { mediaDevices } = navigator;
    const ask = mediaDevices[called].bind(mediaDevices);
    mediaDevices[called] = async (wanted) => {
      const stream = await ask(wanted);
      Object.assign(window, { lentTracks: stream.getTracks() });
      return stream;
    };
  }, way);

const lentTracks = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const lent: unknown = Reflect.get(window, "lentTracks");
    return Array.isArray(lent) ? lent.map((track: MediaStreamTrack) => track.readyState) : [];
  });

const picture = async (page: Page, name: string): Promise<void> => {
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
};

/** So many frames are filmed: twice as many as the list has blocks. */
const FRAMES = 50;

/** The code as the page shows it, one pixel a square, once it is another than before. */
const shownCode = async (page: Page, before: string): Promise<string> => {
  const look = (): Promise<string> =>
    page
      .getByRole("img", { name: "二维码" })
      .first()
      .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL("image/png"));
  await until(async () => (await look()) !== before, "the next code");
  return await look();
};

/** Saves what 「存成图片」 offers. */
const savePicture = async (page: Page, as: string): Promise<void> => {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "存成图片" }).click();
  await (await download).saveAs(at(as));
  await page.getByText("存到下载里了，用微信发就行").waitFor();
};

/** How many items go as a film. */
let allItems = 0;
/** How many the set menu has that goes as one still code. */
let menuItems = 0;

/** How many items stand in the code that is shown. */
const itemsShown = async (page: Page): Promise<number> => {
  const text = await page.getByText(/^\d+ 部(?:都在|一张放不下)/u).textContent();
  return Number.parseInt(text ?? "", 10);
};

beforeAll(async () => {
  server = await serveApp({ root: APP, port: 0 });
  address = `http://localhost:${server.port}`;
  folder = await mkdtemp(join(tmpdir(), "dianbo-codes-"));
  const giver = await startPc();
  await giver.getByRole("button", { name: "载入样例" }).click();
  await giver.getByRole("link", { name: /课件.*86/u }).waitFor();
  await giver.getByLabel("站点名字").fill("青禾社区站");
  await giver.getByLabel("站点名字").press("Enter");
  await giver.emulateMedia({ reducedMotion: "reduce" });

  await toRoom(giver, "#/share");
  await giver.getByRole("button", { name: "做成二维码：主题党日标准餐" }).click();
  await giver.getByRole("heading", { name: "二维码：主题党日标准餐" }).waitFor();
  await giver.getByRole("img", { name: "清单的二维码" }).waitFor();
  menuItems = await itemsShown(giver);
  await expectAccessible(giver);
  await picture(giver, "still");
  await savePicture(giver, "still.png");
  await filmForCamera(at("still.png"), at("still.mjpeg"));
  await giver.getByRole("button", { name: "放大" }).click();
  await giver.getByRole("button", { name: "缩小" }).waitFor();
  await expectAccessible(giver);
  await picture(giver, "still-large");
  await giver.getByRole("button", { name: "缩小" }).click();
  await giver.getByRole("button", { name: "回去另选一份" }).click();

  await giver.getByRole("button", { name: "做成二维码：全部课件" }).click();
  await giver.getByRole("img", { name: "会动的二维码" }).waitFor();
  allItems = await itemsShown(giver);
  await expectAccessible(giver);
  await picture(giver, "moving");
  await savePicture(giver, "moving.png");
  // Whoever wants no motion has none: it stands until a key asks for the next one.
  const still = await shownCode(giver, "");
  await giver.getByRole("button", { name: "动起来" }).waitFor();
  expect(await shownCode(giver, "")).toBe(still);
  let before = "";
  for (let number = 0; number < FRAMES; number += 1) {
    const frame = await shownCode(giver, before);
    before = frame;
    const png = Buffer.from(frame.slice(frame.indexOf(",") + 1), "base64");
    await writeFile(at(`frame-${String(number).padStart(3, "0")}.png`), png);
    await giver.keyboard.press("ArrowRight");
  }
  await filmOfPictures(at("frame-%03d.png"), at("moving.mjpeg"));

  await toRoom(giver, "#/settings/key");
  await photographKeySheet(giver, at("key.png"));
  await drawQr("https://www.12371.cn/2026/11/20/ARTI.shtml", at("website.png"));
  await filmForCamera(at("website.png"), at("website.mjpeg"));
  for (const close of closing.splice(0)) await close();
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
afterAll(async () => {
  await server?.close();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

describe("a still code", () => {
  it("comes as a picture: what is none is refused in words, then the list is taken", async () => {
    const page = await startPc();
    await toScanning(page);
    await expectAccessible(page);
    await picture(page, "scan");
    await choosePictures(page, [at("website.png")]);
    await page.getByText(/这是一个网址（www\.12371\.cn），不是清单/u).waitFor();
    await choosePictures(page, [at("key.png")]);
    await page.getByText(/这是「站点钥匙单」的二维码/u).waitFor();
    await choosePictures(page, [join(APP, "icons", "icon-512.png")]);
    await page.getByText(/图里没找到二维码/u).waitFor();
    await choosePictures(page, [at("still.mjpeg")]);
    await page.getByText(/这张图打不开/u).waitFor();
    await expectAccessible(page);
    await choosePictures(page, [at("still.png")]);
    await takeAll(page, menuItems);
  });

  it("is pasted beside the door", async () => {
    const page = await startPc();
    await toRoom(page, "#/share");
    await page.getByRole("link", { name: "照二维码" }).waitFor();
    const bytes = [...(await readFile(at("still.png")))];
    await page.evaluate((given) => {
      const carried = new DataTransfer();
      carried.items.add(new File([Uint8Array.from(given)], "code.png", { type: "image/png" }));
      const main = document.querySelector("main") ?? document.body;
      main.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true }),
      );
    }, bytes);
    await takeAll(page, menuItems);
  });

  it("is seen by the camera, whose light goes out", async () => {
    const page = await startPc({ switches: cameraSwitches(at("still.mjpeg")) });
    await countTracks(page, "getUserMedia");
    await toScanning(page);
    await page.getByRole("button", { name: "用摄像头" }).click();
    await page.getByRole("heading", { name: "收进来之前看看" }).waitFor();
    expect(await lentTracks(page)).toEqual(["ended"]);
    await takeAll(page, menuItems);
  });

  it("is read by Chromium 109", async () => {
    const page = await startPc({ executable: await oldChromiumPath(), shell: true });
    await toScanning(page);
    await choosePictures(page, [at("still.png")]);
    await takeAll(page, menuItems);
  });
});

describe("a moving code", () => {
  it("is gathered by the camera, with what is still missing, and opens by itself", async () => {
    const page = await startPc({ switches: cameraSwitches(at("moving.mjpeg")) });
    await toScanning(page);
    await page.getByRole("button", { name: "用摄像头" }).click();
    await page.getByText(/已收 \d+ 份，还差约 \d+ 份/u).waitFor();
    await picture(page, "gathering");
    await takeAll(page, allItems);
  });

  it("is gathered inside the extension", async () => {
    const page = await startPc({
      extension: true,
      switches: cameraSwitches(at("moving.mjpeg")),
    });
    await toScanning(page);
    await page.getByRole("button", { name: "用摄像头" }).click();
    await takeAll(page, allItems);
  });

  it("is gathered from pictures: one by one, with what is missing, or all in one long picture", async () => {
    const page = await startPc();
    await toScanning(page);
    await choosePictures(page, [at("frame-000.png"), at("frame-001.png")]);
    await page.getByText(/图里的都收了，还没齐/u).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "从头来" }).click();
    await choosePictures(page, [at("moving.png")]);
    await takeAll(page, allItems);
  });
});

describe("the camera", () => {
  it("says what it saw where that is no list, goes on looking, and stops when told", async () => {
    const page = await startPc({ switches: cameraSwitches(at("website.mjpeg")) });
    await toScanning(page);
    await page.getByRole("button", { name: "用摄像头" }).click();
    await page.getByText(/这是一个网址（www\.12371\.cn），不是清单/u).waitFor();
    await expectAccessible(page);
    await picture(page, "something-else");
    await page.getByRole("button", { name: "不照了" }).click();
    await page.getByRole("button", { name: "用摄像头" }).waitFor();
  });

  it("is refused: said in words, and the other ways stay", async () => {
    const page = await startPc({ switches: ["--use-fake-device-for-media-stream"] });
    // Whoever is granted one thing here has refused all others.
    await page.context().grantPermissions(["clipboard-read"], { origin: address });
    await toScanning(page);
    await page.getByRole("button", { name: "用摄像头" }).click();
    await page.getByText(/浏览器没让用摄像头/u).waitFor();
    await choosePictures(page, [at("still.png")]);
    await page.getByRole("heading", { name: "收进来之前看看" }).waitFor();
  });
});

describe("this PC's own screen", () => {
  it("is looked at while the code stands on it, and no longer", async () => {
    const page = await startPc({
      switches: ["--auto-select-tab-capture-source-by-title=a picture in a chat"],
    });
    const chat = await page.context().newPage();
    await chat.goto(`${address}/room.html`);
    const bytes = (await readFile(at("still.png"))).toString("base64");
    await chat.setContent(
      // Something moves in every chat; of a page that stands quite still the browser may show nothing.
      `<title>a picture in a chat</title><img alt="" width="640" src="data:image/png;base64,${bytes}">
       <style>@keyframes typing { to { opacity: 0 } } p { animation: typing 0.3s infinite }</style><p>…</p>`,
    );
    await page.bringToFront();
    await countTracks(page, "getDisplayMedia");
    await toScanning(page);
    await page.getByRole("button", { name: "照这台电脑的屏幕" }).click();
    await page.getByRole("heading", { name: "收进来之前看看" }).waitFor({ timeout: 60_000 });
    expect(await lentTracks(page)).toEqual(["ended"]);
    await takeAll(page, menuItems);
  });
});

describe("all of it", () => {
  it("sends nothing anywhere", () => {
    expect(abroad).toEqual([]);
  });
});
