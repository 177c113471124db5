import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import {
  commitOn,
  countingIds,
  newPc,
  type Pc,
  plainId,
  pull,
  siteNamed,
} from "../../testing/pc.ts";
import { type Changes, create, deleteRecord } from "../changes/index.ts";
import { civilDateSchema, instantSchema, minutesSchema } from "../clock/index.ts";
import { type Courseware, readCourseware } from "../courseware/index.ts";
import { recordIdSchema } from "../identity/index.ts";
import { readPlayback, recordPlayback, standsInRegister } from "./playback.ts";
import { recordPlaybackEnd } from "./playback-end.ts";
import {
  countsAsShown,
  readRegister,
  showingsOf,
  sumRegister,
  waitingShowings,
} from "./register.ts";
import { answerShowing, skipShowing } from "./session-report.ts";
import { correctLine, recordShowing } from "./write-register.ts";

const SITE = siteNamed("village");
const EVENING = v.parse(instantSchema, Date.UTC(2026, 10, 26, 11));
const DAY = v.parse(civilDateSchema, "2026-11-26");
const minutes = (count: number) => v.parse(minutesSchema, count);
const ITEM = v.parse(recordIdSchema, plainId("item"));
const SESSION = v.parse(recordIdSchema, plainId("session"));

const keep = (pc: Pc, { puts }: Changes): unknown => commitOn(pc, puts);
const open = (name = "pc"): Pc => newPc(SITE, countingIds(name), EVENING);
const item: Courseware = (() => {
  const pc = open();
  keep(pc, {
    label: { type: "add-courseware" },
    puts: [
      {
        id: ITEM,
        kind: "courseware",
        field: "title",
        values: [{ value: "防跌倒操" }],
        over: "shown",
      },
      { id: ITEM, kind: "courseware", field: "kind", values: [{ value: "video" }], over: "shown" },
      { id: ITEM, kind: "courseware", field: "number", values: [{ value: 5004 }], over: "shown" },
    ],
  });
  const record = pc.records.get(ITEM);
  const read = record === undefined ? undefined : readCourseware(record, SITE);
  if (read?.ok !== true) throw new Error("the item does not read");
  return read.value;
})();
const registerOn = (pc: Pc) => readRegister(pc.records.values(), SITE);
const handOf = (name: string) => ({ post: "A" as const, now: EVENING, newId: countingIds(name) });
const disc = (title: string) => ({
  startedAt: EVENING,
  what: { title },
  minutes: minutes(96),
  by: "disc" as const,
  place: "活动室",
});

describe("the playback register", () => {
  test("playing writes a line, and how long it really ran; the last writing holds", () => {
    const pc = open();
    const line = v.parse(recordIdSchema, plainId("line"));
    keep(pc, {
      label: { type: "record-playback" },
      puts: [...recordPlayback(item, EVENING, () => line, { session: SESSION })],
    });
    expect(registerOn(pc).lines).toMatchObject([{ id: line, number: 5004, session: SESSION }]);
    for (const seconds of [30.4, 905.6]) {
      keep(pc, {
        label: { type: "record-playback-end" },
        puts: [...recordPlaybackEnd(line, { seconds, completed: seconds > 900 })],
      });
    }
    expect(registerOn(pc).lines[0]?.played).toEqual({ seconds: 906, completed: true });
    expect(
      recordPlaybackEnd(line, { seconds: Number.NaN, completed: false })[0]?.values[0],
    ).toEqual({
      value: { seconds: 0, completed: false },
    });
  });

  test("what somebody only tried counts as nothing shown; what nobody knows the length of counts", () => {
    const pc = open();
    const ids = ["tried", "whole", "unknown"].map((name) => v.parse(recordIdSchema, plainId(name)));
    const ends = [
      { seconds: 12, completed: false },
      { seconds: 20, completed: true },
    ];
    ids.forEach((id, at) => {
      const end = ends[at];
      keep(pc, {
        label: { type: "record-playback" },
        puts: [
          ...recordPlayback(item, v.parse(instantSchema, EVENING + at), () => id),
          ...(end === undefined ? [] : recordPlaybackEnd(id, end)),
        ],
      });
    });
    expect(registerOn(pc).lines.map(countsAsShown)).toEqual([false, true, true]);
  });

  test("a showing by disc counts the same; of an item of the book it counts for the item", () => {
    const pc = open();
    keep(pc, recordShowing(disc("《地道战》"), handOf("a")));
    keep(pc, recordShowing({ ...disc(""), what: { item } }, handOf("b")));
    const register = registerOn(pc);
    expect(register.lines.map(({ kind, title }) => [kind, title])).toEqual(
      expect.arrayContaining([
        ["showing", "《地道战》"],
        ["playback", "防跌倒操"],
      ]),
    );
    const [showing] = showingsOf(register, SITE, () => undefined);
    expect(sumRegister(showing === undefined ? [] : [showing])).toMatchObject({
      showings: 1,
      lines: 2,
      minutes: 192,
      uncounted: 1,
    });
    const played = [...pc.records.values()].find(({ kind }) => kind === "playback");
    expect(played !== undefined && readPlayback(played, SITE)).toMatchObject({ ok: true });
  });

  test("a correction is a new line; the wrong one stays readable, struck, and counts for nothing", () => {
    const pc = open();
    keep(pc, recordShowing({ ...disc(""), what: { item } }, handOf("a")));
    const [wrong] = registerOn(pc).lines;
    if (wrong === undefined) throw new Error("no line");
    keep(pc, correctLine(wrong, "放的是下集", disc("《地道战》下集"), handOf("b")));
    const { lines } = registerOn(pc);
    expect(lines).toHaveLength(2);
    expect(lines.find(({ id }) => id === wrong.id)?.struck?.reason).toBe("放的是下集");
    expect(lines.find(({ corrects }) => corrects === wrong.id)?.title).toBe("《地道战》下集");
    const record = pc.records.get(wrong.id);
    expect(record !== undefined && standsInRegister(record, SITE)).toBe(false);
    expect(sumRegister(showingsOf(registerOn(pc), SITE, () => undefined)).minutes).toBe(96);
  });

  test("two posts who put the same line right without having met count once", () => {
    const [a, b] = [open("a"), open("b")];
    keep(a, recordShowing(disc("看错了"), handOf("a")));
    pull(b, a);
    for (const [pc, name] of [
      [a, "x"],
      [b, "y"],
    ] as const) {
      const [wrong] = registerOn(pc).lines;
      if (wrong !== undefined)
        keep(pc, correctLine(wrong, "写错", disc("《地道战》"), handOf(name)));
    }
    pull(a, b);
    pull(b, a);
    for (const pc of [a, b]) {
      expect(registerOn(pc).lines).toHaveLength(3);
      expect(sumRegister(showingsOf(registerOn(pc), SITE, () => undefined)).lines).toBe(1);
    }
    expect(registerOn(a)).toEqual(registerOn(b));
  });

  test("what a stick's receipt tells counts by its minutes", () => {
    const pc = open();
    const line = { id: v.parse(recordIdSchema, plainId("carried")), kind: "playback" };
    keep(pc, {
      label: { type: "receipt" },
      puts: [
        ...create(line, {
          item: ITEM,
          startedAt: EVENING,
          title: "防跌倒操",
          minutes: 15,
          completed: true,
        }),
      ],
    });
    expect(registerOn(pc).lines).toMatchObject([{ played: { seconds: 900, completed: true } }]);
  });

  test("a line that was taken back is not in it", () => {
    const pc = open();
    keep(pc, recordShowing(disc("《地道战》"), handOf("a")));
    const [record] = pc.records.values();
    if (record !== undefined) {
      keep(pc, { label: { type: "undo" }, puts: [deleteRecord(record)] });
    }
    expect(registerOn(pc).lines).toEqual([]);
  });
});

describe("the card after a showing", () => {
  const waiting = (pc: Pc) =>
    waitingShowings(
      showingsOf(registerOn(pc), SITE, () => SESSION),
      DAY,
    );

  test("waits until it is answered or put away; two posts count nobody twice", () => {
    const [a, b] = [open("a"), open("b")];
    keep(a, recordShowing(disc("《地道战》"), handOf("a")));
    pull(b, a);
    expect(waiting(a)).toHaveLength(1);
    const showing = { on: DAY, session: SESSION };
    const by = { site: SITE, post: "B" as const, now: EVENING };
    keep(
      a,
      answerShowing(showing, { members: 9, residents: 21, discussion: " 都说好 " }, undefined, by),
    );
    keep(
      b,
      answerShowing(showing, { members: 9, residents: undefined, discussion: "" }, undefined, by),
    );
    pull(a, b);
    pull(b, a);
    for (const pc of [a, b]) {
      expect(waiting(pc)).toEqual([]);
      expect(sumRegister(showingsOf(registerOn(pc), SITE, () => SESSION))).toMatchObject({
        members: 9,
        residents: 21,
        uncounted: 0,
      });
      expect([...registerOn(pc).reports.values()]).toMatchObject([{ discussion: "都说好" }]);
    }
  });

  test("put away, it waits no more, and can be answered later", () => {
    const pc = open();
    keep(pc, recordShowing(disc("《地道战》"), handOf("a")));
    keep(pc, skipShowing({ on: DAY, session: SESSION }, SITE));
    expect(waiting(pc)).toEqual([]);
    const [known] = registerOn(pc).reports.values();
    const by = { site: SITE, post: "A" as const, now: EVENING };
    keep(
      pc,
      answerShowing(
        { on: DAY, session: SESSION },
        { members: 3, residents: undefined, discussion: "" },
        known,
        by,
      ),
    );
    expect([...registerOn(pc).reports.values()]).toMatchObject([{ members: 3, skipped: false }]);
  });

  test("sums never exceed what stands in lines, whatever was struck", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ minutes: fc.integer({ min: 0, max: 1440 }), strike: fc.boolean() }), {
          maxLength: 12,
        }),
        (entries) => {
          const pc = open();
          entries.forEach(({ minutes: count, strike }, at) => {
            const hand = handOf(`e${at}`);
            keep(pc, recordShowing({ ...disc(`第 ${at} 部`), minutes: minutes(count) }, hand));
            const line = registerOn(pc).lines.find(({ title }) => title === `第 ${at} 部`);
            if (strike && line !== undefined) {
              keep(pc, correctLine(line, "没放", undefined, handOf(`s${at}`)));
            }
          });
          const standing = entries.filter(({ strike }) => !strike);
          const sums = sumRegister(showingsOf(registerOn(pc), SITE, () => undefined));
          expect(sums.lines).toBe(standing.length);
          expect(sums.minutes).toBe(standing.reduce((sum, one) => sum + one.minutes, 0));
          expect(registerOn(pc).lines).toHaveLength(entries.length);
        },
      ),
    );
  });
});
