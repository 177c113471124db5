/**
 * What a year leaves on paper: its archive as one file, read back by strangers and held against plain sums; the
 * books that nobody writes; a fault's repair request; next year's plan, proposed and taken as one step.
 */
import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessibility.ts";
import { type LedgerSite, MONTH, openLedgerSite, SOON, TODAY } from "../support/ledger-site.ts";
import { downloadsOfYear, plantYear, showingsOfYear } from "../support/report-year.ts";

const YEAR = Number(TODAY.slice(0, 4)) - 1;
const SHOWINGS = showingsOfYear(YEAR);
const DOWNLOADS = downloadsOfYear(YEAR);
const FAULT = "投影机灯泡不亮";
const MENDER = "欧阳〇九";
const total = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

let site: LedgerSite;

/** The archive's files by path, as the button gives them. */
const archive = async (): Promise<ReadonlyMap<string, string>> => {
  // Forty files, written one after the other on a loaded machine.
  const download = site.page.waitForEvent("download", { timeout: 120_000 });
  await site.press("做成压缩包");
  const path = await (await download).path();
  await site.page.getByText(/^做好了/u).waitFor(SOON);
  const files = unzipSync(new Uint8Array(await readFile(path)));
  return new Map(
    Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  );
};
const fileOf = (files: ReadonlyMap<string, string>, end: string): string =>
  [...files].find(([name]) => name.endsWith(end))?.[1] ?? "";

beforeAll(async () => {
  site = await openLedgerSite();
  await site.page.getByRole("button", { name: "载入样例" }).click();
  await site.page.getByRole("button", { name: "清掉样例" }).waitFor(SOON);
  await plantYear(site.page, SHOWINGS, DOWNLOADS);
}, 120_000);
afterAll(async () => {
  await site?.close();
});

describe("a year's papers", () => {
  it("a fault has a repair request of its own, from its row, with its age", async () => {
    await site.go(`#/ledgers/book/repair/${MONTH}`);
    const form = site.page.getByRole("form", { name: "写一行" });
    await form.getByLabel("发现日期").fill(`${YEAR}-06-09`);
    await form.getByLabel("设备（必填）").fill("投影机");
    await form.getByLabel("故障现象（必填）").fill(FAULT);
    await site.press("后来的也一起写");
    await form.getByLabel(/维修人/u).fill(MENDER);
    await site.press("记下");
    await form.getByText("记下了").waitFor(SOON);
    await site.go(`#/ledgers/book/repair/${YEAR}-06`);
    await site.page
      .getByRole("link", { name: /印报修单：「.*投影机/u })
      .first()
      .click();
    const paper = site.page.locator(".paper");
    await paper.getByText(FAULT).waitFor(SOON);
    const days = Math.round((Date.parse(TODAY) - Date.parse(`${YEAR}-06-09`)) / 86_400_000);
    await paper.getByText(`到今天 ${days} 天没修好`).waitFor();
    expect(await paper.getByText(MENDER).count()).toBe(0);
    await expectAccessible(site.page);
    await site.go("#/ledgers/repair/nobody-knows-this-row");
    await site.page.getByText("没有这一条故障").waitFor(SOON);
  });

  it("the archive holds the year, and no name unless it is asked to", async () => {
    await site.go("#/ledgers");
    await site.page.getByRole("link", { name: /年度归档/u }).click();
    await site.page.getByRole("heading", { level: 1, name: "年度归档" }).waitFor(SOON);
    await site.page.getByRole("link", { name: "上一年" }).click();
    await site.page.getByRole("heading", { name: `${YEAR} 年` }).waitFor(SOON);
    await expectAccessible(site.page);
    const files = await archive();
    const everything = [...files].flat().join("\n");
    expect(everything.includes(MENDER)).toBe(false);
    expect(everything.includes(FAULT)).toBe(true);
    expect(files.get("说明.txt")).toContain("里面没有姓名");
    const report = fileOf(files, `${YEAR} 年学用总结.html`);
    const films = SHOWINGS.flatMap(({ titles }) => titles);
    const minutes = total(films.map((one) => one.minutes));
    expect(report).toContain(`<td>放映场次</td><td class="right">${SHOWINGS.length}</td>`);
    expect(report).toContain(`<td>放映分钟</td><td class="right">${minutes}</td>`);
    expect(report).toContain(`<td>下载部数</td><td class="right">${DOWNLOADS.length}</td>`);
    const register = fileOf(files, "学习收看登记簿.html");
    expect(register.match(/<tr><td>\d{4}-/gu)).toHaveLength(films.length);
    expect(files.get("index.html")).toContain(encodeURIComponent(`01 ${YEAR} 年学用总结.html`));

    await site.page.getByLabel(/带上姓名/u).check();
    await site.page.getByText("这个文件里会有姓名。").waitFor(SOON);
    await expectAccessible(site.page);
    const named = await archive();
    expect(fileOf(named, "设备维修记录簿.html")).toContain(MENDER);
    expect(named.get("说明.txt")).toContain("里面有姓名");
  });

  it("books that nobody writes are there by year, on paper and as files", async () => {
    await site.go("#/ledgers/written/downloads");
    await site.page.getByRole("link", { name: "上一年" }).click();
    await site.page.getByText(`共 ${DOWNLOADS.length} 条`).first().waitFor(SOON);
    expect(await site.page.locator(".paper tbody tr").count()).toBe(DOWNLOADS.length);
    await expectAccessible(site.page);
    await site.go("#/ledgers/written/plan");
    await site.page.getByText("这一年还没有").waitFor(SOON);
    await expectAccessible(site.page);
  });

  it("next year's plan is proposed with its reasons, changed, and taken and undone as one step", async () => {
    await site.go(`#/reports/${YEAR}`);
    await site.page.getByRole("link", { name: `拟 ${YEAR + 1} 年学习计划` }).click();
    await site.page.getByRole("heading", { name: `拟 ${YEAR + 1} 年学习计划` }).waitFor(SOON);
    await site.page.getByText(/今年实际平均每月/u).waitFor();
    await site.page.getByText("今年这个月没有放映").first().waitFor();
    await expectAccessible(site.page);
    await site.page.getByLabel("内容：春耕备耕").fill("测土配方施肥");
    await site.page.getByLabel("时间：春耕备耕").fill("6日、16日");
    await site.page.getByLabel("要：暑期防溺水").uncheck();
    await site.page.getByRole("button", { name: "把 11 条放进学习计划" }).click();
    await site.page.getByText("11 条放进学习计划了").first().waitFor(SOON);
    await site.go(`#/ledgers/written/plan/${YEAR + 1}`);
    await site.page.locator(".paper").getByText("测土配方施肥").waitFor(SOON);
    expect(await site.page.locator(".paper tbody tr").count()).toBe(11);
    expect(await site.page.locator(".paper").getByText("暑期防溺水").count()).toBe(0);
    await site.go("#/schedule?view=plan");
    await site.page.getByText("测土配方施肥", { exact: false }).first().waitFor(SOON);
    await expectAccessible(site.page);
    await site.press(/^撤销/u);
    await expect.poll(() => site.page.getByText("春耕备耕").count(), SOON).toBe(0);
  });

  it("speaks English", async () => {
    await site.page.addInitScript(() => localStorage.setItem("dianbo-language", "en"));
    await site.go(`#/ledgers/archive/${YEAR}`);
    await site.page.reload();
    await site.page.getByRole("button", { name: "Make the file" }).waitFor(SOON);
    await expectAccessible(site.page);
    await site.go(`#/reports/plan/${YEAR}`);
    await site.page.getByRole("heading", { name: `Proposed plan for ${YEAR + 1}` }).waitFor(SOON);
    await expectAccessible(site.page);
  });
});
