/**
 * The site's books, by keyboard: written, put right, gone on with, printed and locked, brought in from an old table;
 * files for WPS are read back cell by cell. What is expected is reckoned here, apart from the product.
 */
import readXlsx from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessibility.ts";
import {
  DAYS,
  type LedgerSite,
  MONTH,
  openLedgerSite,
  SOON,
  TODAY,
} from "../support/ledger-site.ts";

let site: LedgerSite;

/** The rows of the page as a person reads them, without what is said beneath them. */
const rows = (): Promise<readonly (readonly string[])[]> =>
  site.page
    .locator("main table tbody tr:first-child")
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "")),
    );
/** Types a row of a book: Tab from cell to cell, Enter at the end. */
const writeRow = async (cells: Readonly<Record<string, string>>): Promise<void> => {
  const form = site.page.getByRole("form", { name: "写一行" });
  for (const [name, value] of Object.entries(cells)) {
    const cell = form.getByLabel(name);
    if ((await cell.evaluate((at) => at.tagName)) === "SELECT") {
      await cell.selectOption({ label: value });
    } else await cell.fill(value);
  }
  await site.page.keyboard.press("Enter");
  await form.getByText("记下了").waitFor(SOON);
};

beforeAll(async () => {
  site = await openLedgerSite();
});
afterAll(async () => {
  await site?.close();
});

describe("the books", () => {
  it("stand in one room, with doors to those that other rooms keep; the set is the site's own", async () => {
    await site.go("#/ledgers");
    await site.page.getByRole("link", { name: /设备维修记录簿.*这个月还没写/u }).waitFor(SOON);
    await site.page.getByRole("link", { name: /学习收看登记簿/u }).waitFor();
    await expectAccessible(site.page);
    const door = site.page.getByRole("button", { name: /换一换要记的本子|好了/u });
    if ((await door.getAttribute("aria-expanded")) === "false") await door.click();
    await site.page.getByLabel("记「学习心得」").click();
    await expect
      .poll(() => site.page.getByRole("link", { name: /学习心得/u }).count(), SOON)
      .toBe(0);
    await site.page.getByLabel("记「学习心得」").click();
    await site.page.getByRole("link", { name: /学习心得/u }).waitFor(SOON);
    await expectAccessible(site.page);
  });

  it("take a county's own form as its row of heads", async () => {
    await site.go("#/ledgers");
    const door = site.page.getByRole("button", { name: /换一换要记的本子|好了/u });
    if ((await door.getAttribute("aria-expanded")) === "false") await door.click();
    await site.press("加上这本");
    await site.page.getByText("写上表叫什么").waitFor();
    await site.page.getByLabel("表叫什么").fill(`冬训登记 ${Math.random()}`);
    await site.page.getByLabel("表头").fill("序号\t日期\t培训内容★\t人数\t参加人签名");
    await site.press("加上这本");
    await site.page.getByText(/3 列/u).waitFor(SOON);
    await site.page
      .getByRole("link", { name: /冬训登记/u })
      .first()
      .click();
    await site.page.getByLabel(/培训内容（必填）/u).waitFor(SOON);
    await site.page.getByLabel(/参加人签名（只存在站里自己的电脑上）/u).waitFor();
  });

  it("a run log of nine showings is written by keyboard, and a month printed is locked and amended", async () => {
    await site.go(`#/ledgers/book/run/${MONTH}`);
    const before = (await rows()).length;
    await site.press("记下");
    await site.page.getByText("「设备」还空着").waitFor();
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
    await expectAccessible(site.page);
    // As a table, cell by cell.
    const onScreen = await rows();
    const [sheet] = await readXlsx(await site.save("存成表格"));
    const shown = (cell: unknown): string => (cell === null ? "" : String(cell));
    const heads = await site.page.locator("main thead th").allTextContents();
    expect(sheet?.data[1]?.slice(0, 8).map(shown)).toEqual(heads.slice(0, 8));
    expect(
      sheet?.data.slice(2, 2 + onScreen.length).map((row) => row.slice(1, 8).map(shown)),
    ).toEqual(onScreen.map((row) => row.slice(1, 8)));
    expect(shown(sheet?.data.at(-1)?.[0])).toMatch(/登记人（签字）.*组长（签字）.*盖章/u);
    // Printing locks: what is added asks why, and stands there as added.
    await site.page.getByRole("link", { name: "印", exact: true }).click();
    await site.page.locator(".paper").waitFor(SOON);
    await expectAccessible(site.page);
    await site.press("打印");
    await site.go(`#/ledgers/book/run/${MONTH}`);
    await site.page.getByText("这个月锁上了").waitFor(SOON);
    const form = site.page.getByRole("form", { name: "写一行" });
    await form.getByLabel("日期").fill(`${MONTH}-27`);
    await form.getByLabel("设备（必填）").fill("音箱");
    await form.getByLabel("开机（必填）").fill("19:00");
    await form.getByLabel("使用人（必填）").selectOption({ label: "B岗" });
    await site.press("记下");
    await site.page.getByText("写一句为什么，以后看得明白").waitFor();
    await form.getByLabel("这个月印过了，写一句为什么补").fill("那天漏记了");
    await site.press("记下");
    await site.page.getByText("印过以后补的：那天漏记了").first().waitFor(SOON);
    await site.page.getByText("要再印一份").waitFor();
    // What was wrong is struck out and stays readable.
    await site.press(/更正「.*全套」/u);
    await site.page.getByLabel("为什么改").fill("钟点抄错");
    await site.page.getByLabel("开机（必填）").fill("18:00");
    await site.press("划掉旧的，记下新的");
    await site.page.getByText("划掉了：钟点抄错").first().waitFor(SOON);
    await site.page.getByText("更正：钟点抄错").first().waitFor();
    await expect.poll(async () => (await rows()).length).toBe(before + DAYS.length + 2);
  });

  it("a fault is open for so many days until the row goes on", async () => {
    await site.go(`#/ledgers/book/repair/${MONTH}`);
    const what = `投影机 ${Math.random()}`;
    await writeRow({
      发现日期: `${MONTH}-09`,
      "设备（必填）": what,
      "故障现象（必填）": "灯泡不亮",
    });
    const days = Math.round((Date.parse(TODAY) - Date.parse(`${MONTH}-09`)) / 86_400_000);
    await site.page.getByText(`没了结，${days} 天了`).first().waitFor(SOON);
    await site.page.getByRole("button", { name: new RegExp(`接着写.*${what}`, "u") }).click();
    await site.page.getByLabel("修好日期").fill(`${MONTH}-20`);
    await site.page.getByLabel("结果").selectOption({ label: "换了新的" });
    await expectAccessible(site.page);
    await site.press("记下");
    await expect
      .poll(async () => (await rows()).find((row) => row[1] === what)?.slice(8, 10), SOON)
      .toEqual([expect.stringContaining("20日"), "换了新的"]);
  });

  it("feedback that wants something is a wish by one press, without whose it is", async () => {
    await site.go(`#/ledgers/book/feedback/${MONTH}`);
    const wanted = `腌菜安全 ${Math.round(Math.random() * 1e9)}`;
    await writeRow({
      日期: `${MONTH}-09`,
      "对应节目（必填）": "八段锦教学",
      "对内容的意见（必填，只存在站里自己的电脑上）": "好",
      "想看什么（必填，只存在站里自己的电脑上）": wanted,
      "署名（只存在站里自己的电脑上）": "孙〇三",
    });
    await site.press(/也记进想看/u);
    await site.page.getByText("记进想看了，不带姓名").waitFor(SOON);
    await site.go("#/wishes");
    await site.page.getByText(wanted).first().waitFor(SOON);
    expect(await site.page.getByText("孙〇三").count()).toBe(0);
  });

  it("an old table is brought in by its heads, and what does not fit is told", async () => {
    await site.go(`#/ledgers/book/lending/${MONTH}`);
    const before = (await rows()).length;
    await site.press("带旧表进来");
    await site.paste(
      site.page.getByLabel("贴在这里"),
      `<table><tr><td>借出日期</td><td>种类</td><td>编号和内容</td><td>借用人</td></tr>
      <tr><td>${MONTH}-10</td><td>U盘</td><td>3 号，农技</td><td>孙〇三</td></tr>
      <tr><td>${MONTH}-11</td><td>光盘</td><td>7 号，戏曲</td><td>李〇四</td></tr>
      <tr><td>昨天</td><td>光盘</td><td>8 号</td><td>周〇五</td></tr></table>`,
    );
    await site.page.getByText("看懂了 2 行，1 行有地方对不上").waitFor(SOON);
    await site.page.getByText("「借出日期」的日子没写对").waitFor();
    await expectAccessible(site.page);
    await site.press("收下 2 行");
    await site.page.getByText("收下了 2 行").waitFor(SOON);
    await expect.poll(async () => (await rows()).length, SOON).toBe(before + 2);
  });

  it("what hangs on the wall and beside the PC says what this site has set", async () => {
    await site.go("#/ledgers/rules");
    await site.page.locator(".paper").first().waitFor(SOON);
    expect(await site.page.locator(".paper").count()).toBe(4);
    await expectAccessible(site.page);
    await site.go("#/ledgers/guide");
    await site.page.getByText("本站定的是每周上网 2 天").waitFor(SOON);
    await expectAccessible(site.page);
  });
});
