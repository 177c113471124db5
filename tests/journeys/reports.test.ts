/**
 * The year's report writes itself from the books: its figures on screen, in the PDF and in the table equal those
 * that are reckoned here from the plain rows; its words can be changed; it is marked as sent up; targets are the
 * site's own; a month after a practical showing somebody asks whether it was used; a township opens the sites' cards.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { civilDateSchema } from "@dianbo/shared/clock";
import { makeSiteKey, newSiteId, type Sha512 } from "@dianbo/shared/identity";
import { makeCard } from "@dianbo/shared/report";
import readXlsx from "read-excel-file/node";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessibility.ts";
import { type LedgerSite, openLedgerSite, SOON, TODAY } from "../support/ledger-site.ts";
import {
  downloadsOfYear,
  type PlainShowing,
  plantYear,
  showingsOfYear,
} from "../support/report-year.ts";

const run = promisify(execFile);
const sha512: Sha512 = async (bytes) => new Uint8Array(createHash("sha512").update(bytes).digest());

const YEAR = Number(TODAY.slice(0, 4)) - 1;
/** Two months before last: long enough ago to be asked after, and not too long. */
const ASKED: PlainShowing = {
  on: new Date(Date.parse(TODAY) - 40 * 86_400_000).toISOString().slice(0, 10),
  titles: [{ number: 3001, minutes: 28 }],
  members: 6,
  residents: 12,
};
const SHOWINGS = [...showingsOfYear(YEAR), ASKED];
const DOWNLOADS = downloadsOfYear(YEAR);

const total = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
/** What the rows come to within a year or a month, by plain sums. */
const reckon = (within: string) => {
  const own = SHOWINGS.filter(({ on }) => on.startsWith(within));
  const titles = own.flatMap((one) => one.titles);
  const members = total(own.map((one) => one.members ?? 0));
  const residents = total(own.map((one) => one.residents ?? 0));
  return {
    showings: own.length,
    plays: titles.length,
    minutes: total(titles.map((one) => one.minutes)),
    members,
    residents,
    people: members + residents,
    uncounted: own.filter((one) => one.members === undefined).length,
    downloads: DOWNLOADS.filter((on) => on.startsWith(within)).length,
    downloadDays: new Set(DOWNLOADS.filter((on) => on.startsWith(within))).size,
  };
};
const WHOLE = reckon(String(YEAR));
/** The months' rows, as paper and table have them: the last two columns are downloads and training. */
const MONTH_ROWS = Array.from({ length: 12 }, (_, at) => {
  const one = reckon(`${YEAR}-${String(at + 1).padStart(2, "0")}`);
  return [
    one.showings,
    one.plays,
    one.minutes,
    one.members,
    one.residents,
    0,
    one.people,
    one.downloads,
    0,
  ];
});

let site: LedgerSite;

/** The report of a span, once its page is drawn. */
const open = async (span: string | number): Promise<void> => {
  await site.go(`#/reports/${span}`);
  await site.page.locator(".paper h2").first().waitFor(SOON);
};

beforeAll(async () => {
  site = await openLedgerSite();
  await site.page.getByRole("button", { name: "载入样例" }).click();
  await site.page.getByRole("button", { name: "清掉样例" }).waitFor(SOON);
  await plantYear(site.page, SHOWINGS, DOWNLOADS);
}, 120_000);
afterAll(async () => {
  await site?.close();
});

describe("the reports", () => {
  it("stand in one room by year, each with its figures, from the ledgers and the start page", async () => {
    await site.go("#/");
    await site.page.getByRole("link", { name: "本月报表" }).waitFor(SOON);
    await site.go("#/ledgers");
    await site.page.getByRole("link", { name: /报表/u }).first().click();
    await site.page.getByRole("heading", { level: 1, name: "报表" }).waitFor(SOON);
    await site.press("上一年");
    const row = `${WHOLE.showings} 场 · ${WHOLE.people} 人次 · ${WHOLE.minutes} 分钟`;
    await site.page.getByRole("link", { name: `${YEAR} 年学用总结 ${row}` }).waitFor(SOON);
    await site.page.getByRole("link", { name: /^9月 没有放映/u }).waitFor();
    await expectAccessible(site.page);
  });

  it("have the figures of the plain rows on screen, on paper and in a table", async () => {
    await open(YEAR);
    const heroes = await site.page.locator(".paper dl dd").allTextContents();
    expect(heroes.slice(0, 2)).toEqual([`${WHOLE.showings}`, `${WHOLE.people}`]);
    expect(heroes[2]).toBe(String(Math.floor(WHOLE.minutes / 6) / 10));
    const rows = await site.page
      .locator(".paper table")
      .first()
      .locator("tbody tr")
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll("td")].slice(1).map((cell) => cell.textContent)),
      );
    const sums = MONTH_ROWS[0]?.map((_, at) => total(MONTH_ROWS.map((row) => row[at] ?? 0))) ?? [];
    const expected = [...MONTH_ROWS, sums].map((row) => row.map(String));
    expect(rows).toEqual(expected);
    expect(sums[6]).toBe(WHOLE.people);
    await site.page.getByText(`有 ${WHOLE.uncounted} 场没记人数，没有算进去。`).waitFor();
    await site.page
      .getByText(`今年有 ${WHOLE.downloadDays} 天上线下载，存下 ${WHOLE.downloads} 部。`)
      .waitFor();
    await expectAccessible(site.page);

    const folder = await mkdtemp(join(tmpdir(), "dianbo-report-"));
    const file = join(folder, "report.pdf");
    await writeFile(file, await site.page.pdf({ preferCSSPageSize: true }));
    const { stdout } = await run("pdftotext", ["-layout", file, "-"]);
    await rm(folder, { recursive: true });
    const lines = stdout.split("\n").map((line) => line.trim().split(/\s+/u));
    for (const [at, row] of expected.slice(0, 12).entries()) {
      expect(lines).toContainEqual([`${at + 1}月`, ...row]);
    }
    expect(lines).toContainEqual(["合计", ...(expected[12] ?? [])]);
    expect(stdout).toContain("组长（签字）");

    const sheets = await readXlsx(await site.save("存成表格"));
    const totals = new Map(sheets[0]?.data.map((row) => [row[0], row[1]]));
    expect(totals.get("放映场次")).toBe(WHOLE.showings);
    expect(totals.get("放映部次")).toBe(WHOLE.plays);
    expect(totals.get("放映分钟")).toBe(WHOLE.minutes);
    expect(totals.get("党员人次")).toBe(WHOLE.members);
    expect(totals.get("群众人次")).toBe(WHOLE.residents);
    expect(totals.get("没记人数的场次")).toBe(WHOLE.uncounted);
    const months = sheets[1]?.data.filter(([name]) => /月$|^合计$/u.test(String(name))) ?? [];
    expect(months.map((row) => row.slice(1, 10))).toEqual([...MONTH_ROWS, sums]);
  });

  it("of a month with nothing say so, and lead on to its quarter and year", async () => {
    await open(`${YEAR}-09`);
    await site.page.getByText("本月没有放映。").waitFor();
    await site.page.getByRole("link", { name: `${YEAR} 年第 3 季度学用小结` }).click();
    const months = ["07", "08", "09"].map((month) => reckon(`${YEAR}-${month}`).showings);
    await site.page.getByText(`本季度放映 ${total(months)} 场`).waitFor(SOON);
    await site.go("#/reports/2026-13");
    await site.page.getByText("没有这一份报表").waitFor();
  });

  it("take the site's own words, keep them, and go back to the figures; are marked as sent", async () => {
    await open(YEAR);
    await site.press("改文字");
    const box = site.page.getByLabel("七、困难");
    await box.fill("线路慢，晚上八点以后才好下。");
    await box.press("Tab");
    await site.page.getByText("本站改过").waitFor(SOON);
    await expectAccessible(site.page);
    await site.page.reload();
    await site.page.getByText("线路慢，晚上八点以后才好下。").waitFor(SOON);
    await site.press("改文字");
    await site.press(/照数字重写.*七、困难/u);
    await expect.poll(() => site.page.getByText("线路慢").count(), SOON).toBe(0);
    await site.press("标上已报");
    await site.page.getByText(/^已报，/u).waitFor(SOON);
    await site.go("#/reports");
    await site.press("上一年");
    await site.page.getByRole("link", { name: /年学用总结.*已报/u }).waitFor(SOON);
    await open(YEAR);
    await site.press("还没报");
    await site.page.getByRole("button", { name: "标上已报" }).waitFor(SOON);
  });

  it("are held against targets that the site sets itself, and against nothing where it set none", async () => {
    await site.go("#/reports");
    const target = site.page.getByLabel(/^每月放映/u);
    await target.fill("");
    await target.press("Enter");
    await open(`${YEAR}-10`);
    await site.page.getByText("本月放映 1 场。").waitFor(SOON);
    await site.go("#/reports");
    await target.fill("2");
    await target.press("Enter");
    await site.page.getByText(/目标 2 场/u).waitFor(SOON);
    await open(`${YEAR}-10`);
    await site.page.getByText("本月放映 1 场，比目标少 1 场。").waitFor(SOON);
    await site.go("#/reports");
    const day = site.page.getByLabel(/下个月几号前报/u);
    await day.fill("5");
    await day.press("Enter");
    await site.go("#/");
    await site.page.getByText("份月报还没报").waitFor(SOON);
    await expectAccessible(site.page);
  });

  it("ask a month after a practical showing whether it was used, and count the answer", async () => {
    await site.go("#/");
    await site.page.getByRole("heading", { name: "手头的事" }).waitFor(SOON);
    // A second try finds it answered already; the report below counts it once either way.
    const yes = site.page.getByRole("button", { name: /大白菜.*：用上了/u });
    if ((await yes.count()) > 0) await yes.click();
    await expect
      .poll(() => site.page.getByRole("heading", { name: "用上了没有？" }).count(), SOON)
      .toBe(0);
    await open(ASKED.on.slice(0, 7));
    await site.page.getByText("实用技术放完一个月问了 1 场，1 场有人用上了。").waitFor(SOON);
  });

  it("travel up as cards of counts, signed; a township sums them and sees who is missing", async () => {
    await open(`${YEAR}-07`);
    const own = await site.save("存成卡，往上报");
    const text = await readFile(own, "utf8");
    expect(text).not.toContain("八段锦");
    const july = reckon(`${YEAR}-07`);
    const sent = JSON.parse(text);
    expect(sent.sums).toMatchObject({ showings: july.showings, people: july.people });
    const key = await makeSiteKey(new Uint8Array(32).fill(9), sha512);
    const madeOn = (days: number) =>
      v.parse(
        civilDateSchema,
        new Date(Date.parse(TODAY) - days * 86_400_000).toISOString().slice(0, 10),
      );
    const cardOf = (showings: number, daysAgo: number) =>
      makeCard(
        {
          site: newSiteId(() => "other-site--------------"),
          siteName: "红旗村站",
          span: `${YEAR}-07`,
          madeOn: madeOn(daysAgo),
          sums: { ...sent.sums, showings, people: 100 },
        },
        key,
        sha512,
      );
    const other = await cardOf(5, 1);
    const changed = JSON.stringify({ ...other, sums: { ...other.sums, showings: 50 } });
    await site.go("#/reports");
    await site.page.getByRole("link", { name: "收卡" }).click();
    await site.page.getByText("还没打开卡", { exact: false }).waitFor(SOON);
    await expectAccessible(site.page);
    await site.page.locator("main input[type=file]").setInputFiles([
      { name: "自己.json", mimeType: "application/json", buffer: Buffer.from(text) },
      {
        name: "红旗.json",
        mimeType: "application/json",
        buffer: Buffer.from(JSON.stringify(other)),
      },
      { name: "改过.json", mimeType: "application/json", buffer: Buffer.from(changed) },
      { name: "照片.json", mimeType: "application/json", buffer: Buffer.from("x") },
    ]);
    await site.page.getByText("「改过.json」签过名以后有人改过").waitFor(SOON);
    await site.page.getByText("「照片.json」不是卡。").waitFor();
    await site.page.getByLabel(/该报的站/u).fill("青禾社区站\n红旗村站\n前进村站");
    await site.page.getByText("还没报的 1 个站：前进村站").waitFor(SOON);
    const sum = site.page.getByRole("row", { name: /^合计/u });
    const cells = await sum.getByRole("cell").allTextContents();
    expect([cells[1], cells[4]].map(Number)).toEqual([july.showings + 5, july.people + 100]);
    await expectAccessible(site.page);
    await site.page.reload();
    await expect
      .poll(() => site.page.getByLabel(/该报的站/u).inputValue(), SOON)
      .toContain("前进村站");
    // What was opened is still there; a newer card of the same site takes its place and says so, however it comes.
    await site.page.getByText("还没报的 1 个站：前进村站").waitFor(SOON);
    const drop = (card: unknown) =>
      site.page.locator("main").evaluate((room, text) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], "红旗.json", { type: "application/json" }));
        for (const type of ["dragover", "drop"]) {
          room.dispatchEvent(
            new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
          );
        }
      }, JSON.stringify(card));
    await drop(await cardOf(7, 0));
    await site.page.getByText(/^「红旗村站」换成了/u).waitFor(SOON);
    await expect
      .poll(async () => (await sum.getByRole("cell").allTextContents())[1], SOON)
      .toBe(String(july.showings + 7));
    await drop(other);
    await site.page.getByText(/^「红旗村站」已经有/u).waitFor(SOON);
    // One taken away is put back by one press.
    const held = site.page.getByText(/^收着的 \d+ 张$/u);
    await held.click();
    await site.press("拿掉「红旗村站」的卡");
    await site.page.getByText("还没报的 2 个站：红旗村站、前进村站").waitFor(SOON);
    await expectAccessible(site.page);
    await site.press("放回去");
    await site.page.getByText("还没报的 1 个站：前进村站").waitFor(SOON);
    const [sheet] = await readXlsx(await site.save("存成表格"));
    const last = sheet?.data.find(([name]) => name === "合计");
    expect([last?.[1], last?.[4]]).toEqual([july.showings + 7, july.people + 100]);
  });

  it("speak English", async () => {
    await site.page.addInitScript(() => localStorage.setItem("dianbo-language", "en"));
    await site.go(`#/reports/${YEAR}`);
    await site.page.reload();
    await site.page
      .getByText(`This year there were ${WHOLE.showings} showings`)
      .first()
      .waitFor(SOON);
    await expectAccessible(site.page);
    await site.go("#/reports");
    await site.page.getByRole("heading", { level: 1, name: "Reports" }).waitFor(SOON);
    await expectAccessible(site.page);
  });
});
