/**
 * Channels where the library lives in the extension: what is taken without its film is offered to the queue.
 * And through a backup: who publishes and which key is pinned comes along, the catalogue with its file.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
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
import { countyItems, countyRelease } from "../support/county-channel.ts";

const NAME = "青禾县课件总目录";
let folder: string;
let channel: string;
let stranger: string;
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dianbo-catalogue-"));
  const items = countyItems(40);
  channel = join(folder, "channel.dianbo");
  stranger = join(folder, "stranger.dianbo");
  await writeFile(channel, (await countyRelease({ items, name: NAME })).file);
  await writeFile(stranger, (await countyRelease({ items, name: NAME, seed: 9 })).file);
});
afterAll(async () => {
  for (const close of closing.reverse()) await close();
  await rm(folder, { recursive: true, force: true });
});

const openSite = async (extension = false): Promise<{ browser: TestBrowser; page: Page }> => {
  const profile = await newProfile();
  const browser = await openBrowser({ profile, extension });
  closing.push(async () => {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  const page = await browser.context.newPage();
  await page.addInitScript(() => {
    localStorage.setItem("dianbo-language", "zh-CN");
    // The window that asks where to save belongs to the desktop; without it the downloads take the file.
    Object.defineProperty(window, "showSaveFilePicker", { value: undefined, writable: true });
  });
  return { browser, page };
};
const choose = async (page: Page, path: string): Promise<void> => {
  const input = page.locator('main input[accept=".dianbo"]');
  await input.waitFor({ state: "attached" });
  await input.setInputFiles(path);
};
const subscribe = async (page: Page): Promise<void> => {
  await choose(page, channel);
  await page.getByRole("button", { name: "订下来" }).click();
  await page.getByText(`订好了《${NAME}》，40 部。`).waitFor();
};

describe("in the extension", () => {
  it("offers the missing films of what was taken to the queue, and no longer once that is undone", async () => {
    const { browser, page } = await openSite(true);
    await browser.background();
    await page.goto(`chrome-extension://${extensionId()}/app.html#/channels`);
    await subscribe(page);
    await page.getByRole("link", { name: new RegExp(`^${NAME}`, "u") }).click();
    await page.locator("[data-item] button").first().waitFor();
    await page.getByLabel("种类", { exact: true }).selectOption({ label: "视频" });
    await page.getByText(/找到 1\d 部/u).waitFor();
    for (const place of [0, 1]) await page.getByRole("checkbox").nth(place).click();
    await page.getByRole("button", { name: "勾的 2 部收进本子" }).click();
    await page.getByRole("button", { name: "补齐 2 个课件" }).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "撤销" }).click();
    await page.getByRole("button", { name: "补齐 2 个课件" }).waitFor({ state: "detached" });
  });
});

describe("through a backup", () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await serveApp({ root: join(DIST, "pwa"), port: 0 });
    closing.push(() => server.close());
  });

  it("a channel's key and number come along, its catalogue with its file", async () => {
    const address = `http://127.0.0.1:${server.port}`;
    const { page } = await openSite();
    await page.goto(`${address}/#/channels`);
    await subscribe(page);
    await page.goto(`${address}/#/backup`);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "现在备份" }).click();
    const backup = join(folder, "site.dianbo-backup");
    await (await download).saveAs(backup);

    const { page: other } = await openSite();
    await other.goto(`${address}/#/backup`);
    const chooser = other.waitForEvent("filechooser");
    await other.getByRole("button", { name: "选备份文件" }).click();
    await (await chooser).setFiles(backup);
    await other.getByText("1 个频道，记着是谁出的、到第几版").waitFor();
    await other.getByRole("button", { name: "接着用这份备份" }).click();
    await other.getByText("部课件").first().waitFor();
    await other.goto(`${address}/#/channels`);
    await other.getByText(/目录没有跟着备份过来/u).waitFor();
    await expectAccessible(other);
    await choose(other, stranger);
    await other.getByText(`《${NAME}》没有收，原来的一点没动。`).waitFor();
    await other.getByText(/签名换了人/u).waitFor();
    await choose(other, channel);
    await other.getByText("签名对得上，还是原来那把钥匙").waitFor();
    await other.getByRole("button", { name: "更新", exact: true }).click();
    await other.getByRole("link", { name: new RegExp(`^${NAME}`, "u") }).click();
    await other.getByText("找到 40 部").waitFor();
    expect(await other.locator("[data-item]").count()).toBeGreaterThan(5);
  });
});
