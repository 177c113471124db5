import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { commitOn, countingIds, newPc, type Pc, siteNamed } from "../../testing/pc.ts";
import { type Changes, deleteRecord } from "../changes/index.ts";
import { civilDateSchema, instantSchema, minutesSchema } from "../clock/index.ts";
import { notePrinted } from "../ledger-book/index.ts";
import { monthSchema } from "../session/index.ts";
import {
  amendmentsOf,
  answerShowing,
  changesPrinted,
  correctLine,
  REGISTER_BOOK,
  type Register,
  readRegister,
  recordShowing,
  showingsOf,
  sumRegister,
} from "./index.ts";

const SITE = siteNamed("village");
const MONTH = v.parse(monthSchema, "2026-10");
const day = (text: string) => v.parse(civilDateSchema, text);
/** A moment of 2026 by month, day and hour (UTC). */
const at = (month: number, date: number, hour: number) =>
  v.parse(instantSchema, Date.UTC(2026, month - 1, date, hour));

const begin = () => {
  const pc: Pc = newPc(SITE, countingIds("pc"), at(11, 1, 1));
  const ids = countingIds("hand");
  const keep = ({ puts }: Changes): void => {
    commitOn(pc, puts);
  };
  const hand = (now: number) => ({
    post: "A" as const,
    now: v.parse(instantSchema, now),
    newId: ids,
  });
  const register = (): Register => readRegister(pc.records.values(), SITE);
  const showings = () => showingsOf(register(), SITE, () => undefined);
  const enter = (title: string, startedAt: number, reason?: string): void =>
    keep(
      recordShowing(
        {
          startedAt: v.parse(instantSchema, startedAt),
          what: { title },
          minutes: v.parse(minutesSchema, 20),
          by: "disc",
          reason,
        },
        hand(at(11, 2, 1)),
      ),
    );
  const print = (now: number): void =>
    keep(
      notePrinted(
        { site: SITE, book: REGISTER_BOOK, month: MONTH },
        register().lines.map(({ id }) => id),
        register().prints.get(MONTH),
        v.parse(instantSchema, now),
      ),
    );
  return {
    pc,
    keep,
    hand,
    enter,
    print,
    register,
    amendments: () => amendmentsOf(showings(), register().prints.get(MONTH)),
    line: (title: string) => register().lines.find((one) => one.title === title),
    showings,
  };
};

describe("a month of the register that was printed", () => {
  it("has nothing amended right after it", () => {
    const site = begin();
    expect(site.amendments()).toMatchObject({ amended: false });
    site.enter("遵义会议", at(10, 6, 11));
    site.print(at(11, 1, 2));
    expect(site.amendments()).toMatchObject({ amended: false, late: new Set() });
  });

  it("tells what was entered late, and is to be printed again; afterwards it still says late, once", () => {
    const site = begin();
    site.enter("遵义会议", at(10, 6, 11));
    site.print(at(11, 1, 2));
    site.enter("漏记的", at(10, 9, 11), "那天停电");
    const late = site.line("漏记的");
    expect(late?.reason).toBe("那天停电");
    expect(site.amendments()).toMatchObject({ amended: true, late: new Set([late?.id]) });
    site.print(at(11, 3, 2));
    expect(site.amendments()).toMatchObject({ amended: false, late: new Set([late?.id]) });
  });

  it("does not call late what ran after a printing in mid-month", () => {
    const site = begin();
    site.enter("遵义会议", at(10, 6, 11));
    site.print(at(10, 10, 2));
    site.enter("下旬放的", at(10, 20, 11));
    expect(site.amendments()).toMatchObject({ amended: true, late: new Set() });
  });

  it("keeps a corrected line struck out, and the right one names its reason", () => {
    const site = begin();
    site.enter("写错的", at(10, 6, 11));
    site.print(at(11, 1, 2));
    const wrong = site.line("写错的");
    if (wrong === undefined) throw new Error("no line");
    site.keep(
      correctLine(
        wrong,
        "放的是下集",
        {
          startedAt: wrong.startedAt,
          what: { title: "下集" },
          minutes: v.parse(minutesSchema, 30),
          by: "disc",
        },
        site.hand(at(11, 2, 3)),
      ),
    );
    const right = site.line("下集");
    const { corrections, amended } = site.amendments();
    expect(amended).toBe(true);
    expect(right === undefined ? "" : corrections.get(right.id)).toBe("放的是下集");
    expect(sumRegister(site.showings())).toMatchObject({ lines: 1, minutes: 30 });
  });

  it("loses no line by undo; one that was never printed goes", () => {
    const site = begin();
    site.enter("印过的", at(10, 6, 11));
    site.print(at(11, 1, 2));
    site.enter("没印的", at(10, 7, 11));
    for (const title of ["印过的", "没印的"]) {
      const line = site.line(title);
      const record = line === undefined ? undefined : site.pc.records.get(line.id);
      if (record === undefined) throw new Error("no record");
      site.keep({ label: { type: "other" }, puts: [deleteRecord(record)] });
    }
    expect(site.line("没印的")).toBeUndefined();
    expect(site.line("印过的")).toMatchObject({ takenBack: true, struck: { reason: "" } });
    expect(sumRegister(site.showings()).lines).toBe(0);
    expect(site.amendments().amended).toBe(true);
  });

  it("keeps what a head count said on paper, with the reason for the change", () => {
    const site = begin();
    site.enter("遵义会议", at(10, 6, 11));
    const showing = { on: day("2026-10-06"), session: undefined };
    const answer = (members: number, now: number, reason?: string): void => {
      const [{ report } = { report: undefined }] = site.showings();
      site.keep(
        answerShowing(showing, { members, residents: undefined, discussion: "" }, report, {
          site: SITE,
          post: "A",
          now: v.parse(instantSchema, now),
          print: site.register().prints.get(MONTH),
          reason,
        }),
      );
    };
    const report = () => site.showings()[0]?.report;
    answer(9, at(10, 6, 12));
    answer(10, at(10, 6, 13));
    expect(report()?.amended ?? []).toEqual([]);
    site.print(at(11, 1, 2));
    expect(changesPrinted(report(), site.register().prints.get(MONTH))).toBe(true);
    answer(10, at(11, 2, 1));
    expect(report()?.amended ?? []).toEqual([]);
    answer(12, at(11, 2, 2), "数错了两位");
    expect(report()).toMatchObject({
      members: 12,
      amended: [{ members: 10, reason: "数错了两位", at: at(11, 2, 2) }],
    });
    // What was never printed leaves nothing behind.
    answer(13, at(11, 2, 3), "再数一遍");
    expect(report()?.amended).toHaveLength(1);
    expect(site.amendments().amended).toBe(true);
    site.print(at(11, 3, 2));
    expect(site.amendments().amended).toBe(false);
  });
});
