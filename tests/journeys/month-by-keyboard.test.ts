/**
 * A month of a real site, entered by keyboard alone in one run: thirty people in four branches, nine showings with
 * their sessions, roll calls by initials, cards, questions, feedback, the run log, a training. Then the register, the
 * roll book, the month's card and the year's report are printed to PDF and held against totals that are reckoned here
 * from the plain rows; the month that was printed is locked and takes an amendment with its reason.
 */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { expectAccessible } from "../support/accessibility.ts";
import { byKeyboard, type Keyboard } from "../support/by-keyboard.ts";
import { BRANCHES, PEOPLE } from "../support/ledger-month.ts";
import { DAYS, type LedgerSite, MONTH, openLedgerSite, TODAY } from "../support/ledger-site.ts";

const run = promisify(execFile);
/** A busy machine takes its time, and a month has many steps. */
const SLOW = { timeout: 90_000 };

/** Minutes of the sample library's items, by number, as the list of samples has them. */
const MINUTES: Readonly<Record<number, number>> = {
  1014: 10,
  1004: 30,
  2001: 28,
  2009: 20,
  3001: 28,
  3002: 24,
  3003: 30,
};
/** What was shown on each of the nine days: by number. */
const SHOWN: readonly (readonly number[])[] = [
  [1014, 1004],
  [2001],
  [3001],
  [3002, 2009],
  [1004],
  [2009],
  [3003, 1014],
  [2001],
  [3001],
];
/** Of each branch one who came late and one who is ill, found by the initial of the family name. */
const CALLED: readonly { readonly late: string; readonly ill: string }[] = [
  { late: "f", ill: "h" },
  { late: "s", ill: "l" },
  { late: "z", ill: "h" },
  { late: "l", ill: "x" },
];
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  f: ["冯"],
  h: ["何", "韩"],
  s: ["沈"],
  l: ["吕", "李"],
  z: ["郑"],
  x: ["许"],
};

const SHOWINGS = DAYS.map((day, at) => ({
  day,
  branch: BRANCHES[at % BRANCHES.length] ?? BRANCHES[0],
  called: CALLED[at % BRANCHES.length] ?? { late: "", ill: "" },
  titles: SHOWN[at] ?? [],
  residents: ((at * 7) % 19) + 4,
}));
const peopleOf = (branch: string) => PEOPLE.filter((one) => one.branch === branch);
/** Present: all but the one who is ill. */
const membersOf = (branch: string): number => peopleOf(branch).length - 1;
const total = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** What the month comes to, by plain sums over the rows above. */
const reckon = (showings: typeof SHOWINGS) => ({
  showings: showings.length,
  plays: total(showings.map(({ titles }) => titles.length)),
  minutes: total(showings.flatMap(({ titles }) => titles.map((one) => MINUTES[one] ?? 0))),
  members: total(showings.map(({ branch }) => membersOf(branch))),
  residents: total(showings.map(({ residents }) => residents)),
});
const WHOLE = reckon(SHOWINGS);
const PEOPLE_CAME = WHOLE.members + WHOLE.residents;
const inHours = (minutes: number): number => Math.floor(minutes / 6) / 10;
const YEAR = MONTH.slice(0, 4);
const monthName = `${Number(MONTH.slice(5))}月`;
const dayName = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

let site: LedgerSite;
let hand: Keyboard;

/** The text of the page as it prints, lines as they stand on paper. */
const printed = async (): Promise<readonly string[]> => {
  const folder = await mkdtemp(join(tmpdir(), "dianbo-month-"));
  const file = join(folder, "paper.pdf");
  await writeFile(file, await site.page.pdf({ preferCSSPageSize: true }));
  const { stdout } = await run("pdftotext", ["-layout", file, "-"]);
  await rm(folder, { recursive: true });
  return stdout.split("\n").map((line) =>
    line
      .trim()
      .replace(/\s+/gu, " ")
      .replace(/ ?\/ ?/gu, "/"),
  );
};
const heading = (name: string | RegExp): Promise<void> =>
  site.page.getByRole("heading", { level: 1, name }).waitFor(SLOW);
/** Opens a room of the ledgers by its door. */
const ledger = async (door: RegExp, name: string | RegExp): Promise<void> => {
  await hand.press("台账");
  await heading("台账");
  await hand.press(door);
  await heading(name);
};

beforeAll(async () => {
  site = await openLedgerSite();
  hand = byKeyboard(site.page);
});
afterAll(async () => {
  await site?.close();
});

it("a month is entered by keyboard alone, printed, and amended", async () => {
  const { page } = site;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await hand.press("载入样例");
  await page.getByRole("button", { name: "清掉样例" }).waitFor(SLOW);

  // The roster, as a table that was copied elsewhere.
  await ledger(/^花名册/u, "花名册");
  await page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    ["姓名\t支部", ...PEOPLE.map(({ name, branch }) => `${name}\t${branch}`)].join("\n"),
  );
  await hand.reach("贴在这里");
  await page.keyboard.press("Control+V");
  await hand.press(`收下 ${PEOPLE.length} 人`);
  await page.getByText(`收下了 ${PEOPLE.length} 人`).waitFor(SLOW);

  for (const { day, branch, called, titles, residents } of SHOWINGS) {
    // What was shown, by hand: it ran from a disc.
    await ledger(/^学习收看登记簿/u, "播放收看登记");
    for (const [at, number] of titles.entries()) {
      await hand.press("记一场");
      await hand.fillWhen("哪天放的", day);
      await hand.fillWhen("几点", at === 0 ? "19:00" : "19:50");
      await hand.fill("放的什么", String(number));
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "记一场" }).waitFor({ state: "detached", ...SLOW });
    }
    // The session, put on the calendar afterwards; from its card to the roll call.
    await hand.press("场次");
    await heading("场次");
    await hand.press(/^在.+排一场$/u);
    await hand.fillWhen("哪天", day);
    await hand.fillWhen("几点", "19:00");
    await hand.choose("哪个支部", branch);
    await hand.fill("这一场叫什么（可以不写）", "固定学习日");
    await page.keyboard.press("Enter");
    await page.getByRole("form", { name: "排一场" }).waitFor({ state: "detached", ...SLOW });
    await hand.press("点名");
    await heading("点名册");
    const own = peopleOf(branch);
    for (const [letter, key] of [
      [called.late, "1"],
      [called.ill, "3"],
    ] as const) {
      await hand.reach(/^.〇.，/u);
      await page.keyboard.press(letter);
      const [wanted] = own.filter(({ name }) => FAMILIES[letter]?.includes(name.slice(0, 1)));
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")), SLOW)
        .toContain(wanted?.name ?? "?");
      await page.keyboard.press(key);
      await page
        .getByRole("row", { name: `${wanted?.name}，${key === "1" ? "迟" : "病"}` })
        .waitFor(SLOW);
    }
    await hand.press("剩下的都到了");
    await hand.press(`实到 ${membersOf(branch)} 人，记进登记`);
    await hand.press("去看这一场的登记");
    // The card: residents, a line, a question off a slip, and the answer to the one before.
    await hand.fill(/^来了几位群众/u, String(residents));
    await hand.fill("大家说了什么", `${dayName(day)}讲得清楚`);
    if (day !== DAYS[0]) {
      // What was asked at the showing before is answered at this one.
      await hand.tick(/^\d+月\d+日的事怎么办？$/u);
      await hand.fill(/怎么答的$/u, "当场说了");
    }
    await hand.fill("问了些什么", `${dayName(day)}的事怎么办？`);
    await hand.press("记下");
    await page
      .getByRole("form", { name: "放完了，记一笔" })
      .waitFor({ state: "detached", ...SLOW });
  }

  // Feedback, the run log, a training that two branches took.
  await ledger(/^信息反馈簿/u, "信息反馈簿");
  await hand.press("上个月");
  for (const { day } of SHOWINGS.slice(0, 3)) {
    await hand.fillWhen("日期", day);
    await hand.fill(/^对应节目/u, "固定学习日");
    await hand.fill(/^对内容的意见/u, "听得懂");
    await hand.fill(/^想看什么/u, `${dayName(day)}说的腌菜`);
    await page.keyboard.press("Enter");
    await page.getByRole("cell", { name: `${dayName(day)}说的腌菜`, exact: true }).waitFor(SLOW);
  }
  await ledger(/^设备运行记录簿/u, "设备运行记录簿");
  await hand.press("上个月");
  for (const { day } of SHOWINGS) {
    await hand.fillWhen("日期", day);
    await hand.fill(/^设备/u, "全套");
    await hand.fillWhen(/^开机/u, "18:30");
    await hand.choose(/^使用人/u, "A岗");
    await hand.fill(/^运行情况/u, `${dayName(day)}正常`);
    await page.keyboard.press("Enter");
    await page.getByRole("cell", { name: `${dayName(day)}正常`, exact: true }).waitFor(SLOW);
  }
  await ledger(/^管理员培训登记簿/u, "管理员培训登记簿");
  await hand.fillWhen("日期", DAYS[4] ?? "");
  await hand.fill(/^培训内容/u, "下载和点名");
  await hand.fill(/^主办/u, "县里");
  await hand.fill(/^学时/u, "6");
  await hand.tick("A岗");
  await hand.fill(/^哪些支部去的/u, `${BRANCHES[0]}、${BRANCHES[2]}`);
  await page.keyboard.press("Enter");
  await page.getByRole("cell", { name: "下载和点名", exact: true }).waitFor(SLOW);

  // The register on paper: a row a title, head counts on a showing's first row, the sums.
  await ledger(/^学习收看登记簿/u, "播放收看登记");
  await hand.press("上个月");
  await hand.press("印这个月");
  await page.locator(".paper tbody tr").first().waitFor(SLOW);
  const register = await printed();
  for (const { day, titles, branch, residents } of SHOWINGS) {
    for (const [at, number] of titles.entries()) {
      const row = register.find((line) => line.startsWith(`${day} ${number} `));
      expect(row, `${day} ${number}`).toContain(
        ` ${MINUTES[number]} 光盘 ${branch} ${at === 0 ? `${membersOf(branch)} ${residents} ` : "A岗"}`,
      );
    }
  }
  expect(register.join("\n")).toContain(
    `${WHOLE.showings} 场，${WHOLE.plays} 部，实放 ${WHOLE.minutes} 分；党员 ${WHOLE.members} 人次，群众 ${WHOLE.residents} 人次`,
  );
  await expectAccessible(page);
  await hand.press("印这个月");

  // The roll book of each branch.
  for (const [at, branch] of BRANCHES.entries()) {
    await ledger(/^点名册/u, "点名册");
    await hand.choose("支部", branch);
    await page.locator("tr[data-person]").first().waitFor(SLOW);
    await hand.press("印点名册");
    await page.locator(".paper tbody tr").first().waitFor(SLOW);
    await site.go(rollOfMonth(page.url()));
    await page.locator(".paper tbody tr").first().waitFor(SLOW);
    const own = peopleOf(branch);
    const shown = SHOWINGS.filter((one) => one.branch === branch);
    const book = await printed();
    const called = CALLED[at] ?? { late: "", ill: "" };
    const signOf = (name: string): string =>
      FAMILIES[called.late]?.includes(name.slice(0, 1)) === true && name === late(own, called.late)
        ? "迟"
        : name === late(own, called.ill)
          ? "病"
          : "√";
    for (const [place, { name }] of own.entries()) {
      const came = signOf(name) === "病" ? 0 : shown.length;
      expect(book, name).toContain(
        [place + 1, name, ...shown.map(() => signOf(name)), `${came}/${shown.length}`].join(" "),
      );
    }
    if (shown.length > 0) {
      expect(book).toContain(
        ["应到/实到", ...shown.map(() => `${own.length}/${membersOf(branch)}`)].join(" "),
      );
    }
  }

  // The month's card and the year's report.
  for (const span of [MONTH, YEAR]) {
    await ledger(/^报表/u, "报表");
    if (!TODAY.startsWith(YEAR)) await hand.press("上一年");
    await hand.press(span === MONTH ? new RegExp(`^${monthName}`, "u") : /^\d+ 年学用总结/u);
    await page.locator(".paper h2").first().waitFor(SLOW);
    const report = await printed();
    const text = report.join("\n");
    expect(text).toContain(`放映 ${WHOLE.showings} 场`);
    expect(text).toContain(
      `来了 ${PEOPLE_CAME} 人次（党员 ${WHOLE.members}，群众 ${WHOLE.residents}）`,
    );
    expect(await page.locator(".paper dl dd").allTextContents()).toEqual([
      String(WHOLE.showings),
      String(PEOPLE_CAME),
      String(inHours(WHOLE.minutes)),
      String(new Set(SHOWINGS.flatMap(({ titles }) => titles)).size),
    ]);
    for (const branch of BRANCHES) {
      const own = SHOWINGS.filter((one) => one.branch === branch);
      const trained = branch === BRANCHES[0] || branch === BRANCHES[2] ? 1 : 0;
      expect(report, branch).toContain(
        [branch, own.length, trained, inHours(reckon(own).minutes)].join(" "),
      );
      const expected = own.length * peopleOf(branch).length;
      const present = own.length * membersOf(branch);
      expect(report, `${branch} 点名`).toContain(
        [
          branch,
          own.length,
          expected,
          present,
          own.length,
          0,
          0,
          `${Math.round((present / expected) * 100)}%`,
        ].join(" "),
      );
    }
    await page
      .getByText(`大家写条子问了 ${SHOWINGS.length} 个问题，答了 ${SHOWINGS.length - 1} 个。`)
      .waitFor();
    await page.getByText(`管理员参加培训 1 次，6 学时`).waitFor();
    await page.getByText(`收到反馈 3 条。`).waitFor();
  }

  // The month was printed: what is added says why, and the sums move.
  await ledger(/^学习收看登记簿/u, "播放收看登记");
  await hand.press("记一场");
  await hand.fillWhen("哪天放的", `${MONTH}-27`);
  await hand.fillWhen("几点", "19:00");
  await hand.fill("放的什么", "2009");
  await page.keyboard.press("Enter");
  await page.getByText("写一句为什么", { exact: false }).first().waitFor(SLOW);
  await hand.fill(/^这个月印过了/u, "那天漏记了");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "记一场" }).waitFor({ state: "detached", ...SLOW });
  await hand.press("上个月");
  await page.getByText("那天漏记了").first().waitFor(SLOW);
  await page
    .getByText(`${WHOLE.showings + 1} 场，${WHOLE.plays + 1} 部，实放 ${WHOLE.minutes + 20} 分`)
    .first()
    .waitFor(SLOW);
  await expectAccessible(page);
  // A few thousand keys, each answered by the page.
}, 1_500_000);

/** The first of a branch whose family name begins with a letter: whom the roll book goes to. */
const late = (own: readonly { readonly name: string }[], letter: string): string | undefined =>
  own.find(({ name }) => FAMILIES[letter]?.includes(name.slice(0, 1)))?.name;

/** The address of a printed roll book, of the month that was entered. */
const rollOfMonth = (url: string): string => `${new URL(url).hash.slice(0, -7)}${MONTH}`;
