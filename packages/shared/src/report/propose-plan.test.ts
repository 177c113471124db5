import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { plainId, siteNamed } from "../../testing/pc.ts";
import type { Category } from "../category/index.ts";
import { civilDateSchema, instantSchema } from "../clock/index.ts";
import { newRecordId } from "../identity/index.ts";
import type { RegisteredShowing } from "../ledger/index.ts";
import { readLedgers } from "../ledger-book/index.ts";
import { monthSchema, type PlanRow } from "../session/index.ts";
import { figuresOf } from "./figures-of.ts";
import { layOut } from "./lay-out.ts";
import { type PlanFacts, paceOf, proposePlan } from "./propose-plan.ts";

const SITE = siteNamed("site");
const idOf = (name: string) => newRecordId(() => plainId(name));
const showing = (on: string): RegisteredShowing => ({
  id: idOf(on),
  on: v.parse(civilDateSchema, on),
  lines: [
    {
      id: idOf(`line-${on}`),
      kind: "playback",
      startedAt: v.parse(instantSchema, Date.parse(`${on}T11:00:00Z`)),
      title: "x",
      number: 3001,
      played: { seconds: 1800, completed: true },
    },
  ],
  report: undefined,
});
/** Figures of 2026 from the days of its showings, with the year over. */
const figures = (days: readonly string[]) =>
  figuresOf(
    layOut({
      showings: days.map(showing),
      rolls: [],
      downloads: [],
      wishes: [],
      items: new Map(),
      ledgers: readLedgers([], SITE),
      uses: [],
      questions: [],
      branches: [],
      branchOf: () => undefined,
      today: v.parse(civilDateSchema, "2026-12-31"),
    }),
    { type: "year", year: 2026 },
  );
const facts = (more: Partial<PlanFacts> = {}): PlanFacts => ({
  year: 2026,
  figures: figures([]),
  target: undefined,
  wishes: [],
  held: new Map(),
  plans: [],
  language: "zh-CN",
  ...more,
});
const monthly = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, "0")}-06`);

describe("next year's plan", () => {
  it("keeps the pace that the site set itself, else the one it really had, else one a month", () => {
    const real = figures([...monthly, ...monthly.map((day) => day.replace(/-06$/u, "-16"))]);
    expect(paceOf({ figures: real, target: 3 })).toEqual({ type: "target", sessions: 3, real: 2 });
    expect(paceOf({ figures: real, target: undefined })).toEqual({
      type: "real",
      sessions: 2,
      real: 2,
    });
    expect(paceOf({ figures: figures([]), target: undefined })).toEqual({
      type: "first",
      sessions: 1,
      real: 0,
    });
    // A site that began in October is measured by the months since.
    expect(
      paceOf({ figures: figures(["2026-10-06", "2026-11-06", "2026-12-06"]), target: undefined }),
    ).toMatchObject({ sessions: 1, real: 1 });
  });

  it("answers the wish that most people have first, and says why", () => {
    const rows = proposePlan(
      facts({
        target: 2,
        wishes: [
          { id: idOf("w1"), text: "糖尿病能吃啥", count: 7 },
          { id: idOf("w2"), text: "腌菜安全", count: 2 },
        ],
      }),
    );
    expect(rows.slice(0, 4).map(({ row }) => [row.month, row.topic, row.sessions])).toEqual([
      ["2027-01", "糖尿病能吃啥", 1],
      ["2027-01", "返乡人员政策问答", 1],
      ["2027-02", "腌菜安全", 1],
      ["2027-02", "春节文体和用药安全", 1],
    ]);
    expect(rows[0]?.reasons).toEqual([{ type: "wish", people: 7 }]);
    expect(rows[4]?.row).toMatchObject({ month: "2027-03", topic: "春耕备耕", sessions: 2 });
  });

  it("names a month in which nothing was shown, and a category that never was", () => {
    const held = new Map<Category, number>([
      [3, 20],
      [4, 12],
    ]);
    const rows = proposePlan(
      facts({
        figures: figures(monthly.filter((day) => !day.startsWith("2026-09"))),
        target: 2,
        held,
      }),
    );
    const september = rows.filter(({ row }) => row.month === "2027-09");
    expect(september[0]?.reasons).toContainEqual({ type: "quiet-month" });
    const science = rows.find(({ row }) => row.topic === "科普知识");
    expect(science?.reasons).toEqual([{ type: "never-shown", category: 4, held: 12 }]);
    expect(rows.some(({ row }) => row.topic === "实用技术")).toBe(false);
  });

  it("marks what the plan has already", () => {
    const plan: PlanRow = {
      id: idOf("p"),
      life: "alive",
      month: v.parse(monthSchema, "2027-07"),
      topic: "七一主题党日",
      sessions: 1,
    };
    const rows = proposePlan(facts({ plans: [plan] }));
    expect(rows.filter(({ held }) => held).map(({ row }) => row.topic)).toEqual(["七一主题党日"]);
    expect(rows.find(({ held }) => held)?.row.mustPlay).toBe(true);
  });

  it("never has more sessions a month than the pace, whatever is wished for", () => {
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined }),
        fc.array(fc.string({ minLength: 1, maxLength: 300 }), { maxLength: 40 }),
        fc.array(fc.constantFrom(...monthly), { maxLength: 12 }),
        fc.uniqueArray(fc.constantFrom<Category>(1, 2, 3, 4, 5)),
        (target, texts, days, categories) => {
          const given = facts({
            target,
            figures: figures([...new Set(days)]),
            wishes: texts.map((text, at) => ({ id: idOf(`w${at}`), text, count: 1 })),
            held: new Map(categories.map((category) => [category, 3])),
          });
          const rows = proposePlan(given);
          for (const { month } of given.figures.months) {
            const own = rows.filter(({ row }) => row.month === month.replace("2026", "2027"));
            const sum = own.reduce((all, { row }) => all + row.sessions, 0);
            expect(sum).toBe(paceOf(given).sessions);
          }
          for (const { row, reasons } of rows) {
            expect(row.sessions).toBeGreaterThan(0);
            expect([...row.topic].length).toBeLessThanOrEqual(100);
            expect(reasons.length).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});
