/**
 * A name that occurs nowhere else is planted in roster, roll call, feedback, repair log and posts, and searched
 * in every byte that leaves this PC, and in every place of the browser from which anything could: package, text,
 * backup, join file, what is copied for a helper, records, events, caches, titles, addresses. The same search
 * finds a courseware's title wherever that belongs, so that it is known to see.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listFromText } from "@dianbo/shared/sharing";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { holdsWord } from "../support/every-byte.ts";
import { CONTROL, keptElsewhere, NAME, plantName } from "../support/planted-name.ts";

const SOON = { timeout: 20_000 };

let server: RunningServer;
let profile: string;
let folder: string;
let browser: TestBrowser;
let page: Page;
const asked: string[] = [];
const titles = new Set<string>();

const go = async (hash: string): Promise<void> => {
  await page.goto(`http://localhost:${server.port}/${hash}`);
  await page.locator("main h1").first().waitFor(SOON);
  titles.add(await page.title());
};
const press = (name: string | RegExp) => page.getByRole("button", { name }).first().click();
const download = async (act: () => Promise<void>): Promise<Uint8Array> => {
  const coming = page.waitForEvent("download");
  await act();
  const file = await coming;
  titles.add(file.suggestedFilename());
  const path = join(folder, String(titles.size));
  await file.saveAs(path);
  return await readFile(path);
};

beforeAll(async () => {
  server = await serveApp({ root: join(DIST, "pwa"), port: 0 });
  profile = await newProfile();
  folder = await mkdtemp(join(tmpdir(), "dianbo-names-"));
  browser = await openBrowser({ profile });
  page = browser.context.pages()[0] ?? (await browser.context.newPage());
  browser.context.on("request", (request) => {
    asked.push(`${decodeURIComponent(request.url())} ${request.postData() ?? ""}`);
  });
  await page.addInitScript(() => localStorage.setItem("dianbo-language", "zh-CN"));
  await go("#/settings");
  await press("载入样例");
  await page.getByRole("button", { name: "清掉样例" }).waitFor(SOON);
  await page.getByLabel("站点名字").fill("青禾社区站");
  await page.getByLabel("站点名字").press("Enter");
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  for (const one of [profile, folder]) {
    if (one !== undefined) await rm(one, { recursive: true, force: true, maxRetries: 5 });
  }
});

it("a planted name leaves by no door", async () => {
  await plantName(page, go);

  await go("#/share");
  const packed = await download(() => press("导出清单：全部课件"));
  expect(holdsWord(packed, CONTROL)).toBe(true);
  expect(holdsWord(packed, NAME)).toBe(false);

  await press("写成文字发微信：全部课件");
  await page.getByRole("heading", { name: "发到微信：全部课件" }).waitFor(SOON);
  const texts = (await page.locator("ol pre").allTextContents()).join("\n");
  const read = listFromText(texts);
  const told = JSON.stringify(read, (_, value: unknown) =>
    value instanceof Uint8Array
      ? Buffer.from(value).toString("utf8")
      : value instanceof Map
        ? [...value]
        : value,
  );
  expect(`${texts}${told}`).not.toContain(NAME);

  await go("#/backup");
  const backup = await download(() => press("现在备份"));
  expect(holdsWord(backup, CONTROL)).toBe(true);
  expect(holdsWord(backup, "ledger-entry")).toBe(true);
  expect(holdsWord(backup, "roll-count")).toBe(true);
  expect(holdsWord(backup, NAME)).toBe(false);

  // The one file that holds names is asked for by name, and sealed.
  await go("#/ledgers/names");
  await page.getByLabel("文件的口令").fill("青禾社区的抽屉里");
  const names = await download(() => press("存成文件"));
  expect(holdsWord(names, "dianbo-names")).toBe(true);
  expect(holdsWord(names, NAME)).toBe(false);
  await page.getByText(/存好了，\d+ 条/u).waitFor(SOON);

  await go("#/settings");
  await page.reload();
  await page.locator("summary").first().click();
  const helper = (await page.locator("pre").first().textContent()) ?? "";
  expect(helper).toContain("enter-ledger");
  expect(helper).not.toContain(NAME);

  const kept = await keptElsewhere(page);
  expect(kept).toContain(CONTROL);
  expect(kept).toContain("ledger-entry");
  expect(kept).not.toContain(NAME);
  expect(asked.filter((one) => one.includes(NAME))).toEqual([]);
  expect([...titles].filter((one) => one.includes(NAME))).toEqual([]);
});
