/**
 * What bad input gets, in a real browser: a full disk, a row that no longer fits, a page that cannot be
 * read. Each is said in words, and nothing is lost.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";

const SOON = { timeout: 15_000 };

let app: RunningServer;
let address: string;
let profile: string;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  app = await serveApp({ root: join(DIST, "pwa"), port: 0 });
  address = `http://localhost:${app.port}`;
  profile = await newProfile();
  browser = await openBrowser({ profile });
  page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(`${address}/`);
  await page.getByRole("button", { name: "载入样例" }).click();
  await page.getByRole("link", { name: /课件.*86/u }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

describe("a full disk", () => {
  it("is said in words, keeps what was there, and the step can be done again", async () => {
    // A book of its own: the browser asks for room seldom while there was plenty.
    const other = await serveApp({ root: join(DIST, "pwa"), port: 0 });
    const small = await browser.context.newPage();
    const session = await browser.context.newCDPSession(small);
    const origin = `http://localhost:${other.port}`;
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 60_000 });
    await small.goto(`${origin}/#/set-menus`);
    await small.getByRole("button", { name: "新套餐" }).first().click();
    await small.getByRole("link", { name: /套餐.*1/u }).waitFor();
    await small.goto(`${origin}/#/settings`);
    await small.getByRole("button", { name: "载入样例" }).click();
    await small
      .getByText(/磁盘满了/u)
      .first()
      .waitFor();
    await expectAccessible(small);
    await small.reload();
    await small.getByRole("link", { name: /套餐.*1$/u }).waitFor();
    // The limit ends with the session that set it.
    await session.detach();
    await small.getByRole("button", { name: "载入样例" }).click();
    await small.getByRole("link", { name: /课件.*86/u }).waitFor();
    await small.close();
    await other.close();
  });
});

describe("a row that no longer fits", () => {
  it("is shown as damaged with its raw text, and the rest goes on", async () => {
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("dianbo-library");
          opening.onsuccess = () => {
            const db = opening.result;
            const transaction = db.transaction("records", "readwrite");
            const records = transaction.objectStore("records");
            const all = records.getAll();
            all.onsuccess = () => {
              const row = all.result.find(
                ({ fields }: { fields: Record<string, { value: unknown }[]> }) =>
                  fields["title"]?.[0]?.value === "高血压的日常管理",
              );
              const [kind] = row.fields.kind;
              records.put({
                ...row,
                fields: { ...row.fields, kind: [{ ...kind, value: "蜡筒" }] },
              });
            };
            transaction.oncomplete = () => {
              db.close();
              resolve();
            };
            transaction.onerror = () => reject(transaction.error);
          };
        }),
    );
    await page.goto(`${address}/#/library`);
    await page.reload();
    await page.getByRole("link", { name: /课件.*85/u }).waitFor();
    const damaged = page
      .getByRole("main")
      .getByText(/读不出来|读不懂/u)
      .first();
    await damaged.waitFor();
    await damaged.click();
    await expect.poll(() => page.getByText(/蜡筒/u).count(), SOON).toBeGreaterThan(0);
    expect(await page.getByText("如何理解党的组织原则？").count()).toBe(1);
  });
});

describe("an address that leads nowhere", () => {
  it("says so and shows the way back", async () => {
    await page.goto(`${address}/#/nowhere`);
    await page.getByRole("main").getByRole("link").first().click();
    await page.getByRole("heading", { level: 1, name: /星期/u }).waitFor();
  });
});
