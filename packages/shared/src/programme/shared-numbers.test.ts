import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  commitOn,
  countingIds,
  newPc,
  type Pc,
  pull,
  siteNamed,
  textOf,
} from "../../testing/pc.ts";
import { type Changes, create } from "../changes/index.ts";
import { fixedClock, type Instant } from "../clock/index.ts";
import { type Courseware, readCourseware } from "../courseware/index.ts";
import { newRecordId, type RecordId } from "../identity/index.ts";
import { ok, type Result } from "../result/index.ts";
import { changesSinceEdition } from "./edition-changes.ts";
import { readEditionContent } from "./edition-rows.ts";
import { settleNumberClashes } from "./number-clashes.ts";
import { readNumberLease } from "./number-lease.ts";
import type { NumberBook, ShelfFull } from "./numbering.ts";
import { printEdition } from "./print-edition.ts";
import { parseProgrammeNumber } from "./programme-number.ts";
import {
  giveNewNumbers,
  keepSharedNumber,
  numberToldBy,
  type PrintedEdition,
  sharedNumbers,
  suggestedKeeper,
} from "./shared-numbers.ts";

const site = siteNamed("site");
const noon = (day: number): Instant => fixedClock(Date.UTC(2026, 10, day, 4)).now();
const NO_BLANKS = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 } as const;

const itemsOn = ({ records }: Pc): readonly Courseware[] =>
  [...records.values()].flatMap((record) => {
    const read = record.kind === "courseware" ? readCourseware(record, site) : undefined;
    return read?.ok === true ? [read.value] : [];
  });
const bookOn = (pc: Pc): NumberBook => ({
  items: itemsOn(pc),
  leases: [...pc.records.values()].flatMap((record) => {
    const read = record.kind === "number-lease" ? readNumberLease(record, site) : undefined;
    return read?.ok === true ? [read.value] : [];
  }),
  device: pc.device,
});
const titled = (pc: Pc, title: string): Courseware => {
  const found = itemsOn(pc).find((item) => item.title === title);
  if (found === undefined) throw new Error(`no ${title}`);
  return found;
};
const write = (pc: Pc, changes: Result<Changes, ShelfFull>): void => {
  if (!changes.ok) throw new Error("refused");
  commitOn(pc, changes.value.puts);
};
const waiting = (pc: Pc) => sharedNumbers(itemsOn(pc));
const only = (pc: Pc) => {
  const [one] = waiting(pc);
  if (one === undefined) throw new Error("nothing waits");
  return one;
};
const settled = (pc: Pc, newId: () => string): void =>
  write(pc, settleNumberClashes(bookOn(pc), newId));

/** Two PCs of one site: each has told people of 1014, for an item of its own; then they have met. */
const twoPosts = () => {
  const newId = countingIds("id");
  const [a, b] = [newPc(site, newId, noon(1)), newPc(site, newId, noon(1))];
  const add = (pc: Pc, title: string, number: number, clippedAt: number): RecordId => {
    const id = newRecordId(newId);
    commitOn(
      pc,
      create(
        { id, kind: "courseware" },
        { title, kind: "video", category: 1, number, clippedAt, spoken: true, spokenAs: [number] },
      ),
    );
    return id;
  };
  add(a, "党旗", 1014, noon(1));
  add(b, "反诈", 1014, noon(2));
  const meet = (): void => {
    pull(a, b);
    pull(b, a);
    pull(a, b);
  };
  meet();
  settled(a, newId);
  meet();
  return { a, b, newId, meet, add };
};

describe("two items that both answer to one number", () => {
  test("wait for a word, the earlier first, on both PCs alike", () => {
    const { a, b } = twoPosts();
    for (const pc of [a, b]) {
      expect(only(pc)).toMatchObject({
        number: 1014,
        items: [{ title: "党旗" }, { title: "反诈" }],
      });
    }
  });

  test("both keep it by one word, which undoing takes back", () => {
    const { a, b, meet } = twoPosts();
    write(a, ok(keepSharedNumber(only(a))));
    meet();
    for (const pc of [a, b]) {
      expect(waiting(pc)).toEqual([]);
      expect([titled(pc, "党旗").number, titled(pc, "反诈").number]).toEqual([1014, 1014]);
    }
    commitOn(a, a.undoLine.pop()?.puts ?? []);
    expect(only(a).number).toBe(1014);
  });

  test("a third under the same number waits anew", () => {
    const { a, add } = twoPosts();
    write(a, ok(keepSharedNumber(only(a))));
    add(a, "养老", 1014, noon(3));
    expect(only(a).items).toHaveLength(3);
  });

  test("one keeps it, the other gets the shelf's next and answers to both for ever", () => {
    const { a, b, meet, newId } = twoPosts();
    const keeper = titled(a, "党旗");
    write(a, giveNewNumbers(only(a), keeper.id, bookOn(a), newId));
    meet();
    for (const pc of [a, b]) {
      expect(waiting(pc)).toEqual([]);
      expect(titled(pc, "党旗").number).toBe(1014);
      const moved = titled(pc, "反诈");
      expect(moved.number).not.toBe(1014);
      expect(moved).toMatchObject({ formerNumbers: [1014], sharesNumber: 1014 });
      // What settles clashes after each meeting leaves it where a person put it.
      settled(pc, newId);
      expect(titled(pc, "反诈").number).toBe(moved.number);
    }
  });

  test("undoing brings the number back to both", () => {
    const { a, newId } = twoPosts();
    write(a, giveNewNumbers(only(a), titled(a, "党旗").id, bookOn(a), newId));
    commitOn(a, a.undoLine.pop()?.puts ?? []);
    settled(a, newId);
    expect(only(a).items.map(({ number }) => number)).toEqual([1014, 1014]);
  });

  test("three of them: two get numbers of their own", () => {
    const { a, add, newId } = twoPosts();
    add(a, "养老", 1014, noon(3));
    write(a, giveNewNumbers(only(a), titled(a, "养老").id, bookOn(a), newId));
    expect(new Set(itemsOn(a).map(({ number }) => number)).size).toBe(3);
    expect(titled(a, "养老").number).toBe(1014);
  });

  test("the supplement names the old number, and the next edition ends it", () => {
    const { a, newId } = twoPosts();
    const print = (number: number, day: number): void =>
      write(
        a,
        printEdition(bookOn(a), { number, month: "2026-11", at: noon(day) }, NO_BLANKS, newId),
      );
    print(12, 4);
    write(a, giveNewNumbers(only(a), titled(a, "党旗").id, bookOn(a), newId));
    const edition = [...a.records.values()].find(({ kind }) => kind === "edition");
    const content = edition === undefined ? undefined : readEditionContent(edition, site);
    if (content === undefined) throw new Error("no edition");
    expect(changesSinceEdition(content, itemsOn(a), []).changed).toMatchObject([
      { now: { number: titled(a, "反诈").number }, was: { title: "反诈", number: 1014 } },
    ]);
    print(13, 20);
    expect(titled(a, "反诈").sharesNumber).toBeNull();
    commitOn(a, a.undoLine.pop()?.puts ?? []);
    expect(titled(a, "反诈").sharesNumber).toBe(1014);
  });

  test("whoever both keep it by a word keeps it through every edition", () => {
    const { a, newId } = twoPosts();
    write(a, ok(keepSharedNumber(only(a))));
    write(
      a,
      printEdition(bookOn(a), { number: 1, month: "2026-11", at: noon(4) }, NO_BLANKS, newId),
    );
    expect(waiting(a)).toEqual([]);
  });

  test("whatever both PCs decide apart, they agree after meeting, and nobody who was told is left alone", () => {
    const act = fc.constantFrom("党旗", "反诈", "both", "undo", "print", "meet", "settle");
    fc.assert(
      fc.property(
        fc.array(fc.record({ on: fc.constantFrom("a", "b"), act }), { maxLength: 10 }),
        (acts) => {
          const posts = twoPosts();
          const { newId } = posts;
          for (const { on, act: chosen } of acts) {
            const pc = posts[on === "a" ? "a" : "b"];
            const [one] = waiting(pc);
            if (chosen === "meet") posts.meet();
            else if (chosen === "settle") settled(pc, newId);
            else if (chosen === "undo") commitOn(pc, pc.undoLine.pop()?.puts ?? []);
            else if (chosen === "print") {
              const edition = { number: 1, month: "2026-11", at: noon(9) };
              write(pc, printEdition(bookOn(pc), edition, NO_BLANKS, newId));
            } else if (one !== undefined && chosen === "both") write(pc, ok(keepSharedNumber(one)));
            else if (one !== undefined) {
              write(pc, giveNewNumbers(one, titled(pc, chosen).id, bookOn(pc), newId));
            }
          }
          posts.meet();
          settled(posts.a, newId);
          posts.meet();
          expect(textOf(posts.b.records)).toBe(textOf(posts.a.records));
          for (const item of itemsOn(posts.a).filter(({ life }) => life !== "deleted")) {
            expect([item.number, ...(item.formerNumbers ?? [])]).toContain(1014);
          }
        },
      ),
    );
  });
});

describe("who had best keep a number", () => {
  const number = parseProgrammeNumber(1014);
  const item = (title: string, fields: Partial<Courseware> = {}): Courseware => ({
    id: newRecordId(countingIds(title)),
    title,
    kind: "video",
    life: "alive",
    pending: [],
    number: 1014,
    spokenNumbers: [1014],
    ...fields,
  });
  const [flag, fraud] = [item("flag"), item("fraud")];
  const edition = (edited: number, ...those: readonly Courseware[]): PrintedEdition => ({
    number: edited,
    content: {
      rows: those.flatMap(({ id, title }) =>
        number === undefined ? [] : [{ id, number, title, minutes: 1 }],
      ),
      blanks: new Set(),
      menus: [],
      supplements: [],
    },
  });
  const side = (
    one: Courseware,
    editions: readonly PrintedEdition[],
    plays: readonly (readonly [Courseware, number, Instant])[],
  ) => {
    if (number === undefined) throw new Error("no number");
    const played = plays.map(([{ id }, under, startedAt]) => ({
      item: id,
      number: under,
      startedAt,
    }));
    return { title: one.title, told: numberToldBy(one, number, editions, played) };
  };

  test("what the books say of each is told", () => {
    const editions = [edition(13, flag), edition(12, flag)];
    const plays = [
      [fraud, 1014, noon(5)],
      [fraud, 1014, noon(7)],
      [fraud, 1014, noon(6)],
      [fraud, 1002, noon(9)],
    ] as const;
    expect(side(flag, editions, plays).told).toEqual({
      editions: [12, 13],
      byHand: false,
      plays: 0,
      lastPlayed: undefined,
      otherwise: false,
    });
    expect(side(fraud, editions, plays).told).toMatchObject({
      editions: [],
      plays: 3,
      lastPlayed: noon(7),
      otherwise: false,
    });
    expect(side(fraud, [], []).told.otherwise).toBe(true);
    expect(side(item("pen", { handWritten: 1014 }), [], []).told).toMatchObject({
      byHand: true,
      otherwise: false,
    });
  });

  test("the printed one before the played one, the more played one before the earlier", () => {
    const plays = [[fraud, 1014, noon(5)]] as const;
    const printed = [edition(12, flag)];
    const keeper = (...sides: readonly ReturnType<typeof side>[]) => suggestedKeeper(sides)?.title;
    expect(keeper(side(fraud, printed, plays), side(flag, printed, plays))).toBe("flag");
    expect(keeper(side(flag, [], plays), side(fraud, [], plays))).toBe("fraud");
    expect(keeper(side(flag, [], []), side(fraud, [], []))).toBe("flag");
  });
});
