/**
 * The roll book, by keyboard: a roster of thirty people in four branches pasted as WPS has it, nine showings called
 * by one key a head, a session followed from the calendar to its card; names behind a PIN, cleared out in time,
 * removed on request, with the counts left standing. What is expected is reckoned here, apart from the product.
 */
import readXlsx from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "../support/accessibility.ts";
import { BRANCHES, PEOPLE, ROSTER_HTML } from "../support/ledger-month.ts";
import {
  DAYS,
  type LedgerSite,
  MONTH,
  openLedgerSite,
  SOON,
  TODAY,
} from "../support/ledger-site.ts";

let site: LedgerSite;

beforeAll(async () => {
  site = await openLedgerSite();
});
afterAll(async () => {
  await site?.close();
});

describe("the roll book", () => {
  const calling = async (branch: string, day: string): Promise<void> => {
    await site.go(`#/ledgers/roll?on=${day}`);
    await site.page.getByLabel("支部", { exact: true }).selectOption({ label: branch });
    await site.page.locator("tr[data-person]").first().waitFor(SOON);
  };
  const sums = async (): Promise<readonly number[]> =>
    (await site.page.locator("main section p[role=status] b").allTextContents()).map(Number);

  it("has a roster as it is pasted: names and branches, and nothing else", async () => {
    await site.go("#/ledgers/rosters");
    if ((await site.page.getByText(PEOPLE[0]?.name ?? "").count()) === 0) {
      await site.paste(site.page.getByLabel("贴在这里"), ROSTER_HTML);
      await site.page.getByText("看懂了 30 个名字").waitFor(SOON);
      await site.page.getByText("这几列没有收：身份证号").waitFor();
      await site.page.getByText("会加上新支部").waitFor();
      await expectAccessible(site.page);
      await site.press("收下 30 人");
      await site.page.getByText("收下了 30 人").waitFor(SOON);
    }
    for (const branch of BRANCHES) {
      await site.page.getByLabel("支部", { exact: true }).selectOption({ label: branch });
      const own = PEOPLE.filter((one) => one.branch === branch);
      await site.page.getByText(`${own.length} 人`, { exact: true }).waitFor();
    }
    await expectAccessible(site.page);
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
      await site.page.locator("tr[data-person]").first().focus();
      for (const [person] of own.entries()) {
        await site.page.keyboard.press(keys[markOf(person, showing)] ?? " ");
      }
      const marks = own.map((_, person) => markOf(person, showing));
      const present = marks.filter((mark) => mark < 3).length;
      await expect.poll(sums, SOON).toEqual([own.length, present, own.length - present, 0]);
    }
    await expectAccessible(site.page);
    await site.page.getByRole("link", { name: "印点名册" }).click();
    await site.page.locator(".paper tbody tr").first().waitFor(SOON);
    const gridNow = (): Promise<readonly (readonly string[])[]> =>
      site.page
        .locator(".paper tbody tr")
        .evaluateAll((all) =>
          all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "")),
        );
    // The last marks were typed a moment ago.
    await expect.poll(async () => (await gridNow())[0]?.[1 + DAYS.length], SOON).not.toBe("");
    const grid = await gridNow();
    for (const [person, { name }] of own.entries()) {
      expect(grid[person]?.slice(1, 2 + DAYS.length)).toEqual([
        name,
        ...DAYS.map((_, showing) => signs[markOf(person, showing)]),
      ]);
    }
    await expectAccessible(site.page);
    const [sheet] = await readXlsx(await site.save("存成表格"));
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
    await site.page.locator("tr[data-person]").first().focus();
    // 沈: s.
    const wanted = own.find(({ name }) => name.startsWith("沈"));
    await site.page.keyboard.press("s");
    await expect
      .poll(
        () => site.page.evaluate(() => document.activeElement?.getAttribute("aria-label")),
        SOON,
      )
      .toContain(wanted?.name ?? "?");
    await site.page.keyboard.press("3");
    await site.press("剩下的都到了");
    await expect.poll(sums, SOON).toEqual([own.length, own.length - 1, 1, 0]);
  });

  it("ties a session to its register: calendar, roll, head count, card", async () => {
    const [, day = ""] = DAYS;
    const [, , branch = ""] = BRANCHES;
    await site.go(`#/schedule/new?date=${day}`);
    await site.page.getByLabel("这一场叫什么（可以不写）").fill("固定学习日");
    await site.page.getByLabel("几点").fill("19:00");
    await site.page.getByLabel("哪个支部").selectOption({ label: branch });
    await site.press("记下");
    await site.page.getByRole("link", { name: "点名" }).first().waitFor(SOON);
    await site.go("#/register");
    await site.press("记一场");
    await site.page.getByLabel("哪天放的").fill(day);
    await site.page.getByLabel("几点", { exact: true }).fill("19:05");
    await site.page.getByLabel("放的什么").fill("村里老照片");
    await site.page.getByLabel("放了几分钟").fill("40");
    await site.press("记下");
    await site.page.getByRole("heading", { name: "记一场" }).waitFor({ state: "detached" });
    await site.go(`#/schedule/new?date=${day}`);
    await site.press("不改了");
    await site.page.getByRole("link", { name: "点名" }).first().click();
    await site.page.locator("tr[data-person]").first().waitFor(SOON);
    const own = PEOPLE.filter((one) => one.branch === branch).length;
    await expect.poll(async () => (await sums())[0], SOON).toBe(own);
    if (await site.page.getByRole("button", { name: "剩下的都到了" }).isEnabled()) {
      await site.press("剩下的都到了");
    }
    await site.press(`实到 ${own} 人，记进登记`);
    await site.page.getByRole("link", { name: "去看这一场的登记" }).click();
    await site.page.getByRole("form", { name: "放完了，记一笔" }).waitFor(SOON);
    expect(await site.page.getByLabel("来了几位党员").inputValue()).toBe(String(own));
  });
});

describe("how names are kept", () => {
  it("roll calls past their time are cleared out, and their counts stay", async () => {
    const [, branch = ""] = BRANCHES;
    const old = `${Number(TODAY.slice(0, 4)) - 2}-03-06`;
    await site.go(`#/ledgers/roll?on=${old}`);
    await site.page.getByLabel("支部", { exact: true }).selectOption({ label: branch });
    await site.page.locator("tr[data-person]").first().waitFor(SOON);
    await site.press("剩下的都到了");
    await site.go("#/ledgers");
    await site.page.getByRole("link", { name: /名字过了期限/u }).waitFor(SOON);
    // The start page says so too, and leads on.
    await site.go("#/");
    await site.page.getByText("1 次点名的名字留满 12 个月了").waitFor(SOON);
    await expectAccessible(site.page);
    await site.page.getByRole("link", { name: "去看看" }).click();
    await site.press("看看要清哪些");
    await site.page.getByText("人数留在台账里，名字清掉后找不回来").waitFor();
    await expectAccessible(site.page);
    await site.press("清掉名字");
    await site.page.getByText(/清掉了 1 次点名的名字/u).waitFor(SOON);
    await site.page.reload();
    await site.page.getByText("没有过期限的").waitFor(SOON);
    await site.go("#/ledgers/roll");
    await site.page.getByLabel("支部", { exact: true }).selectOption({ label: branch });
    const href = await site.page.getByRole("link", { name: "印点名册" }).getAttribute("href");
    await site.go(`${href?.slice(0, -7)}${old.slice(0, 7)}`);
    const own = PEOPLE.filter((one) => one.branch === branch).length;
    await site.page.getByText(`名字清掉了：3.6 应到 ${own}，实到 ${own}`).waitFor(SOON);
  });

  it("one person's rows are shown and removed on request", async () => {
    const gone = PEOPLE.at(-1);
    await site.go("#/ledgers/names");
    await site.page.getByLabel("姓名", { exact: true }).fill("没有这个人");
    await site.press("查");
    await site.page.getByText("没有「没有这个人」").waitFor();
    await site.page.getByLabel("姓名", { exact: true }).fill(gone?.name ?? "");
    await site.press("查");
    await site.page.getByText(`${gone?.branch} 花名册`).waitFor(SOON);
    await site.page.getByText(/点过 \d+ 次名/u).waitFor();
    await site.page.getByText(/日 √/u).first().waitFor();
    await site.press("都删掉");
    await site.page.getByText("删掉后找不回来").waitFor();
    await site.page.locator(".note").getByRole("button", { name: "都删掉" }).click();
    await site.page.getByText("都删掉了，人数没变").waitFor(SOON);
  });

  it("a PIN locks them, said beforehand; without it no name is on the screen", async () => {
    await site.go(`#/ledgers/book/lending/${MONTH}`);
    await site.page.getByLabel("种类（必填）").selectOption({ label: "光盘" });
    await site.page.getByLabel("编号和内容（必填）").fill("7 号，戏曲");
    await site.page.getByLabel(/借用人/u).fill("孙〇三");
    await site.press("记下");
    await site.page.getByText("孙〇三").first().waitFor(SOON);
    await site.go("#/ledgers/names");
    await site.press("锁上");
    await site.page.getByText("太短了，至少 6 位").waitFor();
    await site.page.getByLabel("新的 PIN").fill("739174");
    await site.page.getByLabel("再输一遍").fill("739174");
    await site.press("锁上");
    await site.page.getByText("先勾上那一句").waitFor();
    await site.page.getByLabel("我知道忘了就找不回").check();
    await site.press("锁上");
    await site.page.getByText("锁上了。").waitFor(SOON);
    await site.page.reload();
    await site.page.getByText("姓名上了锁").waitFor(SOON);
    await expectAccessible(site.page);
    await site.go(`#/ledgers/book/lending/${MONTH}`);
    await site.page.locator("main form").first().waitFor(SOON);
    expect(await site.page.getByText("孙〇三").count()).toBe(0);
    await site.page.getByLabel("PIN", { exact: true }).fill("000000");
    await site.press("打开");
    await site.page.getByText("PIN 不对").waitFor(SOON);
    await site.page.getByLabel("PIN", { exact: true }).fill("739174");
    await site.press("打开");
    await site.page.getByText("孙〇三").first().waitFor(SOON);
    await site.go("#/ledgers/names");
    // A new page asks again; an address within the page does not.
    if ((await site.page.getByText("姓名上了锁").count()) > 0) {
      await site.page.locator("form", { hasText: "姓名上了锁" }).getByLabel("PIN").fill("739174");
      await site.press("打开");
    }
    await site.page.getByRole("form", { name: "用 PIN 锁上" }).getByLabel("PIN").fill("739174");
    await site.press("不要 PIN 了");
    await site.page.getByText("锁去掉了").waitFor(SOON);
  });
});
