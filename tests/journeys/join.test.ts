/**
 * Two PCs, one site: the first makes it, the second joins by file, both work apart without a network,
 * and two files later both show the same book with nothing lost.
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { isStored } from "../support/is-stored.ts";
import { until } from "../support/until.ts";

/** The built app; `DIANBO_PWA` names another build of it. */
const APP = process.env["DIANBO_PWA"] ?? join(DIST, "pwa");

/** Pictures for comparing with the drawings are kept where this names a folder. */
const PICTURES = process.env["DIANBO_PICTURES"];
const picture = async (page: Page, name: string): Promise<void> => {
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
};

/** Old PCs are slow, and so is a busy test machine. */
const SOON = { timeout: 15_000 };

/** A PC: its profile, its browser, the one page. */
interface Pc {
  readonly profile: string;
  readonly browser: TestBrowser;
  readonly page: Page;
}

let server: RunningServer;
let address: string;
let stick: string;
const pcs: Pc[] = [];

const startPc = async (): Promise<Pc> => {
  const profile = await newProfile();
  const browser = await openBrowser({ profile });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  const pc = { profile, browser, page };
  pcs.push(pc);
  await page.goto(`${address}/#/`);
  await page.getByRole("heading", { name: "开个本子" }).waitFor();
  return pc;
};

/** Presses what saves a file, and puts that file on the stick. */
const saved = async (page: Page, button: string, as: string): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  const path = join(stick, as);
  await download.saveAs(path);
  return path;
};

const choose = async (page: Page, button: string, path: string): Promise<void> => {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: button }).click(),
  ]);
  await chooser.setFiles(path);
};

const settings = (page: Page) => page.goto(`${address}/#/settings`);

/** Gives what one PC has to the other, by the stick. */
const give = async (from: Pc, to: Pc, name: string): Promise<void> => {
  await settings(from.page);
  const path = await saved(from.page, "存一份给那台", name);
  await settings(to.page);
  await choose(to.page, "把那台的并进来", path);
  await to.page.getByText(/并好了/u).waitFor();
};

/** Everything that is stored, in one order; equal for two PCs that know the same. */
const storedRecords = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open("dianbo-library");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const all = db.transaction("records").objectStore("records").getAll();
          all.onerror = () => reject(all.error);
          all.onsuccess = () => {
            db.close();
            const inOrder = (_: string, value: unknown): unknown =>
              value !== null && typeof value === "object" && !Array.isArray(value)
                ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
                : value;
            resolve(JSON.stringify(all.result, inOrder));
          };
        };
      }),
  );

/** The set menu's entries, in the order in which they are shown. */
const openMenu = async ({ page }: Pc): Promise<string[]> => {
  await page.goto(`${address}/#/set-menus`);
  await page
    .getByRole("main")
    .getByRole("link", { name: /银发数字餐/u })
    .click();
  await page.locator("[data-entry]").first().waitFor();
  return await page.locator("[data-entry]").allTextContents();
};

/** What a book shows: the pages that it would print, and the set menu's order. */
const shownBook = async (pc: Pc): Promise<unknown> => {
  const menu = await openMenu(pc);
  await pc.page.goto(`${address}/#/book/print`);
  // Blank rows carry numbers of this PC's own blocks; those are not what is shared.
  await pc.page.getByLabel("每个书架留空行").selectOption("0");
  // Pages are drawn one after the other; the back is the last.
  await pc.page.locator('.paper[aria-label*="封底"]').waitFor();
  return { menu, paper: await pc.page.locator(".paper").allInnerTexts() };
};

const openItem = async ({ page }: Pc, words: string): Promise<void> => {
  await page.goto(`${address}/#/library`);
  const search = page.getByRole("main").locator('input[aria-keyshortcuts="/"]');
  await search.fill(words);
  await page
    .getByRole("row", { name: new RegExp(words, "u") })
    .first()
    .waitFor();
  await search.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByLabel("片名", { exact: true }).waitFor();
};

const retitle = async (pc: Pc, from: string, to: string): Promise<void> => {
  await openItem(pc, from);
  await pc.page.getByLabel("片名", { exact: true }).fill(to);
  await pc.page.keyboard.press("Enter");
  await until(() => isStored(pc.page, to), `「${to}」 in the store`);
};

/** Files an item under another category and answers the number that it got. */
const refile = async (pc: Pc, title: string, shelf = "文体卫生"): Promise<number> => {
  await openItem(pc, title);
  await pc.page.getByRole("button", { name: shelf }).click();
  await pc.page.getByRole("button", { name: shelf, pressed: true }).waitFor();
  const given = await numberOf(pc);
  expect(String(given)).toMatch(shelf === "文体卫生" ? /^5\d{3}$/u : /^3\d{3}$/u);
  return given;
};

/** Gives a shelf out as text, by which people are told its numbers. */
const tellNumbers = async ({ page }: Pc, shelf: string): Promise<void> => {
  await page.goto(`${address}/#/share`);
  await page.getByRole("button", { name: `写成文字发微信：${shelf}` }).click();
  await page.getByRole("heading", { name: `发到微信：${shelf}` }).waitFor();
};

const numberOf = async ({ page }: Pc): Promise<number> =>
  Number(await page.getByRole("main").locator("b.num").first().textContent());

beforeAll(async () => {
  server = await serveApp({ root: APP, port: 0 });
  address = `http://127.0.0.1:${server.port}`;
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

describe("first run", () => {
  it("asks for a name, and is over once it has one", async () => {
    const { page } = await startPc();
    await expectAccessible(page);
    await page.getByRole("button", { name: "开始用" }).click();
    await page
      .getByRole("alert")
      .getByText(/先写上站点的名字/u)
      .waitFor();
    await page.getByLabel("站点叫什么").fill("青禾社区站");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "青禾社区站" }).waitFor();
    await page.reload();
    await page.getByRole("link", { name: "青禾社区站" }).waitFor();
    await page.getByRole("button", { name: "载入样例" }).click();
    await page.getByRole("link", { name: /课件.*86/u }).waitFor();
  });

  it("is passed over in one press, once for all", async () => {
    const { page } = await startPc();
    await page.getByRole("button", { name: "先进去看看" }).click();
    await page.getByRole("link", { name: "还没起站名" }).waitFor();
    await page.reload();
    await page.getByRole("link", { name: "还没起站名" }).waitFor();
  });
});

describe("two PCs of one site", () => {
  let one: Pc;
  let two: Pc;
  const joinFile = () => join(stick, "site.dianbo-join");

  it("refuses what is no join file, or half of one, in words", async () => {
    [one = await startPc()] = pcs;
    two = await startPc();
    await settings(one.page);
    const path = await saved(one.page, "存加入文件", "site.dianbo-join");
    await one.page.getByText(/存成「青禾社区站.dianbo-join」了/u).waitFor();
    await expectAccessible(one.page);
    const text = await readFile(path, "utf8");
    await writeFile(join(stick, "half.dianbo-join"), text.slice(0, 200));
    await writeFile(join(stick, "photo.dianbo-join"), "no join file at all");
    await choose(two.page, "选加入文件", join(stick, "half.dianbo-join"));
    await two.page.getByText(/这个加入文件坏了一块/u).waitFor();
    await choose(two.page, "选加入文件", join(stick, "photo.dianbo-join"));
    await two.page.getByText(/这不是加入文件/u).waitFor();
  });

  it("joins by the file, as post B", async () => {
    await choose(two.page, "选加入文件", joinFile());
    await two.page.getByRole("heading", { name: "加入「青禾社区站」" }).waitFor();
    await expectAccessible(two.page);
    expect(await two.page.getByRole("radio", { name: "B 岗" }).isChecked()).toBe(true);
    await two.page.getByRole("button", { name: "加入", exact: true }).click();
    await two.page.getByRole("link", { name: "青禾社区站" }).waitFor();
    await two.page.getByRole("button", { name: /现在是 B 岗/u }).waitFor();
    await give(one, two, "first.dianbo-backup");
    await two.page.getByText(/多了 86 部课件、10 份套餐/u).waitFor();
    expect(await storedRecords(two.page)).toBe(await storedRecords(one.page));
  });

  it("lets both work apart, then neither loses anything", async () => {
    for (const { page, browser } of [one, two]) {
      await page.evaluate(async () => void (await navigator.serviceWorker.ready));
      await page.reload();
      await browser.context.setOffline(true);
    }
    const [first, second, third] = await openMenu(one);
    await one.page.getByRole("row").first().focus();
    await one.page.keyboard.press("Alt+ArrowDown");
    await expect
      .poll(() => one.page.locator("[data-entry]").allTextContents(), SOON)
      .toEqual([second, first, third]);
    await openMenu(two);
    await two.page.getByRole("row").first().focus();
    await two.page.keyboard.press("Alt+ArrowDown");
    await two.page.keyboard.press("Alt+ArrowDown");
    await expect
      .poll(() => two.page.locator("[data-entry]").allTextContents(), SOON)
      .toEqual([second, third, first]);
    await retitle(one, "八段锦教学", "八段锦教学（上）");
    await retitle(two, "八段锦教学", "八段锦教学（下）");
    const given = await refile(one, "微信与视频通话怎么用");
    expect(await refile(two, "智能手机使用第一课")).toBe(given);

    await give(one, two, "one.dianbo-backup");
    await give(two, one, "two.dianbo-backup");
    expect(await storedRecords(two.page)).toBe(await storedRecords(one.page));
    expect(await shownBook(two)).toEqual(await shownBook(one));
  });

  it("keeps both titles, one shown, one under 待定, and gives each item its number", async () => {
    const numbers: number[] = [];
    for (const pc of [one, two]) {
      await openItem(pc, "八段锦教学");
      const pending = pc.page.getByRole("region", { name: "待定" });
      await pending.getByText("八段锦教学（上）").waitFor();
      await pending.getByText("八段锦教学（下）").waitFor();
      await openItem(pc, "微信与视频通话怎么用");
      numbers.push(await numberOf(pc));
      await openItem(pc, "智能手机使用第一课");
      numbers.push(await numberOf(pc));
    }
    const [film, lesson, filmThere, lessonThere] = numbers;
    expect([filmThere, lessonThere]).toEqual([film, lesson]);
    expect(film).not.toBe(lesson);
  });

  it("settles a title on one PC, and the other follows; the same file again changes nothing", async () => {
    await openItem(two, "八段锦教学");
    await two.page.getByRole("button", { name: "用这个：片名「八段锦教学（上）」" }).click();
    await two.page.getByRole("region", { name: "待定" }).waitFor({ state: "detached" });
    await give(two, one, "settled.dianbo-backup");
    expect(await storedRecords(one.page)).toBe(await storedRecords(two.page));
    await choose(one.page, "把那台的并进来", join(stick, "settled.dianbo-backup"));
    await one.page.getByText(/并好了，没有新的课件/u).waitFor();
    expect(await storedRecords(one.page)).toBe(await storedRecords(two.page));
  });

  it("tells of two films that people know under one number, and gives one a new number by a key", async () => {
    const [film, lesson] = ["垃圾分类", "高血压"] as const;
    const number = await refile(one, film, "实用技术");
    expect(await refile(two, lesson, "实用技术")).toBe(number);
    for (const pc of [one, two]) await tellNumbers(pc, "实用技术");
    await give(one, two, "told-one.dianbo-backup");
    await give(two, one, "told-two.dianbo-backup");
    const title = `两部都叫 ${number}`;
    for (const { page } of [two, one]) {
      await page.goto(`${address}/#/settle`);
      const sides = page.getByRole("region", { name: title }).getByRole("button");
      await sides
        .filter({ hasText: film })
        .getByText(/在单子上给过别人/u)
        .waitFor();
      await sides
        .filter({ hasText: lesson })
        .getByText(/本子上没印过/u)
        .waitFor();
    }
    const card = one.page.getByRole("region", { name: title });
    await expectAccessible(one.page);
    await picture(one.page, "settle-numbers");
    await card.getByRole("button").first().focus();
    await one.page.keyboard.press("ArrowLeft");
    await one.page.getByText(/换成 3\d{3} 了，按老号也还找得到/u).waitFor();
    await card.waitFor({ state: "detached" });
    await one.page.getByRole("button", { name: "撤销" }).click();
    await card.getByRole("button").filter({ hasText: lesson }).click();
    await card.waitFor({ state: "detached" });
    await openItem(one, lesson);
    expect(await numberOf(one)).toBe(number);
    await openItem(one, film);
    expect(await numberOf(one)).not.toBe(number);
    await give(one, two, "numbered.dianbo-backup");
    await openItem(two, film);
    expect(await numberOf(two)).not.toBe(number);
    await two.page.goto(`${address}/#/settle`);
    await two.page.getByRole("heading", { name: "待定" }).waitFor();
    expect(await two.page.getByRole("region", { name: title }).count()).toBe(0);
  });

  it("does not join another site, nor take its file, once it has courseware", async () => {
    const other = pcs[1];
    if (other === undefined) throw new Error("the passed-over PC is missing");
    await settings(other.page);
    await other.page.getByRole("button", { name: "存加入文件" }).click();
    await other.page.getByText(/先在上面写好站点名字/u).waitFor();
    await other.page.getByLabel("站点名字").fill("邻村站");
    await other.page.keyboard.press("Enter");
    const foreign = await saved(other.page, "存加入文件", "neighbour.dianbo-join");
    const backup = await saved(other.page, "存一份给那台", "neighbour.dianbo-backup");
    // Samples are nobody's work; a menu of one's own is.
    await one.page.goto(`${address}/#/set-menus`);
    await one.page.getByRole("button", { name: "新套餐" }).first().click();
    await one.page.getByRole("link", { name: /套餐.*11/u }).waitFor();
    await settings(one.page);
    const before = await storedRecords(one.page);
    await choose(one.page, "让这台加入别台", foreign);
    await one.page.getByText(/是另一个站的，不能再加入/u).waitFor();
    await choose(one.page, "把那台的并进来", backup);
    await one.page.getByText(/这是另一个站的文件，没有并/u).waitFor();
    await choose(one.page, "让这台加入别台", joinFile());
    await one.page.getByText(/已经在用这个站的本子了/u).waitFor();
    expect(await storedRecords(one.page)).toBe(before);
  });

  it("comes back from the printed key sheet on a PC that knows nothing", async () => {
    await settings(one.page);
    await one.page.getByRole("link", { name: "印钥匙单" }).click();
    await one.page.getByRole("img", { name: /二维码/u }).waitFor();
    // The letters are reckoned from the key; until then their place is empty.
    await expect.poll(() => one.page.locator("[data-code]").textContent()).toMatch(/^\w{4} /u);
    const code = await one.page.locator("[data-code]").textContent();
    await expectAccessible(one.page);
    const { page } = await startPc();
    await page.getByRole("button", { name: "有钥匙单" }).click();
    await page.getByLabel("站点叫什么").fill("青禾社区站");
    await page.getByLabel("钥匙", { exact: true }).fill(`${code?.slice(1)}7`);
    await page.getByRole("button", { name: "接着用" }).click();
    await page.getByText(/有一个字对不上/u).waitFor();
    await expectAccessible(page);
    await page.getByLabel("钥匙", { exact: true }).fill((code ?? "").toLowerCase());
    await page.getByRole("button", { name: "接着用" }).click();
    await page.getByRole("button", { name: "加入", exact: true }).click();
    await page.getByRole("link", { name: "青禾社区站" }).waitFor();
    // It is the same site: the other PC's file is taken.
    const pc = pcs.at(-1);
    if (pc !== undefined) await give(one, pc, "after-the-fire.dianbo-backup");
    expect(await storedRecords(page)).toBe(await storedRecords(one.page));
  });
});
