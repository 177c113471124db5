/**
 * Backups into a folder that was chosen once: one click each, the earlier ones kept, the last ten; a lapsed
 * permission, a stick pulled out, a full disk and a half-written file said in words; a new start goes on
 * from the folder. The browser's own private folder stands in for one on disk, which no test can choose.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";

/** The built app; `DIANBO_PWA` names another build of it. */
const APP = process.env["DIANBO_PWA"] ?? join(DIST, "pwa");

let server: RunningServer;
let address: string;
let profile: string;
let browser: TestBrowser;
let page: Page;

const room = async (): Promise<void> => {
  await page.goto(`${address}/#/backup`);
  await page.getByRole("heading", { name: "备份和恢复" }).waitFor();
};

/** The folder's files with their sizes, by name. */
const inFolder = (): Promise<readonly (readonly [string, number])[]> =>
  page.evaluate(async () => {
    const all = await navigator.storage.getDirectory();
    const folder = await all.getDirectoryHandle("U盘", { create: true });
    const files: (readonly [string, number])[] = [];
    for await (const [name, entry] of folder.entries()) {
      if (entry instanceof FileSystemFileHandle) files.push([name, (await entry.getFile()).size]);
    }
    return files.sort(([a], [b]) => (a < b ? -1 : 1));
  });

const backUpNow = async (): Promise<void> => {
  await page.getByRole("button", { name: "现在备份" }).click();
  await page.getByText(/存好了，在「U盘」里：/u).waitFor();
};

beforeAll(async () => {
  server = await serveApp({ root: APP, port: 0 });
  address = `http://localhost:${server.port}`;
  profile = await newProfile();
  browser = await openBrowser({ profile });
  page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle("U盘", { create: true }),
    });
  });
  await page.goto(`${address}/#/`);
  await page.getByLabel("站点叫什么").fill("青禾社区站");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "载入样例" }).click();
  await page.getByRole("link", { name: /课件.*86/u }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

describe("a folder for backups", () => {
  it("is chosen once; the next start knows it, and one click writes there", async () => {
    await room();
    await page.getByRole("button", { name: /选一个文件夹/u }).click();
    await page.getByText("备份存到「U盘」").waitFor();
    await expectAccessible(page);
    await page.reload();
    await page.getByText("备份存到「U盘」").waitFor();
    await backUpNow();
    const [[name, size] = ["", 0]] = await inFolder();
    expect(name).toMatch(/^点播本备份 青禾社区站 \d{4}-\d\d-\d\d\.dianbo-backup$/u);
    expect(size).toBeGreaterThan(1000);
    await page.goto(`${address}/#/`);
    await page.getByText(/上次备份：/u).waitFor();
    await backUpNow();
    expect(await inFolder()).toHaveLength(2);
  });

  it("keeps the last ten, and never touches what is not its own", async () => {
    await room();
    await page.evaluate(async () => {
      const all = await navigator.storage.getDirectory();
      const folder = await all.getDirectoryHandle("U盘");
      await folder.getFileHandle("点播本备份 邻村站 2026-01-01.dianbo-backup", { create: true });
    });
    const first = (await inFolder()).filter(([name]) => name.includes("青禾"));
    for (let count = 3; count <= 11; count += 1) {
      await backUpNow();
      await expect.poll(async () => (await inFolder()).length).toBe(Math.min(count, 10) + 1);
      await page.reload();
    }
    const names = (await inFolder()).map(([name]) => name);
    expect(names).toContain("点播本备份 邻村站 2026-01-01.dianbo-backup");
    expect(names).not.toContain(first.find(([name]) => !name.includes("("))?.[0]);
  });

  it("asks again in the same click where the permission has lapsed, and a file is the way out", async () => {
    await room();
    await page.reload();
    await page.evaluate(() => {
      const answers: PermissionState[] = ["denied", "granted"];
      Object.assign(FileSystemHandle.prototype, {
        queryPermission: async () => "prompt",
        requestPermission: async () => answers.shift(),
      });
    });
    const before = await inFolder();
    await page.getByRole("button", { name: "现在备份" }).click();
    await page.getByText(/浏览器没让写那个文件夹/u).waitFor();
    await page.getByRole("button", { name: "这次存成文件" }).waitFor();
    await expectAccessible(page);
    expect(await inFolder()).toEqual(before);
    await backUpNow();
  });

  it("says a full disk and a stick that was pulled out, and leaves the earlier ones alone", async () => {
    for (const [fault, said] of [
      ["QuotaExceededError", /放不下了/u],
      ["NotFoundError", /那个文件夹找不到了/u],
    ] as const) {
      await room();
      await page.reload();
      await page.getByText("备份存到「U盘」").waitFor();
      const before = await inFolder();
      await page.evaluate((name) => {
        Object.assign(FileSystemFileHandle.prototype, {
          createWritable: async () =>
            new WritableStream({
              write: () => {
                throw new DOMException("planted", name);
              },
            }),
        });
      }, fault);
      await page.getByRole("button", { name: "现在备份" }).click();
      await page.getByText(said).waitFor();
      expect(await inFolder()).toEqual(before);
    }
  });

  it("shows what lies there with its day, knows a half-written one, and restores", async () => {
    await room();
    await page.reload();
    await page.evaluate(async () => {
      const all = await navigator.storage.getDirectory();
      const folder = await all.getDirectoryHandle("U盘");
      for await (const [name, entry] of folder.entries()) {
        if (!(entry instanceof FileSystemFileHandle) || !name.includes("(5)")) continue;
        const bytes = await (await entry.getFile()).arrayBuffer();
        const half = await folder.getFileHandle("拷到一半.dianbo-backup", { create: true });
        const writing = await half.createWritable();
        await writing.write(bytes.slice(0, bytes.byteLength / 2));
        await writing.close();
      }
    });
    await page.getByRole("button", { name: "看备份文件夹里的" }).click();
    const list = page.getByRole("list", { name: "「U盘」里的备份" });
    await list.getByText(/拷到一半\.dianbo-backup · 没写完，用不了/u).waitFor();
    await list.getByText(/邻村站.*没写完，用不了/u).waitFor();
    expect(await list.getByRole("button").count()).toBe(10);
    await expectAccessible(page);
    await page.goto(`${address}/#/settings`);
    await page.getByRole("button", { name: "清掉样例" }).click();
    await page.getByRole("link", { name: /课件.*86/u }).waitFor({ state: "detached" });
    await room();
    await page.getByRole("button", { name: "看备份文件夹里的" }).click();
    await list.getByRole("button").first().click();
    await page.getByRole("heading", { name: /^青禾社区站，.*备份的$/u }).waitFor();
    await page.getByRole("button", { name: "接着用这份备份" }).click();
    await page.getByText(/恢复好了：86 部课件/u).waitFor();
  });

  it("is forgotten when told, and then a file is saved as before", async () => {
    await room();
    await page.reload();
    await page.getByRole("button", { name: "改成存文件" }).click();
    await page.getByRole("button", { name: /选一个文件夹/u }).waitFor();
    await page.evaluate(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
    await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "现在备份" }).click(),
    ]);
    await page.getByText(/存好了：点播本备份 青禾社区站/u).waitFor();
  });
});
