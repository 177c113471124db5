/**
 * Two PCs of one site that meet at a folder which a service keeps the same on both: a first meeting brings the
 * whole book with rosters and roll calls, a month apart both change one title and one removes somebody, and two
 * meetings later both hold the same. What lies in the folder can be read by nobody.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { useFolderTwin } from "../support/folder-twin.ts";
import { isStored } from "../support/is-stored.ts";
import { SyncedFolder } from "../support/synced-folder.ts";
import { until } from "../support/until.ts";

const SOON = { timeout: 90_000 };
const FOLDER = "shared";
const [STAYS, GOES] = ["欧阳留下", "独一无二的姓名"] as const;
const MONTH_MS = 31 * 86_400_000;

interface Pc {
  readonly profile: string;
  readonly browser: TestBrowser;
  readonly page: Page;
}

let server: RunningServer;
let address: string;
let stick: string;
const pcs: Pc[] = [];
const cloud = new SyncedFolder(FOLDER);

const startPc = async (): Promise<Pc> => {
  const profile = await newProfile();
  const browser = await openBrowser({ profile });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  pcs.push({ profile, browser, page });
  await page.addInitScript(() => localStorage.setItem("dianbo-language", "zh-CN"));
  await useFolderTwin(page, FOLDER);
  await page.goto(`${address}/#/`);
  await page.getByRole("heading", { name: "开个本子" }).waitFor(SOON);
  return { profile, browser, page };
};
const go = async (page: Page, hash: string): Promise<void> => {
  await page.goto(`${address}/${hash}`);
  await page.locator("main h1").first().waitFor(SOON);
};

/** How far a PC's clock is ahead, in milliseconds. */
const ahead = new Map<Page, number>();

/** A meeting, and what the room says of it; what it said of the one before is waited out. */
const meet = async ({ page }: Pc, says: RegExp): Promise<void> => {
  await go(page, "#/meeting");
  const press = page.getByRole("button", { name: "碰一次头" });
  await press.waitFor(SOON);
  const shift = ahead.get(page);
  if (shift !== undefined) await page.clock.setFixedTime(Date.now() + shift);
  const last = page.locator("[data-at]");
  const lastAt = async () =>
    (await last.count()) === 0 ? null : await last.getAttribute("data-at");
  const before = await lastAt();
  await press.click();
  await until(async () => (await lastAt()) !== before, "another meeting to be over", 120);
  await page.getByRole("status").getByText(says).waitFor(SOON);
};
const chooseFolder = async ({ page }: Pc): Promise<void> => {
  await go(page, "#/meeting");
  await page.getByRole("button", { name: "选文件夹" }).click();
  await page.getByText(`文件夹「${FOLDER}」`).waitFor(SOON);
};

/** Keeps a picture where `DIANBO_SCREENS` names a folder, to look at. */
const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env["DIANBO_SCREENS"];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
};

const rosterOf = async ({ page }: Pc): Promise<string> => {
  await go(page, "#/ledgers/rosters");
  await page.getByText(STAYS).first().waitFor(SOON);
  return (await page.locator("main").textContent()) ?? "";
};
const openItem = async ({ page }: Pc, words: string): Promise<void> => {
  await go(page, "#/library");
  const search = page.getByRole("main").locator('input[aria-keyshortcuts="/"]');
  await search.fill(words);
  await page
    .getByRole("row", { name: new RegExp(words, "u") })
    .first()
    .waitFor(SOON);
  await search.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByLabel("片名", { exact: true }).waitFor(SOON);
};
const retitle = async (pc: Pc, from: string, to: string): Promise<void> => {
  await openItem(pc, from);
  await pc.page.getByLabel("片名", { exact: true }).fill(to);
  await pc.page.keyboard.press("Enter");
  await until(() => isStored(pc.page, to), `「${to}」 in the store`, 60);
};

/** Everything that is stored of one database's table, in one order. */
const stored = (page: Page, database: string, table: string): Promise<string> =>
  page.evaluate(
    ([name, store]) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const all = db.transaction(store).objectStore(store).getAll();
          all.onerror = () => reject(all.error);
          all.onsuccess = () => {
            db.close();
            const inOrder = (key: string, value: unknown): unknown => {
              // Told apart on each PC: another with every writing.
              if (key === "rev") return undefined;
              return value !== null && typeof value === "object" && !Array.isArray(value)
                ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
                : value;
            };
            resolve(JSON.stringify(all.result, inOrder));
          };
        };
      }),
    [database, table] as const,
  );
const expectSame = async (one: Pc, two: Pc): Promise<void> => {
  for (const [database, table] of [
    ["dianbo-library", "records"],
    ["dianbo-personal", "rows"],
  ] as const) {
    const [here, there] = [
      await stored(one.page, database, table),
      await stored(two.page, database, table),
    ];
    // Compared as a whole; a hundred thousand letters are nothing to print.
    expect(here === there, `${table} of both`).toBe(true);
  }
};

beforeAll(async () => {
  server = await serveApp({ root: join(DIST, "pwa"), port: 0 });
  address = `http://localhost:${server.port}`;
  stick = await mkdtemp(join(tmpdir(), "dianbo-stick-"));
});
afterAll(async () => {
  for (const { browser, profile } of pcs) {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  await server?.close();
  if (stick !== undefined) await rm(stick, { recursive: true, force: true });
});

describe("two posts on two PCs", { retry: 0 }, () => {
  let one: Pc;
  let two: Pc;

  it("begin: a book with its people on one, the other joins", async () => {
    [one, two] = [await startPc(), await startPc()];
    const { page } = one;
    await page.getByLabel("站点叫什么").fill("青禾社区站");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "载入样例" }).click();
    await page.getByRole("link", { name: /课件.*86/u }).waitFor(SOON);
    await go(page, "#/ledgers/rosters");
    await page.getByLabel("贴在这里").evaluate(
      (box, names) => {
        const rows = names.map((name) => `<tr><td>${name}</td><td>第一支部</td></tr>`).join("");
        const clipboardData = new DataTransfer();
        clipboardData.setData(
          "text/html",
          `<table><tr><td>姓名</td><td>支部</td></tr>${rows}</table>`,
        );
        clipboardData.setData("text/plain", "x");
        box.dispatchEvent(
          new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
        );
      },
      [STAYS, GOES],
    );
    await page.getByRole("button", { name: "收下 2 人" }).click(SOON);
    await page.getByText("收下了 2 人").waitFor(SOON);
    await go(page, "#/ledgers/roll");
    await page.getByLabel("支部", { exact: true }).selectOption({ label: "第一支部" });
    await page.locator("tr[data-person]").first().focus();
    await page.keyboard.press("1");
    await until(
      async () => (await stored(page, "dianbo-personal", "rows")).includes('"late"'),
      "a mark in the store",
    );

    await go(page, "#/settings");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "存加入文件" }).click(),
    ]);
    const file = join(stick, "site.dianbo-join");
    await download.saveAs(file);
    const [chooser] = await Promise.all([
      two.page.waitForEvent("filechooser"),
      two.page.getByRole("button", { name: "选加入文件" }).click(),
    ]);
    await chooser.setFiles(file);
    await two.page.getByRole("button", { name: "加入", exact: true }).click(SOON);
    await two.page.getByRole("button", { name: /现在是 B 岗/u }).waitFor(SOON);
  });

  it("meet for the first time: the whole book comes, rosters and roll calls with it", async () => {
    await go(one.page, "#/meeting");
    await expectAccessible(one.page);
    await picture(one.page, "meeting-choose");
    await chooseFolder(one);
    await meet(one, /去碰过头，那台还没来过/u);
    await expectAccessible(one.page);
    await cloud.carry(one.page);
    await cloud.carry(two.page);
    await chooseFolder(two);
    await meet(two, /和 A 岗电脑碰过头，取来 \d+ 处改动/u);
    await expectAccessible(two.page);
    await picture(two.page, "meeting-met");
    expect(await rosterOf(two)).toContain(GOES);
    await go(two.page, "#/ledgers/roll");
    await two.page.getByLabel("支部", { exact: true }).selectOption({ label: "第一支部" });
    await two.page
      .getByRole("row", { name: new RegExp(STAYS, "u") })
      .getByText("迟")
      .first()
      .waitFor(SOON);
    await cloud.carry(two.page);
    await cloud.carry(one.page);
    await meet(one, /碰过头/u);
    await expectSame(one, two);
  });

  it("work apart for a month, and meet: nothing is lost, and who was removed stays removed", async () => {
    ahead.set(two.page, MONTH_MS);
    await two.page.clock.setFixedTime(Date.now() + MONTH_MS);
    await retitle(one, "八段锦教学", "八段锦教学（上）");
    await retitle(two, "八段锦教学", "八段锦教学（下）");
    await go(one.page, "#/ledgers/names");
    await one.page.getByRole("textbox", { name: "姓名" }).fill(GOES);
    await one.page.getByRole("button", { name: "查", exact: true }).click();
    await one.page.getByRole("button", { name: "都删掉" }).click();
    await one.page.locator(".note").getByRole("button", { name: "都删掉" }).click();
    await until(
      async () => !(await stored(one.page, "dianbo-personal", "rows")).includes(GOES),
      "nobody of that name in the store",
    );

    for (const pc of [one, two, one, two]) {
      await meet(pc, /碰过头/u);
      for (const { page } of [one, two]) await cloud.carry(page);
      for (const { page } of [one, two]) await cloud.carry(page);
    }
    await expectSame(one, two);
    for (const pc of [one, two]) {
      expect(await rosterOf(pc)).not.toContain(GOES);
      expect(await stored(pc.page, "dianbo-personal", "rows")).not.toContain(GOES);
      await go(pc.page, "#/settle");
      await pc.page.getByText("八段锦教学（上）").first().waitFor(SOON);
      await pc.page.getByText("八段锦教学（下）").first().waitFor(SOON);
    }
  });

  it("say on the start page when they met, and leave nothing in the folder that can be read", async () => {
    await go(one.page, "#/");
    await one.page.getByText(/今天 \d+:\d\d 和 B 岗电脑碰过头/u).waitFor(SOON);
    await expectAccessible(one.page);
    await picture(one.page, "meeting-line");
    expect(cloud.files.size).toBeGreaterThan(2);
    for (const [path, bytes] of cloud.files) {
      for (const planted of ["八段锦", STAYS, GOES, "青禾"]) {
        expect(path).not.toContain(planted);
        expect(bytes.includes(Buffer.from(planted))).toBe(false);
        expect(bytes.includes(Buffer.from(planted, "utf16le"))).toBe(false);
      }
    }
  });
});
