import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  commitOn,
  copyProfile,
  countingIds,
  newPc,
  type Pc,
  plainId,
  pull,
  reopen,
  siteNamed,
  standingIn,
  textOf,
} from "../../testing/pc.ts";
import {
  deleteRecord,
  type FieldPut,
  pendingFields,
  put,
  type RecordState,
  restoreRecord,
  settle,
  shownValues,
} from "../changes/index.ts";
import { fixedClock } from "../clock/index.ts";
import { newRecordId, type RecordId } from "../identity/index.ts";
import { joinRecords, joinReplicas } from "./join-records.ts";

const site = siteNamed("site");
const RECORDS = ["film", "menu"].map((name) => newRecordId(() => plainId(name)));

type Act =
  | {
      readonly type: "edit" | "settle";
      readonly pc: number;
      readonly record: number;
      readonly field: string;
      readonly value: number;
    }
  | { readonly type: "delete" | "restore"; readonly pc: number; readonly record: number }
  | { readonly type: "clock"; readonly pc: number; readonly millis: number }
  | { readonly type: "undo" | "reopen" | "copy"; readonly pc: number }
  | { readonly type: "pull" | "sync"; readonly pc: number; readonly other: number };

// Beyond the four PCs at the start lie the copies that are made on the way.
const pc = fc.nat(6);
const record = fc.nat(RECORDS.length - 1);
const field = fc.constantFrom("title", "minutes", "written-by-a-newer-version");
const value = fc.nat(3);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ type: fc.constant("edit"), pc, record, field, value }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("settle"), pc, record, field, value }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom("delete", "restore"), pc, record }) },
  {
    weight: 3,
    // 1970 to 2099, so clocks step back as often as they run ahead.
    arbitrary: fc.record({ type: fc.constant("clock"), pc, millis: fc.nat(4_102_444_799_999) }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom("undo", "reopen"), pc }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("copy"), pc }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constantFrom("pull", "sync"), pc, other: pc }) },
);
const schedule = fc.array(act, { minLength: 1, maxLength: 40, size: "max" });

/** What ever happened, known to nobody in the product: which writes were made, and which were replaced by a hand that saw them. */
interface History {
  readonly made: Set<string>;
  readonly replaced: Set<string>;
}

const keyed = (id: RecordId): { id: RecordId; kind: string } => ({ id, kind: "courseware" });

const putsOf = (chosen: Act, on: Pc): readonly FieldPut[] => {
  switch (chosen.type) {
    case "edit":
    case "settle": {
      const id = RECORDS[chosen.record];
      const write = chosen.type === "edit" ? put : settle;
      return id === undefined ? [] : [write(keyed(id), chosen.field, chosen.value)];
    }
    case "delete":
    case "restore": {
      const held = on.records.get(RECORDS[chosen.record] ?? newRecordId(() => plainId("none")));
      if (held === undefined) return [];
      return [chosen.type === "delete" ? deleteRecord(held) : restoreRecord(held)];
    }
    case "undo":
      return on.undoLine.pop()?.puts ?? [];
    default:
      return [];
  }
};

const write = (history: History, on: Pc, puts: readonly FieldPut[]): void => {
  const before = standingIn(on.records);
  commitOn(on, puts);
  const after = standingIn(on.records);
  for (const dot of after) if (!before.has(dot)) history.made.add(dot);
  for (const dot of before) if (!after.has(dot)) history.replaced.add(dot);
};

const run = (acts: readonly Act[]): { readonly pcs: readonly Pc[]; readonly history: History } => {
  const newId = countingIds("id");
  const clock = fixedClock(0);
  const pcs = [0, 1, 2, 3].map(() => newPc(site, newId, clock.now()));
  const history: History = { made: new Set(), replaced: new Set() };
  for (const chosen of acts) {
    const on = pcs[chosen.pc];
    const other = "other" in chosen ? pcs[chosen.other] : undefined;
    if (on === undefined) continue;
    if (chosen.type === "clock") {
      clock.set(chosen.millis);
      on.now = clock.now();
    } else if (chosen.type === "reopen") {
      reopen(on, newId);
    } else if (chosen.type === "copy") {
      pcs.push(copyProfile(on, newId));
    } else if (other !== undefined) {
      pull(on, other);
      if (chosen.type === "sync") pull(other, on);
    } else {
      write(history, on, putsOf(chosen, on));
    }
  }
  return { pcs, history };
};

const mergeAll = (pcs: readonly Pc[]): ReadonlyMap<string, RecordState> =>
  pcs.reduce<ReadonlyMap<string, RecordState>>(
    (merged, { records }) => joinReplicas(merged, records),
    new Map(),
  );

describe("merge of replicas of one site", () => {
  test("commutes, associates and repeats harmlessly", () => {
    fc.assert(
      fc.property(schedule, (acts) => {
        const { pcs } = run(acts);
        const [a, b, c] = pcs.map(({ records }) => records);
        if (a === undefined || b === undefined || c === undefined) return;
        expect(textOf(joinReplicas(a, b))).toBe(textOf(joinReplicas(b, a)));
        expect(textOf(joinReplicas(joinReplicas(a, b), c))).toBe(
          textOf(joinReplicas(a, joinReplicas(b, c))),
        );
        expect(textOf(joinReplicas(a, a))).toBe(textOf(a));
        expect(textOf(joinReplicas(joinReplicas(a, b), b))).toBe(textOf(joinReplicas(a, b)));
      }),
    );
  });

  test("loses nothing: what was made stands, or a hand that saw it replaced it", () => {
    fc.assert(
      fc.property(schedule, (acts) => {
        const { pcs, history } = run(acts);
        const expected = [...history.made].filter((write) => !history.replaced.has(write)).sort();
        expect([...standingIn(mergeAll(pcs))].sort()).toEqual(expected);
      }),
    );
  });

  test("ends equal on every PC, whatever the order in which they meet", () => {
    fc.assert(
      fc.property(schedule, fc.infiniteStream(fc.nat(1000)), (acts, order) => {
        const { pcs } = run(acts);
        const merged = mergeAll(pcs);
        const shuffled = pcs
          .map((one) => ({ one, key: Number(order.next().value) }))
          .sort((x, y) => x.key - y.key)
          .map(({ one }) => one);
        expect(textOf(mergeAll(shuffled))).toBe(textOf(merged));
        const [first] = pcs;
        if (first === undefined) return;
        for (const one of pcs) pull(first, one);
        for (const one of pcs) pull(one, first);
        for (const one of pcs) expect(textOf(one.records)).toBe(textOf(merged));
      }),
    );
  });

  test("shows what was just written, however wrong this PC's clock is", () => {
    fc.assert(
      fc.property(schedule, pc, fc.nat(4_102_444_799_999), (acts, at, millis) => {
        const on = run(acts).pcs[at];
        const [id] = RECORDS;
        if (on === undefined || id === undefined) return;
        on.now = fixedClock(millis).now();
        const waiting = on.records.get(id)?.fields["title"]?.length ?? 1;
        commitOn(on, [put(keyed(id), "title", "just written")]);
        const after = on.records.get(id);
        expect(after && shownValues(after, site)["title"]).toBe("just written");
        expect(after?.fields["title"]).toHaveLength(waiting);
      }),
    );
  });
});

describe("dots", () => {
  test("a snapshot of a running program that mints one dot twice: both are kept when they meet", () => {
    const newId = countingIds("id");
    const here = newPc(site, newId, fixedClock(1_000).now());
    const [id] = RECORDS;
    if (id === undefined) return;
    commitOn(here, [put(keyed(id), "title", "before")]);
    const snapshot: Pc = { ...here, records: new Map(here.records) };
    commitOn(here, [put(keyed(id), "title", "left")]);
    commitOn(snapshot, [put(keyed(id), "title", "right")]);
    const [left, right] = [here.records.get(id), snapshot.records.get(id)];
    if (left === undefined || right === undefined) throw new Error("nothing was written");
    const joined = joinRecords(left, right);
    expect(joined).toEqual(joinRecords(right, left));
    expect(
      pendingFields(joined, site).map(({ field: name, writes }) => [name, writes.length]),
    ).toEqual([["title", 2]]);
  });

  test("two snapshots that each wrote on: a field is never emptied", () => {
    const newId = countingIds("id");
    const here = newPc(site, newId, fixedClock(1_000).now());
    const [id] = RECORDS;
    if (id === undefined) return;
    commitOn(here, [put(keyed(id), "title", "before")]);
    const snapshot: Pc = { ...here, records: new Map(here.records) };
    commitOn(here, [put(keyed(id), "title", "left")]);
    commitOn(here, [put(keyed(id), "note", "left")]);
    commitOn(snapshot, [put(keyed(id), "note", "right"), put(keyed(id), "title", "right")]);
    const [left, right] = [here.records.get(id), snapshot.records.get(id)];
    if (left === undefined || right === undefined) throw new Error("nothing was written");
    expect(joinRecords(left, right).fields["title"]).not.toEqual([]);
    expect(joinRecords(left, right)).toEqual(joinRecords(right, left));
  });
});
