import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { commitOn, countingIds, newPc, type Pc, pull, siteNamed } from "../../testing/pc.ts";
import { type CivilDate, civilDateSchema, fixedClock, minutesOfSeconds } from "../clock/index.ts";
import { newRecordId } from "../identity/index.ts";
import {
  addRules,
  addSession,
  callOff,
  changeRuleFrom,
  clashesWith,
  daysEndingIn,
  daysOfRepeat,
  editSession,
  endRule,
  findSession,
  nextSession,
  occurrenceId,
  plusDays,
  type Repeat,
  type RuleFields,
  readSchedule,
  type Session,
  sessionsBetween,
} from "./index.ts";

const site = siteNamed("site");
const date = (text: string): CivilDate => v.parse(civilDateSchema, text);
const NOW = fixedClock(Date.UTC(2026, 10, 24)).now();

const open = () => {
  const newId = countingIds("id");
  const pc = newPc(site, newId, NOW);
  return { pc, newId };
};
const scheduleOn = (pc: Pc) => readSchedule(pc.records.values(), site);
const between = (pc: Pc, from: string, to: string): readonly Session[] =>
  sessionsBetween(scheduleOn(pc), date(from), date(to));
const datesOf = (sessions: readonly Session[]): readonly string[] =>
  sessions.filter(({ cancelled }) => !cancelled).map((one) => one.date);
const ruleFrom = (from: string, repeat: Repeat, rest: Partial<RuleFields> = {}): RuleFields => ({
  repeat,
  from: date(from),
  start: 19 * 60,
  place: "活动室",
  ...rest,
});
const SIXES: Repeat = { type: "month-days", days: [...daysEndingIn(6)] };

const days = fc.integer({ min: 0, max: 47_480 }).map((day) => plusDays(date("1970-01-01"), day));
const repeats: fc.Arbitrary<Repeat> = fc.oneof(
  fc.record({
    type: fc.constant("month-days" as const),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 5 }),
  }),
  fc.record({
    type: fc.constant("week-days" as const),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    every: fc.integer({ min: 1, max: 8 }),
  }),
  fc.record({
    type: fc.constant("month-weekday" as const),
    nth: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const, -1 as const),
    weekday: fc.integer({ min: 1, max: 7 }),
  }),
);

/** The same question answered by the calendar of the language, a month at a time. */
const expected = (repeat: Repeat, first: CivilDate, from: CivilDate, to: CivilDate): string[] => {
  const found: string[] = [];
  const monday = (day: Date): number =>
    (day.getTime() - ((day.getUTCDay() + 6) % 7) * 86_400_000) / 604_800_000;
  for (let at = new Date(`${from}T00:00:00Z`); ; at.setUTCDate(at.getUTCDate() + 1)) {
    const text = at.toISOString().slice(0, 10);
    if (text > to) return found;
    if (text < first) continue;
    const weekday = at.getUTCDay() === 0 ? 7 : at.getUTCDay();
    if (repeat.type === "month-days" && repeat.days.includes(at.getUTCDate())) found.push(text);
    if (repeat.type === "week-days" && repeat.days.includes(weekday)) {
      const weeks = Math.round(monday(at) - monday(new Date(`${first}T00:00:00Z`)));
      if (weeks % repeat.every === 0) found.push(text);
    }
    if (repeat.type === "month-weekday" && weekday === repeat.weekday) {
      const same: number[] = [];
      const walk = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1));
      for (; walk.getUTCMonth() === at.getUTCMonth(); walk.setUTCDate(walk.getUTCDate() + 1)) {
        if (walk.getUTCDay() === at.getUTCDay()) same.push(walk.getUTCDate());
      }
      const wanted = repeat.nth === -1 ? same.at(-1) : same[repeat.nth - 1];
      if (wanted === at.getUTCDate()) found.push(text);
    }
  }
};

describe("days of a rule", () => {
  test("「逢六」 is the 6th, 16th and 26th of every month, 「逢十」 has no 30th in February", () => {
    const rule = { repeat: SIXES, from: date("2026-11-01") };
    expect(daysOfRepeat(rule, date("2026-11-01"), date("2026-12-31"))).toEqual([
      "2026-11-06",
      "2026-11-16",
      "2026-11-26",
      "2026-12-06",
      "2026-12-16",
      "2026-12-26",
    ]);
    expect(daysEndingIn(0)).toEqual([10, 20, 30]);
    const tens: Repeat = { type: "month-days", days: [...daysEndingIn(0)] };
    const february = daysOfRepeat(
      { repeat: tens, from: date("2027-01-31") },
      date("2027-02-01"),
      date("2027-02-28"),
    );
    expect(february).toEqual(["2027-02-10", "2027-02-20"]);
  });

  test("property: as the calendar says, within the window, and two windows are the whole", () => {
    fc.assert(
      fc.property(
        repeats,
        days,
        fc.nat(400),
        fc.nat(200),
        fc.nat(200),
        (repeat, first, skip, a, b) => {
          const rule = { repeat, from: first };
          const from = plusDays(first, skip - 200);
          const middle = plusDays(from, a);
          const to = plusDays(middle, b);
          const all = daysOfRepeat(rule, from, to);
          expect(all).toEqual(expected(repeat, first, from, to));
          if (middle < to) {
            expect([
              ...daysOfRepeat(rule, from, middle),
              ...daysOfRepeat(rule, plusDays(middle, 1), to),
            ]).toEqual(all);
          }
        },
      ),
    );
  });

  test("a rule without end is looked at piece by piece, and ends with the calendar", () => {
    const daily: Repeat = { type: "week-days", days: [1, 2, 3, 4, 5, 6, 7], every: 1 };
    const rule = { repeat: daily, from: date("1970-01-01") };
    expect(daysOfRepeat(rule, date("1970-01-01"), date("2099-12-31"))).toHaveLength(801);
    expect(daysOfRepeat(rule, date("2099-12-30"), date("2099-12-31"))).toEqual([
      "2099-12-30",
      "2099-12-31",
    ]);
    const over = { ...rule, until: date("1970-01-02") };
    expect(daysOfRepeat(over, date("2026-01-01"), date("2026-12-31"))).toEqual([]);
  });
});

describe("the calendar", () => {
  test("property: each day of a rule is there once, called off, moved or as it was; undone it is as before", () => {
    const acts = fc.array(
      fc.record({
        at: fc.nat(11),
        act: fc.constantFrom("off" as const, "move" as const, "place" as const),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(acts, (chosen) => {
        const { pc, newId } = open();
        const rule = ruleFrom("2026-01-01", SIXES, { until: date("2026-03-31") });
        commitOn(pc, addRules([rule], newId).changes.puts);
        const before = between(pc, "2026-01-01", "2026-04-30");
        expect(before).toHaveLength(9);
        const untouched = JSON.stringify(before);
        for (const { at, act } of chosen) {
          const all = between(pc, "2026-01-01", "2026-12-31");
          const session = all[at % all.length];
          if (session === undefined) continue;
          const record = pc.records.get(session.id);
          const edits = {
            off: { cancelled: true },
            move: { date: plusDays(session.date, 40) },
            place: { place: "广场" },
          };
          commitOn(pc, editSession(session, edits[act], record).puts);
          const after = between(pc, "2026-01-01", "2026-12-31");
          expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
          expect(findSession(scheduleOn(pc), session.id)).toEqual(
            after.find(({ id }) => id === session.id),
          );
        }
        for (const inverse of [...pc.undoLine].slice(1).reverse()) commitOn(pc, inverse.puts);
        expect(JSON.stringify(between(pc, "2026-01-01", "2026-12-31"))).toBe(untouched);
      }),
    );
  });

  test("a change that was taken back does not come to life with the next one", () => {
    const { pc, newId } = open();
    commitOn(pc, addRules([ruleFrom("2026-11-01", SIXES)], newId).changes.puts);
    const [first] = between(pc, "2026-11-01", "2026-11-30");
    if (first === undefined) throw new Error("no session");
    const off = commitOn(pc, callOff(first, true, undefined).puts);
    commitOn(pc, off.inverse.puts);
    const again = findSession(scheduleOn(pc), first.id);
    expect(again).toEqual(first);
    if (again === undefined) throw new Error("gone");
    commitOn(pc, editSession(again, { place: "广场" }, pc.records.get(first.id)).puts);
    expect(findSession(scheduleOn(pc), first.id)).toMatchObject({
      cancelled: false,
      place: "广场",
      start: 19 * 60,
      date: "2026-11-06",
    });
  });

  test("two posts who change one day of a rule offline both have their change in one session", () => {
    const { pc, newId } = open();
    commitOn(pc, addRules([ruleFrom("2026-11-01", SIXES)], newId).changes.puts);
    const other = newPc(site, countingIds("other"), NOW);
    pull(other, pc);
    const [first] = between(pc, "2026-11-01", "2026-11-30");
    if (first === undefined) throw new Error("no session");
    const menu = newRecordId(newId);
    commitOn(pc, editSession(first, { place: "广场" }, undefined).puts);
    commitOn(other, editSession(first, { content: { type: "menu", menu } }, undefined).puts);
    pull(pc, other);
    pull(other, pc);
    for (const side of [pc, other]) {
      expect(between(side, "2026-11-01", "2026-11-10")).toMatchObject([
        { id: first.id, place: "广场", content: { type: "menu", menu } },
      ]);
    }
  });

  test("a rule is changed or ended from a day on, and its past stays", () => {
    const { pc, newId } = open();
    commitOn(pc, addRules([ruleFrom("2026-11-01", SIXES)], newId).changes.puts);
    const rule = () => [...scheduleOn(pc).rules.values()].find(({ life }) => life === "alive");
    const recordOf = (id: Session["id"]) => pc.records.get(id);
    const off = between(pc, "2026-12-16", "2026-12-16")[0];
    if (off === undefined) throw new Error("no session");
    commitOn(pc, callOff(off, true, undefined).puts);
    const one = rule();
    if (one === undefined) throw new Error("no rule");
    const day = date("2026-11-20");
    const later = changeRuleFrom(one, day, { start: 15 * 60 }, scheduleOn(pc), recordOf, newId);
    commitOn(pc, later.puts);
    const starts = between(pc, "2026-11-01", "2026-12-31").map((each) => [each.date, each.start]);
    expect(starts).toEqual([
      ["2026-11-06", 1140],
      ["2026-11-16", 1140],
      ["2026-11-26", 900],
      ["2026-12-06", 900],
      ["2026-12-16", 900],
      ["2026-12-26", 900],
    ]);
    const fresh = [...scheduleOn(pc).rules.values()].find(({ from }) => from === day);
    if (fresh === undefined) throw new Error("no new rule");
    commitOn(pc, endRule(fresh, date("2026-12-01"), scheduleOn(pc), recordOf).puts);
    expect(datesOf(between(pc, "2026-11-01", "2027-12-31"))).toEqual([
      "2026-11-06",
      "2026-11-16",
      "2026-11-26",
    ]);
  });

  test("knows 1970 and 2099, and nothing outside; a strange session is told, not lost", () => {
    const { pc, newId } = open();
    for (const day of ["1970-01-01", "2099-12-31"])
      commitOn(pc, addSession({ date: date(day), title: day }, newId).changes.puts);
    for (const day of ["1969-12-31", "2100-01-01", "2026-02-30"]) {
      const id = newRecordId(newId);
      commitOn(pc, [
        { id, kind: "session", field: "date", values: [{ value: day }], over: "shown" },
      ]);
    }
    expect(datesOf(between(pc, "1970-01-01", "2099-12-31"))).toEqual(["1970-01-01", "2099-12-31"]);
    expect(scheduleOn(pc).damaged).toHaveLength(3);
  });

  test("the next session is the first that takes place and is not over", () => {
    const { pc, newId } = open();
    commitOn(pc, addRules([ruleFrom("2026-11-01", SIXES)], newId).changes.puts);
    const at = (day: string, minute: number) =>
      nextSession(scheduleOn(pc), { date: date(day), minute })?.date;
    expect(at("2026-11-26", 19 * 60 + 30)).toBe("2026-11-26");
    expect(at("2026-11-26", 20 * 60 + 1)).toBe("2026-12-06");
    expect(at("1970-01-01", 0)).toBeUndefined();
    const [next] = between(pc, "2026-12-06", "2026-12-06");
    if (next !== undefined) commitOn(pc, callOff(next, true, undefined).puts);
    expect(at("2026-11-27", 0)).toBe("2026-12-16");
  });

  test("an id of no rule and of no day leads nowhere", () => {
    const { pc, newId } = open();
    commitOn(pc, addRules([ruleFrom("2026-11-01", SIXES)], newId).changes.puts);
    const [rule] = scheduleOn(pc).rules.values();
    if (rule === undefined) throw new Error("no rule");
    expect(findSession(scheduleOn(pc), occurrenceId(rule.id, date("2026-11-16")))).toBeDefined();
    expect(findSession(scheduleOn(pc), occurrenceId(rule.id, date("2026-11-17")))).toBeUndefined();
    for (const id of ["", "x", `${rule.id}_20269999`, "../..", "a".repeat(200)])
      expect(findSession(scheduleOn(pc), id)).toBeUndefined();
  });
});

describe("clashes", () => {
  const at = (
    place: string | undefined,
    start: number | undefined,
    minutes = 60,
    day = "2026-11-26",
  ) => ({
    date: date(day),
    place,
    start,
    minutes: minutesOfSeconds(minutes * 60),
  });
  const added = (fields: ReturnType<typeof at>) => {
    const { pc, newId } = open();
    commitOn(pc, addSession(fields, newId).changes.puts);
    return between(pc, "2026-11-01", "2026-12-31");
  };

  test("one place, one time; the next may begin when the last ends", () => {
    const evening = added(at("活动室", 19 * 60));
    expect(clashesWith(at(" 活 动室", 19 * 60 + 59), evening)).toHaveLength(1);
    expect(clashesWith(at("活动室", 20 * 60), evening)).toEqual([]);
    expect(clashesWith(at("活动室", 18 * 60), evening)).toEqual([]);
    expect(clashesWith(at("活动室", 18 * 60, 61), evening)).toHaveLength(1);
    expect(clashesWith(at("广场", 19 * 60), evening)).toEqual([]);
    expect(clashesWith(at(undefined, 19 * 60), evening)).toEqual([]);
    expect(clashesWith(at("活动室", undefined), evening)).toEqual([]);
    const [itself] = evening;
    if (itself !== undefined) expect(clashesWith(itself, evening)).toEqual([]);
  });

  test("a film that runs past midnight is in the way of the next day", () => {
    const night = added(at("广场", 23 * 60 + 30, 90));
    expect(clashesWith(at("广场", 30, 60, "2026-11-27"), night)).toHaveLength(1);
    expect(clashesWith(at("广场", 60, 60, "2026-11-27"), night)).toEqual([]);
  });
});
