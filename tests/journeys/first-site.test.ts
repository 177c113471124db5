/**
 * A new site on its own: the unpacked folder is loaded, the greeting leads into the book and to a portal,
 * the first film is clipped by the real keys and the browser's real question, and plays by its number.
 * Twelve acts at most until the first number stands in the book.
 */
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Portal, servePortal } from "@dianbo/demonstration/serve";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { INSTALL_PAGE, installPage } from "../../extension/install/page.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { countActs } from "../support/acts.ts";
import {
  DIST,
  extensionId,
  newProfile,
  openBrowser,
  type TestBrowser,
} from "../support/browser.ts";
import { allowHosts, panelTakesKeys } from "../support/clipping.ts";
import { type Display, openDisplay } from "../support/display.ts";
import { loadUnpacked } from "../support/load-unpacked.ts";
import { keypadReady, playFilm } from "../support/study-room.ts";
import { until } from "../support/until.ts";

const SOON = { timeout: 15_000 };
const FILM = "微党课：一面党旗的故事";

let portal: Portal;
let display: Display;
let profile: string;
let disk: string;
let browser: TestBrowser;
/** Everything that any page asked of a server. */
const asked: string[] = [];
const acts = countActs();

beforeAll(async () => {
  portal = await servePortal({ port: 0 });
  display = await openDisplay();
  profile = await newProfile();
  disk = await mkdtemp(join(tmpdir(), "dianbo-disk-"));
  await cp(join(DIST, "extension-chromium"), join(disk, "dianbo"), { recursive: true });
  browser = await openBrowser({ profile, display, extension: "by-hand", portal: portal.port });
  browser.context.on("request", (request) => {
    if (/^https?:/u.test(request.url())) asked.push(request.url());
  });
  // The demonstration portal speaks plain http; the real one sends everybody to https.
  await browser.context.route("https://www.12371.cn/", (route) =>
    route.fulfill({ status: 302, headers: { location: "http://www.12371.cn/index.shtml" } }),
  );
});
afterAll(async () => {
  await browser?.close();
  display?.close();
  await portal?.close();
  for (const folder of [profile, disk]) {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

const newTab = (doing: () => Promise<void>): Promise<Page> =>
  Promise.all([browser.context.waitForEvent("page"), doing()]).then(([page]) => page);

let greeting: Page;

it("is told by 安装.html that this browser will do, and the steps of each browser", async () => {
  const path = join(disk, INSTALL_PAGE);
  await writeFile(path, installPage());
  const page = await browser.context.newPage();
  await page.goto(pathToFileURL(path).href);
  await page.getByText(/^能装。您用的是 Chrome/u).waitFor();
  const guides = page.getByRole("group", { name: "您用哪种浏览器" });
  for (const name of ["360、奇安信等国产", "Edge", "Firefox", "Chrome"]) {
    await guides.getByText(name, { exact: true }).click();
    await expect.poll(() => guides.getByRole("listitem").count(), SOON).toBe(4);
  }
  await expectAccessible(page);
  await page.close();
  expect(asked).toEqual([]);
});

it("greets after the folder was loaded, and asks nothing of any server", async () => {
  // The system's own window for choosing a folder is out of reach; these are the acts that it stands for.
  acts.count("chrome://extensions, Enter", "开发者模式", "加载已解压的扩展程序", "选择文件夹");
  greeting = await newTab(() => loadUnpacked(browser, join(disk, "dianbo")));
  await greeting.getByRole("heading", { name: "装好了" }).waitFor();
  expect(greeting.url()).toBe(`chrome-extension://${extensionId()}/welcome.html`);
  await expectAccessible(greeting);
  expect(asked).toEqual([]);
});

it("opens the book and gives the site its name", async () => {
  const app = await acts.act("打开点播本", () =>
    newTab(() => greeting.getByRole("link", { name: "打开点播本" }).click()),
  );
  const name = app.getByLabel("站点叫什么");
  await expect.poll(() => name.evaluate((field) => field.matches(":focus")), SOON).toBe(true);
  await acts.act("青禾社区站, Enter", async () => {
    await app.keyboard.type("青禾社区站");
    await app.keyboard.press("Enter");
  });
  await app.getByRole("link", { name: /收件/u }).waitFor();
  expect(asked).toEqual([]);
});

it("clips the first film by the real keys and the browser's real question", async () => {
  await acts.act("回到「装好了」", () => greeting.bringToFront());
  const page = await acts.act("打开第一个门户", () =>
    newTab(() => greeting.getByRole("link", { name: /打开第一个门户/u }).click()),
  );
  await acts.act(FILM, () => page.getByRole("link", { name: FILM }).first().click());
  await page.waitForURL(/VIDE/u);
  await acts.act("Alt+Shift+D", () => display.press("alt+shift+d"));
  await until(() => panelTakesKeys(browser), "the panel beside the page to take keys");
  await allowHosts(display, () => acts.act("1", () => display.press("1")));
  acts.count("允许");
});

it("has its number after at most twelve acts", async () => {
  const app = await browser.context.newPage();
  await app.goto(`chrome-extension://${extensionId()}/app.html#/library`);
  const row = app.getByRole("row").filter({ hasText: FILM });
  await expect.poll(() => row.locator(".num").allTextContents(), SOON).toEqual(["1001"]);
  expect(acts.done.length, acts.done.join(" → ")).toBeLessThanOrEqual(12);
  await app.close();
});

it("plays it in the study room", async () => {
  const room = await browser.context.newPage();
  await room.goto(`chrome-extension://${extensionId()}/room.html`);
  await keypadReady(room);
  await playFilm(room, 1001, FILM);
});

it("asked only the portal that was opened", () => {
  const hosts = new Set(asked.map((url) => new URL(url).hostname));
  expect([...hosts].filter((host) => !host.endsWith(".12371.cn"))).toEqual([]);
});
