import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { commitOn, countingIds, newPc, plainId, pull, siteNamed } from "../../testing/pc.ts";
import { civilDateSchema, fixedClock, instantSchema } from "../clock/index.ts";
import { newRecordId, type RecordId } from "../identity/index.ts";
import {
  type RegisteredShowing,
  type RegisterLine,
  readSiteTargets,
  SITE_TARGETS_ID,
  setBranchTarget,
  setTarget,
} from "../ledger/index.ts";
import { allForms, enterRow, readLedgers, readRow } from "../ledger-book/index.ts";
import { planImport } from "../merge/index.ts";
import type { Question } from "../question/index.ts";
import type { RollCount } from "../roll-call/index.ts";
import type { Branch } from "../session/index.ts";
import { draftOf, targetsOf } from "./draft.ts";
import type { ReportFacts } from "./facts.ts";
import { figuresOf } from "./figures-of.ts";
import { layOut } from "./lay-out.ts";
import { answerUse, learningUseId, readLearningUses, showingsToAsk } from "./learning-use.ts";
import { markSent, readReport, reportRecordId, writeSection } from "./report-text.ts";
import { readSpan } from "./span.ts";

const site = siteNamed("site");
const day = (text: string) => v.parse(civilDateSchema, text);
const id = (name: string): RecordId => newRecordId(() => plainId(name));
const at = v.parse(instantSchema, 0);
const MONTH = readSpan("2026-11");
const YEAR = readSpan("2026");
if (MONTH === undefined || YEAR === undefined) throw new Error("no span");

const line = (name: string, more: Partial<RegisterLine> = {}): RegisterLine => ({
  id: id(name),
  kind: "playback",
  startedAt: at,
  title: name,
  number: 3001,
  played: { seconds: 1200, completed: true },
  ...more,
});
const showing = (
  on: string,
  lines: readonly RegisterLine[],
  members?: number,
): RegisteredShowing => ({
  id: id(`showing-${on}`),
  on: day(on),
  lines,
  report: members === undefined ? undefined : { id: id(`report-${on}`), on: day(on), members },
});
const facts = (more: Partial<ReportFacts>): ReportFacts => ({
  showings: [],
  rolls: [],
  downloads: [],
  wishes: [],
  items: new Map(),
  ledgers: readLedgers([], site),
  uses: [],
  questions: [],
  branches: [],
  branchOf: () => undefined,
  today: day("2026-12-05"),
  ...more,
});
const NONE = readSiteTargets(undefined, site);
const say = (
  of: ReportFacts,
  section: Parameters<typeof draftOf>[0],
  more: { showings?: number; span?: typeof MONTH; open?: boolean; language?: "en" } = {},
) => {
  const span = more.span ?? MONTH;
  return draftOf(section, {
    span,
    figures: figuresOf(layOut(of), span),
    targets: targetsOf(span, { ...NONE, showings: more.showings }, 2),
    open: more.open ?? false,
    language: more.language ?? "zh-CN",
  });
};

describe("what a report says", () => {
  const three = facts({
    showings: ["2026-11-02", "2026-11-12", "2026-11-20"].map((on, n) =>
      showing(on, [line(`l${n}`)], n === 2 ? undefined : 20),
    ),
  });

  test("is held against what the site means to do, and no gap is hidden", () => {
    expect(say(three, "showings", { showings: 4 })).toBe(
      "本月放映 3 场，比目标少 1 场。一共放了 3 部次，1 小时。来了 40 人次（党员 40）。有 1 场没记人数，没有算进去。",
    );
    expect(say(three, "showings", { showings: 4, open: true })).toContain("离目标还差 1 场");
    expect(say(three, "showings", { showings: 3 })).toContain("正好到目标");
    expect(say(three, "showings", { showings: 2 })).toContain("比目标多 1 场");
    expect(say(three, "showings")).toContain("本月放映 3 场。");
    expect(say(three, "showings", { showings: 4, language: "en" })).toContain(
      "This month there were 3 showings, 1 fewer than meant.",
    );
  });

  test("of a month with nothing is that there was nothing", () => {
    const empty = facts({});
    expect(say(empty, "showings")).toBe("本月没有放映。");
    expect(say(empty, "showings", { showings: 2 })).toBe("本月没有放映，目标是 2 场。");
    expect(say(empty, "courseware")).toBe("本月没有下载课件。");
    expect(say(empty, "training")).toBe("本月没有记管理员培训。");
    expect(say(empty, "results")).toBe("本月没有记下反馈、心得和想看的。");
    expect(say(empty, "difficulties")).toBe("台账里没有记下困难。");
    expect(say(empty, "next", { span: YEAR })).toBe("还没写打算。");
    for (const section of ["organisation", "rules", "courseware", "showings"] as const) {
      expect(say(empty, section, { span: YEAR })).not.toMatch(/[1-9]/u);
    }
  });

  test("tells faults and posts from the books, and never who", () => {
    const pc = newPc(site, countingIds("pc"), fixedClock(Date.UTC(2026, 10, 24)).now());
    const write = (book: string, on: string, cells: Readonly<Record<string, string>>) => {
      const form = allForms([]).find((one) => one.id === book);
      if (form === undefined) throw new Error(book);
      const row = readRow(form, { on, cells }, day("2026-12-05"));
      if (!row.ok) throw new Error(JSON.stringify(row.error));
      const hand = { post: "A" as const, now: at, newId: countingIds(`${book}${on}`) };
      commitOn(pc, enterRow(form, row.value, hand).changes.puts);
    };
    write("repair", "2026-11-03", { device: "投影机", fault: "不亮", mended: "2026-11-14" });
    write("repair", "2026-11-25", { device: "音箱", fault: "没声" });
    write("posts", "2026-01-05", { post: "head", name: "周某", duties: "总管" });
    write("training", "2026-11-09", { content: "下载", host: "县", hours: "4", posts: "a" });
    const of = facts({ ledgers: readLedgers(pc.records.values(), site) });
    expect(say(of, "difficulties")).toBe(
      "设备坏了 2 次，修好 1 次。现在还有 1 处没修好，最久的 10 天。",
    );
    expect(say(of, "training")).toBe("本月管理员参加培训 1 次，4 学时。");
    expect(say(of, "organisation", { span: YEAR })).toBe("站点设有组长。");
  });
});

describe("what the branches came to", () => {
  const branch = (name: string, order: string): Branch => ({
    id: id(`branch-${order}`),
    name,
    order,
    life: "alive",
  });
  const [first, old] = [branch("第一党支部", "a0"), branch("老年党支部", "a1")];
  const roll = (on: string, of: Branch, present: number, sick: number): RollCount => ({
    id: id(`roll-${on}`),
    on: day(on),
    branch: of.id,
    expected: 10,
    present,
    late: 1,
    early: 0,
    sick,
    excused: 1,
    unmarked: 10 - present - sick - 1,
  });
  test("is reckoned from their own showings, roll calls and training, by hand", () => {
    const pc = newPc(site, countingIds("pc"), fixedClock(Date.UTC(2026, 10, 24)).now());
    const form = allForms([]).find((one) => one.id === "training");
    if (form === undefined) throw new Error("no book");
    const trained = [
      ["2026-11-05", "第一党支部、老年党支部"],
      ["2026-11-06", "第一党支部"],
      ["2026-11-07", "第十一党支部"],
      ["2026-10-07", "第一党支部"],
      ["2026-11-08", ""],
    ] as const;
    for (const [on, branches] of trained) {
      const cells = { content: "下载", host: "县", hours: "4", posts: "a", branches };
      const row = readRow(form, { on, cells }, day("2026-12-05"));
      if (!row.ok) throw new Error(JSON.stringify(row.error));
      const hand = { post: "A" as const, now: at, newId: countingIds(on) };
      commitOn(pc, enterRow(form, row.value, hand).changes.puts);
    }
    const of = facts({
      ledgers: readLedgers(pc.records.values(), site),
      branches: [first, old],
      showings: [
        showing("2026-11-02", [line("a", { branch: first.id }), line("b")], 20),
        showing("2026-11-09", [line("c")]),
        showing("2026-11-16", [line("d", { branch: old.id, played: undefined })], 9),
        showing("2026-10-02", [line("e", { branch: first.id })], 4),
      ],
      rolls: [roll("2026-11-09", old, 7, 1), roll("2026-11-16", old, 5, 2)],
    });
    expect(figuresOf(layOut(of), MONTH).branches).toEqual([
      {
        branch: first.id,
        showings: 1,
        minutes: 40,
        training: 2,
        rolls: 0,
        expected: 0,
        present: 0,
        sick: 0,
        excused: 0,
        unmarked: 0,
      },
      {
        branch: old.id,
        showings: 2,
        minutes: 20,
        training: 1,
        rolls: 2,
        expected: 20,
        present: 12,
        sick: 3,
        excused: 2,
        unmarked: 3,
      },
    ]);
    expect(figuresOf(layOut(of), YEAR).branches[0]).toMatchObject({
      showings: 2,
      minutes: 60,
      training: 3,
    });
  });

  test("counts questions on the day they were asked and on the day they were answered", () => {
    const ask = (name: string, askedOn: string, answeredOn?: string): Question => ({
      id: id(name),
      text: name,
      askedOn: day(askedOn),
      showing: undefined,
      answered: answeredOn === undefined ? undefined : { on: day(answeredOn), how: "" },
    });
    const of = facts({
      questions: [
        ask("a", "2026-10-30", "2026-11-02"),
        ask("b", "2026-11-02", "2026-12-01"),
        ask("c", "2026-11-02"),
      ],
    });
    expect(say(of, "results")).toBe("大家写条子问了 2 个问题，答了 1 个。");
    expect(say(of, "results", { language: "en" })).toBe("2 questions asked on slips, 1 answered.");
    expect(figuresOf(layOut(of), YEAR)).toMatchObject({ questions: 3, answered: 2 });
  });
});

describe("what is kept of a report", () => {
  const pc = (name: string) =>
    newPc(site, countingIds(name), fixedClock(Date.UTC(2026, 10, 24)).now());

  test("is one record for all PCs of a site; a part goes back to its figures; nothing travels to others", () => {
    const [a, b] = [pc("a"), pc("b")];
    commitOn(a, writeSection(MONTH, "showings", "改过的", site).puts);
    commitOn(b, markSent(MONTH, day("2026-12-03"), site).puts);
    pull(a, b);
    const kept = () => readReport(a.records.get(reportRecordId(MONTH, site)), site);
    expect(kept()).toEqual({ texts: { showings: "改过的" }, sentOn: "2026-12-03" });
    commitOn(a, writeSection(MONTH, "showings", undefined, site).puts);
    commitOn(a, markSent(MONTH, undefined, site).puts);
    expect(kept()).toEqual({ texts: {}, sentOn: undefined });
    expect(planImport(() => undefined, [...a.records.values()], siteNamed("county"))).toEqual([]);
  });

  test("targets of a branch stand beside those of the site, within their limits", () => {
    const one = pc("one");
    commitOn(one, setTarget("hours", 48).puts);
    commitOn(one, setTarget("training", 99).puts);
    commitOn(one, setBranchTarget(id("branch"), "showings", 1).puts);
    const read = () => readSiteTargets(one.records.get(SITE_TARGETS_ID), site);
    expect(read()).toMatchObject({ hours: 48, training: 31, showings: undefined });
    commitOn(one, setBranchTarget(id("branch"), "hours", 9999).puts);
    commitOn(one, setBranchTarget(id("other"), "training", 2).puts);
    expect([...read().branches]).toEqual([
      [id("branch"), { showings: 1, hours: 2000 }],
      [id("other"), { training: 2 }],
    ]);
    commitOn(one, setBranchTarget(id("branch"), "hours", undefined).puts);
    commitOn(one, setBranchTarget(id("other"), "training", undefined).puts);
    commitOn(one, setBranchTarget(id("branch"), "showings", undefined).puts);
    expect(read().branches.size).toBe(0);
    expect(targetsOf(YEAR, { ...NONE, hours: 48 }, 2).minutes).toBe(48 * 60);
    expect(targetsOf(MONTH, { ...NONE, hours: 48 }, 2).minutes).toBeUndefined();
  });

  test("a showing of practical technology is asked after a month, once", () => {
    const showings = [
      showing("2026-07-01", [line("far")]),
      showing("2026-10-20", [line("old")]),
      showing("2026-11-01", [line("party", { number: 1002 })]),
      showing("2026-11-20", [line("young")]),
    ];
    const today = day("2026-12-05");
    const one = pc("use");
    const asked = () =>
      showingsToAsk(showings, readLearningUses(one.records.values(), site), new Map(), today);
    expect(asked().map(({ titles }) => titles)).toEqual([["old"]]);
    const [first] = asked();
    if (first === undefined) throw new Error("nobody asks");
    const answer = (used: boolean) =>
      commitOn(
        one,
        answerUse(first.showing, used, one.records.get(learningUseId(first.showing.id))).puts,
      );
    answer(true);
    answer(false);
    expect(asked()).toEqual([]);
    expect(readLearningUses(one.records.values(), site)).toMatchObject([{ used: false }]);
    const uses = readLearningUses(one.records.values(), site);
    const october = readSpan("2026-10") ?? MONTH;
    expect(figuresOf(layOut(facts({ showings, uses })), october)).toMatchObject({
      used: 0,
      unused: 1,
    });
  });
});
