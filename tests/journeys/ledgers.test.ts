/**
 * A month of a real site in its ledgers, by keyboard: nine showings, thirty people, four branches. Books are
 * written, put right, gone on with, printed and locked; the roll is called by one key a head; files for WPS are
 * read back cell by cell; names are kept behind a PIN, cleared out in time, removed on request. What is expected
 * is reckoned here, apart from the product.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import readXlsx from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { DIST, newProfile, openBrowser, type TestBrowser } from "../support/browser.ts";
import { BRANCHES, PEOPLE, ROSTER_HTML, showingDays } from "../support/ledger-month.ts";

const SOON = { timeout: 20_000 };
const TODAY = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(Date.now());
const DAYS = showingDays(TODAY);
const MONTH = DAYS[0]?.slice(0, 7) ?? "";

let server: RunningServer;
let profile: string;
let folder: string;
let browser: TestBrowser;
let page: Page;

const go = async (hash: string): Promise<void> => {
  await page.goto(`http://localhost:${server.port}/${hash}`);
  await page.locator("main h1").first().waitFor(SOON);
};
const press = (name: string | RegExp) => page.getByRole("button", { name }).first().click();
const paste = (box: Locator, html: string): Promise<void> =>
  box.evaluate((at, markup) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", markup);
    clipboardData.setData("text/plain", "x");
    at.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, html);
const save = async (button: string): Promise<string> => {
  const download = page.waitForEvent("download");
  await press(button);
  const path = join(folder, `${Math.random()}`);
  await (await download).saveAs(path);
  return path;
};
/** The rows of the page as a person reads them, without what is said beneath them. */
const rows = (): Promise<readonly (readonly string[])[]> =>
  page
    .locator("main table tbody tr:first-child")
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "")),
    );
/** Types a row of a book: Tab from cell to cell, Enter at the end. */
const writeRow = async (cells: Readonly<Record<string, string>>): Promise<void> => {
  const form = page.getByRole("form", { name: "写一行" });
  for (const [name, value] of Object.entries(cells)) {
    const cell = form.getByLabel(name);
    if ((await cell.evaluate((at) => at.tagName)) === "SELECT") {
      await cell.selectOption({ label: value });
    } else await cell.fill(value);
  }
  await page.keyboard.press("Enter");
  await form.getByText("记下了").waitFor(SOON);
};

beforeAll(async () => {
  server = await serveApp({ root: join(DIST, "pwa"), port: 0 });
  profile = await newProfile();
  folder = await mkdtemp(join(tmpdir(), "dianbo-ledgers-"));
  browser = await openBrowser({ profile });
  page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.addInitScript(() => {
    localStorage.setItem("dianbo-language", "zh-CN");
    window.print = () => window.dispatchEvent(new Event("afterprint"));
  });
  await go("#/settings");
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

describe("the books", () => {
  it("stand in one room, with doors to those that other rooms keep; the set is the site's own", async () => {
    await go("#/ledgers");
    await page.getByRole("link", { name: /设备维修记录簿.*这个月还没写/u }).waitFor(SOON);
    await page.getByRole("link", { name: /学习收看登记簿/u }).waitFor();
    await expectAccessible(page);
    const door = page.getByRole("button", { name: /换一换要记的本子|好了/u });
    if ((await door.getAttribute("aria-expanded")) === "false") await door.click();
    await page.getByLabel("记「学习心得」").click();
    await expect.poll(() => page.getByRole("link", { name: /学习心得/u }).count(), SOON).toBe(0);
    await page.getByLabel("记「学习心得」").click();
    await page.getByRole("link", { name: /学习心得/u }).waitFor(SOON);
    await expectAccessible(page);
  });

  it("take a county's own form as its row of heads", async () => {
    await go("#/ledgers");
    const door = page.getByRole("button", { name: /换一换要记的本子|好了/u });
    if ((await door.getAttribute("aria-expanded")) === "false") await door.click();
    await press("加上这本");
    await page.getByText("写上表叫什么").waitFor();
    await page.getByLabel("表叫什么").fill(`冬训登记 ${Math.random()}`);
    await page.getByLabel("表头").fill("序号\t日期\t培训内容★\t人数\t参加人签名");
    await press("加上这本");
    await page.getByText(/3 列/u).waitFor(SOON);
    await page
      .getByRole("link", { name: /冬训登记/u })
      .first()
      .click();
    await page.getByLabel(/培训内容（必填）/u).waitFor(SOON);
    await page.getByLabel(/参加人签名（只存在这台电脑上）/u).waitFor();
  });

  it("a run log of nine showings is written by keyboard, and a month printed is locked and amended", async () => {
    await go(`#/ledgers/book/run/${MONTH}`);
    const before = (await rows()).length;
    await press("记下");
    await page.getByText("「设备」还空着").waitFor();
    for (const day of DAYS) {
      await writeRow({
        日期: day,
        "设备（必填）": "全套",
        "开机（必填）": "18:30",
        关机: "20:10",
        "使用人（必填）": "A岗",
        信号: "好",
        运行情况: "正常",
      });
    }
    await expect.poll(async () => (await rows()).length, SOON).toBe(before + DAYS.length);
    await expectAccessible(page);
    // As a table, cell by cell.
    const onScreen = await rows();
    const [sheet] = await readXlsx(await save("存成表格"));
    const shown = (cell: unknown): string => (cell === null ? "" : String(cell));
    const heads = await page.locator("main thead th").allTextContents();
    expect(sheet?.data[1]?.slice(0, 8).map(shown)).toEqual(heads.slice(0, 8));
    expect(
      sheet?.data.slice(2, 2 + onScreen.length).map((row) => row.slice(1, 8).map(shown)),
    ).toEqual(onScreen.map((row) => row.slice(1, 8)));
    expect(shown(sheet?.data.at(-1)?.[0])).toMatch(/登记人（签字）.*组长（签字）.*盖章/u);
    // Printing locks: what is added asks why, and stands there as added.
    await page.getByRole("link", { name: "印", exact: true }).click();
    await page.locator(".paper").waitFor(SOON);
    await expectAccessible(page);
    await press("打印");
    await go(`#/ledgers/book/run/${MONTH}`);
    await page.getByText("这个月锁上了").waitFor(SOON);
    const form = page.getByRole("form", { name: "写一行" });
    await form.getByLabel("日期").fill(`${MONTH}-27`);
    await form.getByLabel("设备（必填）").fill("音箱");
    await form.getByLabel("开机（必填）").fill("19:00");
    await form.getByLabel("使用人（必填）").selectOption({ label: "B岗" });
    await press("记下");
    await page.getByText("写一句为什么，以后看得明白").waitFor();
    await form.getByLabel("这个月印过了，写一句为什么补").fill("那天漏记了");
    await press("记下");
    await page.getByText("印过以后补的：那天漏记了").first().waitFor(SOON);
    await page.getByText("要再印一份").waitFor();
    // What was wrong is struck out and stays readable.
    await press(/更正「.*全套」/u);
    await page.getByLabel("为什么改").fill("钟点抄错");
    await page.getByLabel("开机（必填）").fill("18:00");
    await press("划掉旧的，记下新的");
    await page.getByText("划掉了：钟点抄错").first().waitFor(SOON);
    await page.getByText("更正：钟点抄错").first().waitFor();
    await expect.poll(async () => (await rows()).length).toBe(before + DAYS.length + 2);
  });

  it("a fault is open for so many days until the row goes on", async () => {
    await go(`#/ledgers/book/repair/${MONTH}`);
    const what = `投影机 ${Math.random()}`;
    await writeRow({
      发现日期: `${MONTH}-09`,
      "设备（必填）": what,
      "故障现象（必填）": "灯泡不亮",
    });
    const days = Math.round((Date.parse(TODAY) - Date.parse(`${MONTH}-09`)) / 86_400_000);
    await page.getByText(`没了结，${days} 天了`).first().waitFor(SOON);
    await page.getByRole("button", { name: new RegExp(`接着写.*${what}`, "u") }).click();
    await page.getByLabel("修好日期").fill(`${MONTH}-20`);
    await page.getByLabel("结果").selectOption({ label: "换了新的" });
    await expectAccessible(page);
    await press("记下");
    await expect
      .poll(async () => (await rows()).find((row) => row[1] === what)?.slice(8, 10), SOON)
      .toEqual([expect.stringContaining("20日"), "换了新的"]);
  });

  it("an old table is brought in by its heads, and what does not fit is told", async () => {
    await go(`#/ledgers/book/lending/${MONTH}`);
    const before = (await rows()).length;
    await press("带旧表进来");
    await paste(
      page.getByLabel("贴在这里"),
      `<table><tr><td>借出日期</td><td>种类</td><td>编号和内容</td><td>借用人</td></tr>
      <tr><td>${MONTH}-10</td><td>U盘</td><td>3 号，农技</td><td>孙〇三</td></tr>
      <tr><td>${MONTH}-11</td><td>光盘</td><td>7 号，戏曲</td><td>李〇四</td></tr>
      <tr><td>昨天</td><td>光盘</td><td>8 号</td><td>周〇五</td></tr></table>`,
    );
    await page.getByText("看懂了 2 行，1 行有地方对不上").waitFor(SOON);
    await page.getByText("「借出日期」的日子没写对").waitFor();
    await expectAccessible(page);
    await press("收下 2 行");
    await page.getByText("收下了 2 行").waitFor(SOON);
    await expect.poll(async () => (await rows()).length, SOON).toBe(before + 2);
  });

  it("what hangs on the wall and beside the PC says what this site has set", async () => {
    await go("#/ledgers/rules");
    await page.locator(".paper").first().waitFor(SOON);
    expect(await page.locator(".paper").count()).toBe(4);
    await expectAccessible(page);
    await go("#/ledgers/guide");
    await page.getByText("本站定的是每周上网 2 天").waitFor(SOON);
    await expectAccessible(page);
  });
});

describe("the roll book", () => {
  const calling = async (branch: string, day: string): Promise<void> => {
    await go(`#/ledgers/roll?on=${day}`);
    await page.getByLabel("支部", { exact: true }).selectOption({ label: branch });
    await page.locator("tr[data-person]").first().waitFor(SOON);
  };
  const sums = async (): Promise<readonly number[]> =>
    (await page.locator("main section p[role=status] b").allTextContents()).map(Number);

  it("has a roster as it is pasted: names and branches, and nothing else", async () => {
    await go("#/ledgers/rosters");
    if ((await page.getByText(PEOPLE[0]?.name ?? "").count()) === 0) {
      await paste(page.getByLabel("贴在这里"), ROSTER_HTML);
      await page.getByText("看懂了 30 个名字").waitFor(SOON);
      await page.getByText("这几列没有收：身份证号").waitFor();
      await page.getByText("会加上新支部").waitFor();
      await expectAccessible(page);
      await press("收下 30 人");
      await page.getByText("收下了 30 人").waitFor(SOON);
    }
    for (const branch of BRANCHES) {
      await page.getByLabel("支部", { exact: true }).selectOption({ label: branch });
      const own = PEOPLE.filter((one) => one.branch === branch);
      await page.getByText(`${own.length} 人`, { exact: true }).waitFor();
    }
    await expectAccessible(page);
  });

  it("is called by one key a head, nine showings long", async () => {
    const keys = [" ", "1", "2", "3", "4"];
    const signs = ["√", "迟", "退", "病", "事"];
    const [branch = ""] = BRANCHES;
    const own = PEOPLE.filter((one) => one.branch === branch);
    /** Who did what: by a rule that the product does not know. */
    const markOf = (person: number, showing: number): number => (person * 3 + showing * 2) % 5;
    for (const [showing, day] of DAYS.entries()) {
      await calling(branch, day);
      await page.locator("tr[data-person]").first().focus();
      for (const [person] of own.entries()) {
        await page.keyboard.press(keys[markOf(person, showing)] ?? " ");
      }
      const marks = own.map((_, person) => markOf(person, showing));
      const present = marks.filter((mark) => mark < 3).length;
      await expect.poll(sums, SOON).toEqual([own.length, present, own.length - present, 0]);
    }
    await expectAccessible(page);
    await page.getByRole("link", { name: "印点名册" }).click();
    await page.locator(".paper tbody tr").first().waitFor(SOON);
    const grid = await page
      .locator(".paper tbody tr")
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "")),
      );
    for (const [person, { name }] of own.entries()) {
      expect(grid[person]?.slice(1, 2 + DAYS.length)).toEqual([
        name,
        ...DAYS.map((_, showing) => signs[markOf(person, showing)]),
      ]);
    }
    await expectAccessible(page);
    const [sheet] = await readXlsx(await save("存成表格"));
    expect(
      sheet?.data.slice(2, 2 + own.length).map((row) => row.slice(1, 2 + DAYS.length)),
    ).toEqual(
      own.map(({ name }, person) => [
        name,
        ...DAYS.map((_, showing) => signs[markOf(person, showing)]),
      ]),
    );
    const present = DAYS.map(
      (_, showing) => own.filter((__, person) => markOf(person, showing) < 3).length,
    );
    expect(sheet?.data.at(2 + own.length)?.slice(2, 2 + DAYS.length)).toEqual(
      present.map((count) => `${own.length} / ${count}`),
    );
  });

  it("finds somebody by initials, and the rest came with one press", async () => {
    const [, branch = ""] = BRANCHES;
    await calling(branch, DAYS[3] ?? "");
    const own = PEOPLE.filter((one) => one.branch === branch);
    await page.locator("tr[data-person]").first().focus();
    // 沈: s.
    const wanted = own.find(({ name }) => name.startsWith("沈"));
    await page.keyboard.press("s");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")), SOON)
      .toContain(wanted?.name ?? "?");
    await page.keyboard.press("3");
    await press("剩下的都到了");
    await expect.poll(sums, SOON).toEqual([own.length, own.length - 1, 1, 0]);
  });

  it("ties a session to its register: roll, head count, card", async () => {
    const [day = ""] = DAYS;
    await go("#/register");
    await press("记一场");
    await page.getByLabel("哪天放的").fill(day);
    await page.getByLabel("几点", { exact: true }).fill("19:00");
    await page.getByLabel("放的什么").fill("村里老照片");
    await page.getByLabel("放了几分钟").fill("40");
    await press("记下");
    await page.getByRole("heading", { name: "记一场" }).waitFor({ state: "detached" });
    const [, , branch = ""] = BRANCHES;
    await calling(branch, day);
    await press("剩下的都到了");
    await press(/记进登记/u);
    await page.getByRole("link", { name: "去看这一场的登记" }).click();
    await page.getByRole("form", { name: "放完了，记一笔" }).waitFor(SOON);
    const told = Number(await page.getByLabel("来了几位党员").inputValue());
    expect(told).toBeGreaterThanOrEqual(PEOPLE.filter((one) => one.branch === branch).length);
  });
});

describe("how names are kept", () => {
  it("roll calls past their time are cleared out, and their counts stay", async () => {
    const [, branch = ""] = BRANCHES;
    const old = `${Number(TODAY.slice(0, 4)) - 2}-03-06`;
    await go(`#/ledgers/roll?on=${old}`);
    await page.getByLabel("支部", { exact: true }).selectOption({ label: branch });
    await page.locator("tr[data-person]").first().waitFor(SOON);
    await press("剩下的都到了");
    await go("#/ledgers");
    await page.getByRole("link", { name: /名字过了期限/u }).click();
    await press("看看要清哪些");
    await page.getByText("人数留在台账里，名字清掉后找不回来").waitFor();
    await expectAccessible(page);
    await press("清掉名字");
    await page.getByText(/清掉了 1 次点名的名字/u).waitFor(SOON);
    await page.reload();
    await page.getByText("没有过期限的").waitFor(SOON);
    await go("#/ledgers/roll");
    await page.getByLabel("支部", { exact: true }).selectOption({ label: branch });
    const href = await page.getByRole("link", { name: "印点名册" }).getAttribute("href");
    await go(`${href?.slice(0, -7)}${old.slice(0, 7)}`);
    const own = PEOPLE.filter((one) => one.branch === branch).length;
    await page.getByText(`名字清掉了：3.6 应到 ${own}，实到 ${own}`).waitFor(SOON);
  });

  it("one person's rows are shown and removed on request", async () => {
    const gone = PEOPLE.at(-1);
    await go("#/ledgers/names");
    await page.getByLabel("姓名").fill("没有这个人");
    await press("查");
    await page.getByText("没有「没有这个人」").waitFor();
    await page.getByLabel("姓名").fill(gone?.name ?? "");
    await press("查");
    await page.getByText(`${gone?.branch} 花名册`).waitFor(SOON);
    await press("都删掉");
    await page.getByText("删掉后找不回来").waitFor();
    await page.locator(".note").getByRole("button", { name: "都删掉" }).click();
    await page.getByText("都删掉了，人数没变").waitFor(SOON);
  });

  it("a PIN locks them, said beforehand; without it no name is on the screen", async () => {
    await go("#/ledgers/names");
    await press("锁上");
    await page.getByText("太短了，至少 6 位").waitFor();
    await page.getByLabel("新的 PIN").fill("739174");
    await page.getByLabel("再输一遍").fill("739174");
    await press("锁上");
    await page.getByText("先勾上那一句").waitFor();
    await page.getByLabel("我知道忘了就找不回").check();
    await press("锁上");
    await page.getByText("锁上了。").waitFor(SOON);
    await page.reload();
    await page.getByText("姓名上了锁").waitFor(SOON);
    await expectAccessible(page);
    await go(`#/ledgers/book/lending/${MONTH}`);
    await page.locator("main table").waitFor(SOON);
    expect(await page.getByText("孙〇三").count()).toBe(0);
    await page.getByLabel("PIN", { exact: true }).fill("000000");
    await press("打开");
    await page.getByText("PIN 不对").waitFor(SOON);
    await page.getByLabel("PIN", { exact: true }).fill("739174");
    await press("打开");
    await page.getByText("孙〇三").first().waitFor(SOON);
    await go("#/ledgers/names");
    // A new page asks again; an address within the page does not.
    if ((await page.getByText("姓名上了锁").count()) > 0) {
      await page.locator("form", { hasText: "姓名上了锁" }).getByLabel("PIN").fill("739174");
      await press("打开");
    }
    await page.getByRole("form", { name: "用 PIN 锁上" }).getByLabel("PIN").fill("739174");
    await press("不要 PIN 了");
    await page.getByText("锁去掉了").waitFor(SOON);
  });
});
