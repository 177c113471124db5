import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  commitOn,
  countingIds,
  newPc,
  type Pc,
  plainId,
  pull,
  siteNamed,
  standingIn,
  textOf,
} from "../../testing/pc.ts";
import { covers, put, type RecordState, rankWrites, type Write } from "../changes/index.ts";
import { fixedClock } from "../clock/index.ts";
import { newRecordId, type RecordId } from "../identity/index.ts";
import { planImport } from "./import-list.ts";

const OURS = siteNamed("ours");
const SITES = [OURS, siteNamed("village"), siteNamed("county")];
const IDS = ["film", "song"].map((name) => newRecordId(() => plainId(name)));
const SITE_FIELDS = ["number", "formerNumbers", "spoken", "reviewed", "sample"];

type Act =
  | {
      readonly type: "edit";
      readonly pc: number;
      readonly record: number;
      readonly field: string;
      readonly value: number;
    }
  | { readonly type: "undo"; readonly pc: number }
  | { readonly type: "clock"; readonly pc: number; readonly millis: number }
  | { readonly type: "import"; readonly pc: number; readonly from: number };

const pc = fc.nat(2);
const field = fc.constantFrom("title", "minutes", "number", "written-by-a-newer-version");
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant("edit"),
      pc,
      record: fc.nat(1),
      field,
      value: fc.nat(3),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("undo"), pc }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant("clock"), pc, millis: fc.nat(4_102_444_799_999) }),
  },
  { weight: 5, arbitrary: fc.record({ type: fc.constant("import"), pc, from: pc }) },
);
const acts = fc.array(act, { minLength: 1, maxLength: 40, size: "max" });

const importInto = (into: Pc, from: Pc): ReturnType<typeof planImport> => {
  const plan = planImport((id) => into.records.get(id), [...from.records.values()], into.site);
  for (const { id, after } of plan) into.records.set(id, after);
  return plan;
};

/** Three sites of one PC each that edit and take each other's lists; `look` sees every import. */
const run = (
  chosen: readonly Act[],
  look: (before: ReadonlyMap<RecordId, RecordState>, into: Pc, from: Pc) => void,
): readonly Pc[] => {
  const newId = countingIds("id");
  const clock = fixedClock(0);
  const pcs = SITES.map((site) => newPc(site, newId, clock.now()));
  for (const one of chosen) {
    const on = pcs[one.pc];
    if (on === undefined) continue;
    if (one.type === "clock") {
      clock.set(one.millis);
      on.now = clock.now();
    } else if (one.type === "undo") {
      commitOn(on, on.undoLine.pop()?.puts ?? []);
    } else if (one.type === "edit") {
      const id = IDS[one.record];
      if (id !== undefined) commitOn(on, [put({ id, kind: "courseware" }, one.field, one.value)]);
    } else {
      const from = pcs[one.from];
      if (from === undefined || from === on) continue;
      const before = new Map(on.records);
      importInto(on, from);
      look(before, on, from);
    }
  }
  return pcs;
};

const sameDot = (a: Write, b: Write): boolean =>
  a.dot.writer === b.dot.writer && a.dot.counter === b.dot.counter;

const each = (
  records: ReadonlyMap<RecordId, RecordState>,
  visit: (record: RecordState, field: string, writes: readonly Write[]) => void,
): void => {
  for (const record of records.values()) {
    for (const [name, writes] of Object.entries(record.fields)) visit(record, name, writes);
  }
};

describe("import of another site's list", () => {
  test("what this site wrote itself stays, and stays shown", () => {
    fc.assert(
      fc.property(acts, (chosen) => {
        run(chosen, (before, into) => {
          each(before, (record, name, writes) => {
            const after = into.records.get(record.id);
            const standing = after?.fields[name] ?? [];
            for (const write of writes) {
              if (write.site !== into.site) continue;
              expect(standing.some((other) => sameDot(other, write))).toBe(true);
            }
            const [shown] = rankWrites(record, name, into.site);
            if (shown?.site !== into.site || after === undefined) return;
            expect(rankWrites(after, name, into.site)[0]).toEqual(shown);
          });
        });
      }),
    );
  });

  test("loses nothing: what was here gives way only to those who replaced it; what is new stands", () => {
    fc.assert(
      fc.property(acts, (chosen) => {
        run(chosen, (before, into, from) => {
          each(before, (record, name, writes) => {
            const standing = into.records.get(record.id)?.fields[name] ?? [];
            const foreign = from.records.get(record.id);
            for (const write of writes) {
              if (standing.some((other) => sameDot(other, write))) continue;
              expect(foreign !== undefined && covers(foreign.seen, write.dot)).toBe(true);
              expect((foreign?.fields[name] ?? []).some((other) => sameDot(other, write))).toBe(
                false,
              );
            }
          });
          each(from.records, (record, name, writes) => {
            if (SITE_FIELDS.includes(name)) return;
            const mine = before.get(record.id);
            const standing = into.records.get(record.id)?.fields[name] ?? [];
            for (const write of writes) {
              const known = mine !== undefined && covers(mine.seen, write.dot);
              expect(known || standing.some((other) => sameDot(other, write))).toBe(true);
            }
          });
        });
      }),
    );
  });

  test("taken twice, the second time changes nothing", () => {
    fc.assert(
      fc.property(acts, (chosen) => {
        run(chosen, (_, into, from) => {
          const once = textOf(into.records);
          const plan = importInto(into, from);
          expect(plan.map(({ verdict }) => verdict)).toEqual(plan.map(() => "same"));
          expect(textOf(into.records)).toBe(once);
        });
      }),
    );
  });

  test("another site's number never becomes ours", () => {
    fc.assert(
      fc.property(acts, (chosen) => {
        run(chosen, (before, into) => {
          for (const [id, record] of into.records) {
            expect(record.fields["number"]).toEqual(before.get(id)?.fields["number"]);
          }
        });
      }),
    );
  });

  test("in whatever order two lists are taken, the same values stand", () => {
    fc.assert(
      fc.property(acts, (chosen) => {
        const [ours, village, county] = run(chosen, () => {});
        if (ours === undefined || village === undefined || county === undefined) return;
        const other: Pc = { ...ours, records: new Map(ours.records) };
        importInto(ours, village);
        importInto(ours, county);
        importInto(other, county);
        importInto(other, village);
        // Which site's number is remembered as the 原编号 may depend on who came first.
        const values = (one: Pc) =>
          [...standingIn(one.records)].filter((key) => !key.includes("/originalNumber/")).sort();
        expect(values(ours)).toEqual(values(other));
      }),
    );
  });

  test("two PCs of this site that each took a list still merge without loss", () => {
    fc.assert(
      fc.property(acts, (chosen) => {
        const newId = countingIds("second");
        const [first, village, county] = run(chosen, () => {});
        if (first === undefined || village === undefined || county === undefined) return;
        const second = newPc(OURS, newId, first.now);
        pull(second, first);
        for (const id of IDS) commitOn(second, [put({ id, kind: "courseware" }, "title", 9)]);
        importInto(first, village);
        importInto(second, county);
        const own = [first, second].flatMap((one) =>
          [...one.records.values()].flatMap((record) =>
            Object.entries(record.fields).flatMap(([name, writes]) =>
              writes.map((write) => ({ record: record.id, name, write })),
            ),
          ),
        );
        const [a, b]: readonly Pc[] = [
          { ...first, records: new Map(first.records) },
          { ...second, records: new Map(second.records) },
        ];
        if (a === undefined || b === undefined) return;
        pull(a, second);
        pull(b, first);
        expect(textOf(a.records)).toBe(textOf(b.records));
        for (const { record, name, write } of own) {
          const standing = a.records.get(record)?.fields[name] ?? [];
          const stands = standing.some((other) => sameDot(other, write));
          const replaced = [first, second].some((one) => {
            const held = one.records.get(record);
            return (
              held !== undefined &&
              covers(held.seen, write.dot) &&
              !(held.fields[name] ?? []).some((other) => sameDot(other, write))
            );
          });
          expect(stands || replaced).toBe(true);
        }
      }),
    );
  });
});
