/**
 * What is odd and still a site's own: a roster of three thousand with merged cells, the same name twice, characters
 * that few computers draw, a showing of before the site existed, a month in which nothing was. Each is taken, found
 * again and printed, and nothing falls over.
 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { expectAccessible } from "../support/accessibility.ts";
import { type LedgerSite, openLedgerSite, SOON } from "../support/ledger-site.ts";

let site: LedgerSite;

beforeAll(async () => {
  site = await openLedgerSite();
});
afterAll(async () => {
  await site?.close();
});

const BRANCHES = ["东村支部", "西村支部", "老年支部"];
const EACH = 1000;
/** A thousand people a branch; the third and the fourth of each bear the same name. */
const nameOf = (branch: number, at: number): string =>
  at === 0
    ? "𠮷田一"
    : at === 1
      ? "王 㛃"
      : at === 2 || at === 3
        ? "张　伟"
        : `李${String.fromCodePoint(0x4e00 + branch * EACH + at)}`;
const TABLE = `<table><tr><td>支部</td><td>姓名</td></tr>${BRANCHES.map((branch, number) =>
  Array.from(
    { length: EACH },
    (_, at) =>
      `<tr>${at === 0 ? `<td rowspan=${EACH}>${branch}</td>` : ""}<td>${nameOf(number, at)}</td></tr>`,
  ).join(""),
).join("")}</table>`;

it("three thousand people come in at once; who bears one name is asked about, rare characters are pointed out", async () => {
  const { page } = site;
  await site.go("#/ledgers/rosters");
  if ((await page.getByText("张伟①").count()) === 0) {
    await site.paste(page.getByLabel("贴在这里"), TABLE);
    await page.getByText(`看懂了 ${BRANCHES.length * EACH} 个名字`).waitFor(SOON);
    await page.getByText("𠮷田一", { exact: false }).first().waitFor();
    await page.getByText("王㛃", { exact: false }).first().waitFor();
    await page.getByRole("checkbox").last().check();
    await expectAccessible(page);
    await site.press(`收下 ${BRANCHES.length * EACH} 人`);
    await page.getByText(`收下了 ${BRANCHES.length * EACH} 人`).waitFor({ timeout: 120_000 });
  }
  await page.getByLabel("支部", { exact: true }).selectOption({ label: BRANCHES[0] ?? "" });
  await page.getByText(`${EACH} 人`, { exact: true }).waitFor(SOON);
  await page.getByText("张伟①").waitFor();
  await page.getByText("张伟②").waitFor();
});

it("a roll of a thousand is called by initials, the rare name by its other letters", async () => {
  const { page } = site;
  await site.go("#/ledgers/roll");
  await page.locator("tr[data-person]").first().waitFor(SOON);
  const here = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
  await page.locator("tr[data-person]").nth(5).focus();
  await page.keyboard.type("ty");
  await expect.poll(here, SOON).toContain("𠮷田一");
  await page.keyboard.press("3");
  await page.getByRole("row", { name: "𠮷田一，病" }).waitFor(SOON);
  await site.press("剩下的都到了");
  await page.getByText(new RegExp(`应到 ${EACH} 实到 ${EACH - 1}`, "u")).waitFor(SOON);
});

it("a showing of before the site existed stands in its own year, and its report says what it was", async () => {
  const { page } = site;
  await site.go("#/register");
  await site.press("记一场");
  await page.getByLabel("哪天放的").fill("1999-10-01");
  await page.getByLabel("几点", { exact: true }).fill("19:00");
  await page.getByLabel("放的什么").fill("地道战");
  await page.getByLabel("放了几分钟").fill("92");
  await site.press("记下");
  await page.getByRole("heading", { name: "记一场" }).waitFor({ state: "detached", ...SOON });
  await site.go("#/reports/1999");
  await page.getByText("今年放映 ", { exact: false }).first().waitFor(SOON);
  await page.getByText("地道战").first().waitFor();
  await expectAccessible(page);
  await site.go("#/register/1999-10");
  await page.getByText("地道战").first().waitFor(SOON);
});

it("a month with nothing is printed as one with nothing", async () => {
  const { page } = site;
  await site.go("#/reports/2001-02");
  await page.getByText("本月没有放映").first().waitFor(SOON);
  await site.go("#/register/print/2001-02");
  await page.locator(".paper tbody tr").first().waitFor(SOON);
  await expectAccessible(page);
  await site.go("#/ledgers/print/run/2001-02");
  await page.locator(".paper").first().waitFor(SOON);
  await expectAccessible(page);
});
