import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { plainId, siteNamed } from "../../testing/pc.ts";
import { CATEGORIES } from "../category/index.ts";
import { civilDateSchema, instantSchema } from "../clock/index.ts";
import { newRecordId, type RecordId } from "../identity/index.ts";
import type { DownloadEntry, RegisteredShowing, RegisterLine } from "../ledger/index.ts";
import { readLedgers } from "../ledger-book/index.ts";
import type { RollCount } from "../roll-call/index.ts";
import { plusDays } from "../session/index.ts";
import type { ReportFacts } from "./facts.ts";
import type { Figures, Sums } from "./figures.ts";
import { figuresOf } from "./figures-of.ts";
import { layOut } from "./lay-out.ts";
import { monthsOf, quarterOf, readSpan } from "./span.ts";

const day = (text: string) => v.parse(civilDateSchema, text);
const id = (name: string): RecordId => newRecordId(() => plainId(name));
const FIRST = day("2025-12-20");

/** What a showing is drawn from: its day, lines as seconds, heads or a roll call. */
const showingFacts = fc.record({
  days: fc.integer({ min: 0, max: 420 }),
  lines: fc.array(
    fc.record({
      seconds: fc.option(fc.integer({ min: 0, max: 6000 })),
      category: fc.constantFrom(...CATEGORIES),
      struck: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  members: fc.option(fc.integer({ min: 0, max: 90 })),
  residents: fc.option(fc.integer({ min: 0, max: 90 })),
  present: fc.option(fc.integer({ min: 0, max: 60 })),
});
type Drawn = typeof showingFacts extends fc.Arbitrary<infer T> ? T : never;

const lineOf = (drawn: Drawn["lines"][number], at: string): RegisterLine => ({
  id: id(at),
  kind: "playback",
  startedAt: v.parse(instantSchema, 0),
  title: at,
  number: drawn.category * 1000 + 1,
  played: drawn.seconds === null ? undefined : { seconds: drawn.seconds, completed: false },
  struck: drawn.struck ? { reason: "x", at: v.parse(instantSchema, 0) } : undefined,
});

const factsOf = (all: readonly Drawn[], downloads: readonly number[]): ReportFacts => {
  const showings = all.map((drawn, at): RegisteredShowing => {
    const session = id(`session-${at}`);
    const on = plusDays(FIRST, drawn.days);
    return {
      id: id(`showing-${at}`),
      on,
      session,
      lines: drawn.lines.map((line, n) => lineOf(line, `line-${at}-${n}`)),
      report: {
        id: id(`report-${at}`),
        on,
        session,
        members: drawn.members,
        residents: drawn.residents,
      },
    };
  });
  const rolls = all.flatMap((drawn, at): readonly RollCount[] =>
    drawn.present === null
      ? []
      : [
          {
            id: id(`roll-${at}`),
            on: plusDays(FIRST, drawn.days),
            branch: id("branch"),
            session: id(`session-${at}`),
            expected: 60,
            present: drawn.present,
            late: 0,
            early: 0,
            sick: 0,
            excused: 0,
            unmarked: 60 - drawn.present,
          },
        ],
  );
  const entries = downloads.map(
    (days, at): DownloadEntry => ({
      id: id(`download-${at}`),
      life: "alive",
      item: id(`item-${at}`),
      date: plusDays(FIRST, days),
      at: v.parse(instantSchema, 0),
      title: "x",
      kind: "video",
      portal: "a.cn",
      url: "https://a.cn",
      keptIn: "browser",
    }),
  );
  return {
    showings,
    rolls,
    downloads: entries,
    wishes: [],
    items: new Map(),
    ledgers: readLedgers([], siteNamed("site")),
    uses: [],
    questions: [],
    branches: [],
    branchOf: () => undefined,
    today: day("2026-12-31"),
  };
};

const span = (key: string) => {
  const read = readSpan(key);
  if (read === undefined) throw new Error(`no span ${key}`);
  return read;
};
const YEAR = span("2026");
const QUARTERS = ["2026-q1", "2026-q2", "2026-q3", "2026-q4"].map(span);

const SUMMED: readonly (keyof Sums)[] = [
  "showings",
  "plays",
  "minutes",
  "members",
  "residents",
  "called",
  "people",
  "uncounted",
  "downloads",
  "downloadDays",
];
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

describe("the figures of a report", () => {
  test("parts add up to the whole, and are what the books say, reckoned apart", () => {
    fc.assert(
      fc.property(
        fc.array(showingFacts, { maxLength: 25 }),
        fc.array(fc.integer({ min: 0, max: 420 }), { maxLength: 20 }),
        (all, downloads) => {
          const bench = layOut(factsOf(all, downloads));
          const year = figuresOf(bench, YEAR);
          const quarters = QUARTERS.map((one) => figuresOf(bench, one));
          const months = monthsOf(YEAR).map((month) => figuresOf(bench, { type: "month", month }));
          const of = (some: readonly Figures[], name: keyof Sums) =>
            sum(some.map((one) => one[name]));
          for (const name of SUMMED) {
            expect(of(quarters, name), name).toBe(year[name]);
            expect(of(months, name), name).toBe(year[name]);
            expect(of([...year.months.map((one) => ({ ...year, ...one }))], name)).toBe(year[name]);
          }
          expect(sum(year.categories.map(({ minutes }) => minutes))).toBe(year.minutes);
          expect(sum(year.categories.map(({ plays }) => plays))).toBe(year.plays);
          expect(sum(quarters.map(({ weeks }) => weeks.length))).toBe(year.weeks.length);

          // From what was drawn, by plain loops.
          let [showings, plays, people, uncounted] = [0, 0, 0, 0];
          const seconds = new Map<string, number>();
          for (const one of all) {
            const on = plusDays(FIRST, one.days);
            if (!on.startsWith("2026")) continue;
            const lines = one.lines.filter((line) => {
              if (line.struck) return false;
              return line.seconds === null || line.seconds >= 60;
            });
            if (lines.length === 0) continue;
            showings += 1;
            plays += lines.length;
            const month = on.slice(0, 7);
            for (const line of lines)
              seconds.set(month, (seconds.get(month) ?? 0) + (line.seconds ?? 0));
            if (one.members !== null || one.residents !== null)
              people += (one.members ?? 0) + (one.residents ?? 0);
            else if (one.present === null) uncounted += 1;
            else people += one.present;
          }
          const minutes = sum([...seconds.values()].map((one) => Math.round(one / 60)));
          const days = downloads
            .map((days) => plusDays(FIRST, days))
            .filter((on) => on.startsWith("2026"));
          expect(year).toMatchObject({ showings, plays, people, uncounted, minutes });
          expect(year).toMatchObject({
            downloads: days.length,
            downloadDays: new Set(days).size,
          });
        },
      ),
    );
  });

  test("a span is named and read back, its months are those of the calendar", () => {
    expect(monthsOf(span("2026-q4"))).toEqual(["2026-10", "2026-11", "2026-12"]);
    expect(monthsOf(YEAR)).toHaveLength(12);
    expect(readSpan("2026-q5")).toBeUndefined();
    expect(readSpan("2026-13")).toBeUndefined();
    expect(readSpan("1066")).toBeUndefined();
    const [november] = monthsOf(span("2026-11"));
    expect(november === undefined ? undefined : quarterOf(november)).toEqual(span("2026-q4"));
  });
});
