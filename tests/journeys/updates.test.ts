/**
 * A newer version comes where a person wants it: the hosted app's, announced in the office and held back while
 * another window is open; the extension's, whose folder is replaced by copying.
 */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import {
  DIST,
  extensionId,
  newProfile,
  openBrowser,
  type TestBrowser,
} from "../support/browser.ts";
import { loadUnpacked } from "../support/load-unpacked.ts";
import { keypadReady } from "../support/study-room.ts";

const SOON = { timeout: 20_000 };

const inChinese = async (browser: TestBrowser): Promise<Page> => {
  await browser.context.addInitScript(() => localStorage.setItem("dianbo-language", "zh-CN"));
  return browser.context.pages()[0] ?? (await browser.context.newPage());
};

describe("the hosted app", () => {
  let server: RunningServer;
  let browser: TestBrowser;
  let profile: string;
  let build: string;
  let address: string;
  let office: Page;

  /** The next build behind the same address: its office says so in its source. */
  const publish = async (name: string): Promise<void> => {
    const page = join(build, "index.html");
    const html = await readFile(page, "utf8");
    const next = html.replace(
      /<meta name="build"[^>]*>|(?=<\/head>)/u,
      `<meta name="build" content="${name}">`,
    );
    await writeFile(page, next);
    const worker = join(build, "service-worker.js");
    const script = await readFile(worker, "utf8");
    const renamed = script.replace(
      /"revision":"[^"]*"(?=,"url":"index\.html")/u,
      `"revision":"${name}"`,
    );
    expect(renamed).not.toBe(script);
    await writeFile(worker, renamed);
  };
  const buildOf = (page: Page): Promise<string | null> =>
    page.evaluate(
      () => document.querySelector("meta[name=build]")?.getAttribute("content") ?? null,
    );

  beforeAll(async () => {
    build = await mkdtemp(join(tmpdir(), "dianbo-build-"));
    await cp(process.env["DIANBO_PWA"] ?? join(DIST, "pwa"), build, { recursive: true });
    server = await serveApp({ root: build, port: 0 });
    address = `http://localhost:${server.port}`;
    profile = await newProfile();
    browser = await openBrowser({ profile });
    office = await inChinese(browser);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    for (const folder of [profile, build]) {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });

  it("says that a newer version is ready, and waits for the study room", async () => {
    await office.goto(`${address}/#/settings`);
    await office.getByRole("button", { name: "载入样例" }).click();
    await office.getByRole("button", { name: "清掉样例" }).waitFor(SOON);
    await office.waitForFunction(() => navigator.serviceWorker.controller !== null, null, SOON);
    const room = await browser.context.newPage();
    await room.goto(`${address}/room.html`);
    await keypadReady(room);
    await publish("second");
    await office.reload();
    await office.getByText("新版本已备好。").waitFor(SOON);
    await office.getByText(/学习室开着，先不换/u).waitFor(SOON);
    expect(await office.getByRole("button", { name: "现在换上" }).count()).toBe(0);
    await expectAccessible(office);
    // The room itself says nothing of it.
    expect(await room.getByText(/新版/u).count()).toBe(0);
    await room.close();
    await office.getByRole("button", { name: "现在换上" }).waitFor(SOON);
    expect(await buildOf(office)).toBeNull();
  });

  it("waits for other windows of the office, and is put in place by one click", async () => {
    const other = await browser.context.newPage();
    await other.goto(`${address}/#/library`);
    await office.getByText(/点播本还开着别的窗口/u).waitFor(SOON);
    await other.close();
    await office.getByRole("button", { name: "现在换上" }).click();
    await expect.poll(() => buildOf(office).catch(() => null), SOON).toBe("second");
    await office.getByRole("button", { name: "清掉样例" }).waitFor(SOON);
    expect(await office.getByText("新版本已备好。").count()).toBe(0);
  });
});

describe("the extension's folder", () => {
  let browser: TestBrowser;
  let profile: string;
  let disk: string;
  const folder = (): string => join(disk, "dianbo");

  const openSettings = async (): Promise<Page> => {
    const page = await browser.context.newPage();
    await page.goto(`chrome-extension://${extensionId()}/app.html#/settings`);
    return page;
  };

  /** Copies a newer build over the running one, without some of its files. */
  const copyOver = async (version: string, lacking: readonly string[]): Promise<void> => {
    const list: { version: string; files: Record<string, number> } = JSON.parse(
      await readFile(join(DIST, "extension-chromium", "files.json"), "utf8"),
    );
    const manifest: Record<string, unknown> = JSON.parse(
      await readFile(join(DIST, "extension-chromium", "manifest.json"), "utf8"),
    );
    const written = JSON.stringify({ ...manifest, version });
    await writeFile(join(folder(), "manifest.json"), written);
    const files = { ...list.files, "manifest.json": Buffer.byteLength(written) };
    await writeFile(join(folder(), "files.json"), JSON.stringify({ version, files }));
    for (const name of lacking) await rm(join(folder(), name));
  };

  beforeAll(async () => {
    profile = await newProfile();
    disk = await mkdtemp(join(tmpdir(), "dianbo-disk-"));
    await cp(join(DIST, "extension-chromium"), folder(), { recursive: true });
    browser = await openBrowser({ profile, extension: "by-hand" });
    await inChinese(browser);
    const greeting = browser.context.waitForEvent("page");
    await loadUnpacked(browser, folder());
    await (await greeting).getByRole("heading", { name: "装好了" }).waitFor(SOON);
    await (await greeting).close();
  });
  afterAll(async () => {
    await browser?.close();
    for (const place of [profile, disk]) {
      if (place !== undefined) await rm(place, { recursive: true, force: true, maxRetries: 5 });
    }
  });

  it("shows both versions, tells half a copy from a whole one, and is taken up by one click", async () => {
    const settings = await openSettings();
    await settings.getByRole("button", { name: "载入样例" }).click();
    await settings.getByRole("button", { name: "清掉样例" }).waitFor(SOON);
    await settings.getByText(/在用 0\.1\.0。文件夹里也是这一版。/u).waitFor(SOON);
    const [some] = (await readdir(join(folder(), "assets"))).filter((name) =>
      name.endsWith(".css"),
    );
    const lacking = `assets/${some}`;
    await copyOver("9.9.9", [lacking]);
    await settings.getByRole("button", { name: "再看一遍" }).click();
    await settings.getByText(/还没拷全/u).waitFor(SOON);
    await expectAccessible(settings);
    await cp(join(DIST, "extension-chromium", lacking), join(folder(), lacking));
    await settings.getByRole("button", { name: "再看一遍" }).click();
    const take = settings.getByRole("button", { name: "换上 9.9.9" });
    await take.waitFor(SOON);
    // The room is open: not now.
    const room = await browser.context.newPage();
    await room.goto(`chrome-extension://${extensionId()}/room.html`);
    await keypadReady(room);
    await room.getByRole("button", { name: "投影" }).waitFor(SOON);
    await take.click();
    await settings.getByText(/学习室开着，先不换/u).waitFor(SOON);
    await room.close();
    const opened = browser.context.waitForEvent("page", SOON);
    await take.click();
    const again = await opened;
    await again.getByText(/在用 9\.9\.9。文件夹里也是这一版。/u).waitFor(SOON);
    await again.getByRole("button", { name: "清掉样例" }).waitFor(SOON);
  });
});
