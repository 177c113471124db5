/**
 * The same extension in Firefox ESR, which has neither side panel nor offscreen document: clip by the
 * real shortcut and one key, allow the portal in the browser's own question, have the number at once;
 * then the portal is gone, the browser starts anew, and it plays by number.
 */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Portal, servePortal } from "@dianbo/demonstration/serve";
import { readContainer } from "@dianbo/shared/sharing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PORTAL_PAGES } from "../support/clipping.ts";
import { type Display, openDisplay } from "../support/display.ts";
import {
  allowInFirefox,
  downloadsOf,
  type Firefox,
  type FirefoxTab,
  newFirefoxProfile,
  openFirefox,
} from "../support/firefox.ts";
import { openPortalProxy, type PortalProxy } from "../support/portal-proxy.ts";
import { drawQr } from "../support/qr-pictures.ts";
import { until } from "../support/until.ts";

const SOON = { timeout: 15_000 };
const FILM = "微党课：一面党旗的故事";
const FILM_FILE = "/video/2026/11/23/flag_h264_640.mp4";
const ARTICLE = "电动自行车充电安全，记住这八条";
const LIST = "http://www.qinghe.gov.cn/nyjs/";
const ENTER = "\uE007";
const ESCAPE = "\uE00C";
const PAGE_DOWN = "\uE00F";
const NUMBER = "document.querySelector('.num')?.textContent";
const POSITION = "document.querySelector('video')?.currentTime ?? 0";
const KEYPAD =
  "[...document.querySelectorAll('button')].some((one) => one.innerText.includes('播放'))";

let portal: Portal;
let proxy: PortalProxy;
let display: Display;
let profile: string;
let firefox: Firefox;

beforeAll(async () => {
  portal = await servePortal({ port: 0 });
  proxy = await openPortalProxy(portal);
  display = await openDisplay();
  profile = await newFirefoxProfile(proxy.port);
  firefox = await openFirefox(profile, display);
  await firefox.installExtension();
  // The greeting takes the window; clipping begins when it has been read.
  await (await firefox.tabAt("welcome.html")).close();
});
afterAll(async () => {
  await firefox?.close();
  display?.close();
  await proxy?.close();
  await portal?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** Presses the shortcut on a portal page; the panel opens in a tab of its own. */
const clipPage = async (url: string): Promise<{ page: FirefoxTab; panel: FirefoxTab }> => {
  const page = await firefox.openTab(url);
  await until(() => display.rests(500), "the page to stand still");
  await display.press("alt+shift+d");
  const panel = await firefox.tabAt("panel.html?tab=");
  await panel.waitFor("document.querySelector('#title')?.value", "the page in the panel");
  return { page, panel };
};

describe("clipping in Firefox", () => {
  it("saves a film from a host that wants its own page as Referer, and has its number at once", async () => {
    proxy.guard(FILM_FILE);
    const { page, panel } = await clipPage(PORTAL_PAGES.film);
    expect(await panel.evaluate("document.querySelector('#title').value")).toBe(FILM);
    await panel.press("1");
    await allowInFirefox(firefox, display);
    await panel.waitForText("存下了，归在基层党建。");
    expect(await panel.evaluate(NUMBER)).toBe("1001");
    await panel.waitForText("也下好了，断网能放。");
    await panel.close();
    await page.close();
  });

  it("saves an article with its pictures", async () => {
    const { page, panel } = await clipPage(PORTAL_PAGES.article);
    await panel.press("4");
    await allowInFirefox(firefox, display);
    await panel.waitForText("存下了，归在科普知识。");
    expect(await panel.evaluate(NUMBER)).toBe("4001");
    await panel.close();
    await page.close();
  });

  it("says what it has already, and asks nothing a second time", async () => {
    const { page, panel } = await clipPage(PORTAL_PAGES.film);
    await panel.waitForText("已有");
    expect(await panel.evaluate(NUMBER)).toBe("1001");
    expect(await firefox.asks()).toBe(false);
    await panel.close();
    await page.close();
  });

  it("shows both in the book", async () => {
    const app = await firefox.openExtensionPage("app.html#/library");
    await app.waitForText(FILM);
    await app.waitForText(ARTICLE);
    await app.close();
  });
});

describe("a list in Firefox", () => {
  const boxes = "[...document.querySelectorAll('ul input[type=checkbox]')]";
  const titles = "document.querySelector('main').innerText";
  let panel: FirefoxTab;
  let page: FirefoxTab;
  let picked: readonly string[];

  it("is read, and turned by the tab's own fetch", async () => {
    page = await firefox.openTab(LIST);
    await until(() => display.rests(500), "the page to stand still");
    await display.press("alt+shift+d");
    panel = await firefox.tabAt("panel.html?tab=");
    await panel.waitForText("从这页挑");
    await panel.waitFor(`${boxes}.length === 20`, "the rows of the first page");
    await panel.evaluate("document.querySelector('[aria-label=再翻一页]').click()");
    await panel.waitFor(`${boxes}.length === 40`, "the rows of the second page");
    const turned = portal.requests.filter(({ path }) => path === "/nyjs/index_1.shtml");
    expect(turned.map(({ referer }) => referer)).toEqual([LIST]);
  });

  it("two of it are ticked, filed and queued; they are kept though no panel is open", async () => {
    const chosen = `[${boxes}[3], ${boxes}[30]]`;
    picked = String(
      await panel.evaluate(
        `${chosen}.map((box) => box.closest('li').querySelector('[title]').title).join('|')`,
      ),
    ).split("|");
    // All were ticked, then none, then two.
    await panel.evaluate("document.querySelector('label input[type=checkbox]').click()");
    await panel.waitFor(`${boxes}.every((box) => !box.checked)`, "no tick");
    await panel.evaluate(`${chosen}.forEach((box) => box.click())`);
    await panel.press("3");
    await panel.waitForText("存下 2 条");
    await panel.press(ENTER);
    await allowInFirefox(firefox, display);
    await panel.waitFor("document.querySelector('progress')", "the queue");
    await panel.close();
    await page.close();
    const app = await firefox.openExtensionPage("app.html#/library");
    for (const title of picked) {
      await until(
        async () => String(await app.evaluate(titles)).includes(title),
        `「${title}」 to be kept`,
        60,
      );
    }
    const numbers =
      "[...document.querySelectorAll('.num')].map((one) => one.textContent).join(' ')";
    expect(await app.evaluate(numbers)).toContain("3001 3002");
    await app.close();
  });
});

describe("a list's QR code in Firefox", () => {
  it("is read off a picture, in a worker with wasm, and the list opens", async () => {
    const folder = await mkdtemp(join(tmpdir(), "dianbo-code-"));
    const said = new URL("../package-versions/v1-code.txt", import.meta.url);
    await drawQr(await readFile(said, "utf8"), join(folder, "code.png"));
    const picture = (await readFile(join(folder, "code.png"))).toString("base64");
    await rm(folder, { recursive: true });
    const app = await firefox.openExtensionPage("app.html#/share/scan");
    await app.waitForText("照二维码收清单");
    await app.evaluate(`(() => {
      const bytes = Uint8Array.from(atob("${picture}"), (sign) => sign.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], "code.png", { type: "image/png" }));
      document.querySelector("main").dispatchEvent(
        new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }),
      );
    })()`);
    await app.waitForText("收进来之前看看");
    await app.waitForText("识别常见养老骗局");
    await app.close();
  });
});

describe("the study room in Firefox, the portal gone and the browser started anew", () => {
  let room: FirefoxTab;
  beforeAll(async () => {
    await firefox.close();
    await portal.close();
    firefox = await openFirefox(profile, display);
    room = await firefox.openExtensionPage("room.html");
    await room.waitFor(KEYPAD, "the keypad");
  });
  it("still offers 「存进点播本」 in the context menu", async () => {
    const told = "done(chrome.runtime.lastError?.message ?? 'there')";
    const asked = `new Promise((done) => chrome.contextMenus.update("clip", {}, () => ${told}))`;
    expect(await room.evaluate(asked)).toBe("there");
  });

  it("plays the film by its number", async () => {
    await room.press(..."1001");
    await room.waitForText(FILM);
    await room.press(ENTER);
    await expect.poll(() => room.evaluate(POSITION), SOON).toBeGreaterThan(0.5);
    await room.press(ESCAPE);
    await room.waitFor(KEYPAD, "the keypad");
  });

  it("reads the article page by page", async () => {
    await room.press(..."4001");
    await room.waitForText(ARTICLE);
    await room.press(ENTER);
    await room.waitFor("document.querySelector('[aria-label=\"画面\"]')", "the page");
    expect(await room.evaluate("document.querySelector('video') === null")).toBe(true);
    await room.waitFor("/1 \\/ [2-9]/u.test(document.body.innerText)", "several pages");
    await room.press(PAGE_DOWN);
    await room.waitForText("2 / ");
    await room.press(ESCAPE);
    await room.waitFor(KEYPAD, "the keypad");
  });

  it("goes to a showing elsewhere as a zip, for no page here may write onto a stick", async () => {
    const app = await firefox.openExtensionPage("app.html#/stick");
    await app.waitForText("左边还没有勾套餐");
    const found = (selector: string, text: string): string =>
      `[...document.querySelectorAll("${selector}")].find((one) => one.innerText.includes("${text}"))`;
    await app.evaluate(`${found("label, button", "整本点播本")}.click()`);
    await app.waitForText("这个浏览器不让网页直接写 U 盘");
    await app.waitForText("有号码的 4 部");
    await app.waitFor(`${found("button", "做成 zip 文件")}?.disabled === false`, "the button");
    await app.evaluate(`${found("button", "做成 zip 文件")}.focus()`);
    await app.press(ENTER);
    await app.waitForText("做好了");
    const saved = (): Promise<readonly string[]> => readdir(downloadsOf(profile)).catch(() => []);
    await expect.poll(saved, SOON).toEqual([expect.stringMatching(/^点播本.*\.zip$/u)]);
    const [name = ""] = await saved();
    const limits = { packedBytes: 1e9, unpackedBytes: 1e9, entries: 400 };
    const packed = new Uint8Array(await readFile(join(downloadsOf(profile), name)));
    const inside = readContainer(packed, limits);
    if (!inside.ok) throw new Error(inside.error.type);
    const paths = [...inside.value.keys()];
    expect(paths).toEqual(expect.arrayContaining(["点播本.html", "dianbo/manifest.js"]));
    expect(paths.filter((path) => path.startsWith("1 基层党建/1001 "))).toHaveLength(1);
    expect(paths.filter((path) => path.startsWith("4 科普知识/4001 "))).toHaveLength(1);
    await app.close();
  });
});

it("asked nobody but the portal's two sites", async () => {
  // Firefox looks after itself at its maker's; none of that is the extension's. Anybody else turns the proxy's end red.
  const others = [...proxy.hosts].filter(
    (host) => !/\.(?:mozilla|firefox)\.(?:com|org|net)$/u.test(host),
  );
  expect(others.sort()).toEqual(["www.12371.cn", "www.qinghe.gov.cn"]);
  await until(async () => !(await firefox.hasTab("http")), "no page of the web");
});
