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
import { CATEGORIES, type Category } from "../category/index.ts";
import type { RecordState } from "../changes/index.ts";
import { fixedClock } from "../clock/index.ts";
import { type Courseware, isListed, readCourseware } from "../courseware/index.ts";
import { type NewId, newRecordId, type RecordId } from "../identity/index.ts";
import { takeList } from "../sharing/index.ts";
import { readEditionContent } from "./edition-rows.ts";
import {
  addCourseware,
  deleteCourseware,
  fileCourseware,
  restoreCourseware,
} from "./file-courseware.ts";
import { writtenByHand } from "./hand-written.ts";
import { findNumberClashes, settleNumberClashes } from "./number-clashes.ts";
import { type NumberLease, readNumberLease } from "./number-lease.ts";
import { type NumberBook, takenNumbers } from "./numbering.ts";
import { printEdition } from "./print-edition.ts";
import { numberAt } from "./programme-number.ts";
import { speakNumbers } from "./speak-numbers.ts";

const site = siteNamed("site");

/** States never change, so each is read once: these properties read whole books at every step. */
const itemOf = new WeakMap<RecordState, readonly Courseware[]>();
const leaseOf = new WeakMap<RecordState, readonly NumberLease[]>();

const itemsOf = (record: RecordState): readonly Courseware[] => {
  const held = itemOf.get(record);
  if (held !== undefined) return held;
  const read = record.kind === "courseware" ? readCourseware(record, site) : undefined;
  const items = read?.ok === true ? [read.value] : [];
  itemOf.set(record, items);
  return items;
};

const leasesOf = (record: RecordState): readonly NumberLease[] => {
  const held = leaseOf.get(record);
  if (held !== undefined) return held;
  const read = record.kind === "number-lease" ? readNumberLease(record, site) : undefined;
  const leases = read?.ok === true ? [read.value] : [];
  leaseOf.set(record, leases);
  return leases;
};

const bookOf = (pc: Pc): NumberBook => {
  const records = [...pc.records.values()];
  return {
    device: pc.device,
    items: records.flatMap(itemsOf),
    leases: records.flatMap(leasesOf),
  };
};

type Act =
  | { readonly type: "add"; readonly pc: number; readonly category: Category }
  | {
      readonly type: "file";
      readonly pc: number;
      readonly item: number;
      readonly category: Category;
    }
  | {
      readonly type: "speak" | "delete" | "restore" | "import";
      readonly pc: number;
      readonly item: number;
    }
  | { readonly type: "print"; readonly pc: number; readonly blanks: number }
  /** Somebody wrote it into a blank row with a pen. */
  | { readonly type: "write"; readonly pc: number; readonly item: number; readonly place: number }
  | { readonly type: "settle" | "sync"; readonly pc: number };

const pc = fc.nat(1);
const item = fc.nat(30);
// Two shelves are enough to move between, and few enough to meet on.
const category: fc.Arbitrary<Category> = fc.constantFrom(1, 2);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ type: fc.constant("add"), pc, category }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant("file"), pc, item, category }) },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constantFrom("speak", "delete", "restore"), pc, item }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("import"), pc, item }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant("print"), pc, blanks: fc.nat(3) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant("write"),
      pc,
      item,
      place: fc.integer({ min: 1, max: 14 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constantFrom("settle", "sync"), pc }) },
);

interface Told {
  /** Which item people were told under which number; nobody ever unhears it. */
  readonly items: Map<number, Set<RecordId>>;
}

const hear = (told: Told, on: Pc): void => {
  for (const { id, spokenNumbers } of bookOf(on).items) {
    for (const number of spokenNumbers ?? []) {
      told.items.set(number, (told.items.get(number) ?? new Set()).add(id));
    }
  }
};

const settleOn = (on: Pc, newId: NewId): void => {
  const settled = settleNumberClashes(bookOf(on), newId);
  if (settled.ok) commitOn(on, settled.value.puts);
};

const add = (on: Pc, shelf: Category, newId: NewId): void => {
  const added = addCourseware(
    newRecordId(newId),
    { title: "t", kind: "video", category: shelf, clippedAt: on.now },
    bookOf(on),
    newId,
  );
  if (added.ok) commitOn(on, added.value.puts);
};

/** Eight items of a neighbouring site, under numbers of its own. */
const neighbours: readonly RecordState[] = (() => {
  const newId = countingIds("other");
  const pc = newPc(siteNamed("other"), newId, fixedClock(Date.UTC(2026, 9, 1)).now());
  for (let count = 0; count < 8; count += 1) add(pc, count % 2 === 0 ? 1 : 2, newId);
  return [...pc.records.values()].filter(({ kind }) => kind === "courseware");
})();

/** Takes one item of the neighbours' list, perhaps not for the first time. */
const importOn = (on: Pc, chosen: number, newId: NewId): void => {
  const record = neighbours[chosen % neighbours.length];
  if (record === undefined) return;
  const book = bookOf(on);
  const taken = takeList(
    {
      version: 1,
      madeAt: on.now,
      site: siteNamed("other"),
      siteName: "邻村",
      name: "清单",
      records: [record],
      files: [],
    },
    {
      records: on.records,
      items: new Map(book.items.map((one) => [one.id, one])),
      menus: new Map(),
      book,
      site,
      newId,
    },
  );
  if (!taken.ok) throw new Error(taken.error.type);
  for (const state of taken.value.states) on.records.set(state.id, state);
  commitOn(on, taken.value.changes.puts);
};

/** Prints an edition, as 「印好了」 does. */
const printOn = (on: Pc, blanks: number, newId: NewId): void => {
  const editions = [...on.records.values()].filter(({ kind }) => kind === "edition");
  const printed = printEdition(
    bookOf(on),
    { number: editions.length + 1, month: "2026-11", at: on.now },
    { 1: blanks, 2: blanks, 3: 0, 4: 0, 5: 0 },
    newId,
  );
  if (printed.ok) commitOn(on, printed.value.puts);
};

const changeItem = (
  on: Pc,
  chosen: Exclude<Act, { readonly type: "add" | "settle" | "sync" | "import" | "print" }>,
  newId: NewId,
): void => {
  const { items } = bookOf(on);
  const one = items[chosen.item % Math.max(1, items.length)];
  const record = one && on.records.get(one.id);
  if (one === undefined || record === undefined) return;
  switch (chosen.type) {
    case "speak":
      commitOn(on, speakNumbers([one]));
      return;
    case "delete":
      commitOn(on, deleteCourseware([record]).puts);
      return;
    case "restore":
      commitOn(on, restoreCourseware([record]).puts);
      return;
    case "write": {
      if (!isListed(one)) return;
      const number = numberAt(one.category ?? 1, chosen.place);
      const written = writtenByHand(one, number, bookOf(on), newId);
      if (written.ok) commitOn(on, written.value.puts);
      return;
    }
    case "file": {
      const filed = fileCourseware([one], chosen.category, bookOf(on), newId);
      if (filed.ok) commitOn(on, filed.value.puts);
    }
  }
};

const run = (
  acts: readonly Act[],
): { readonly pcs: readonly [Pc, Pc]; readonly told: Told; readonly newId: NewId } => {
  const newId = countingIds("id");
  const now = fixedClock(Date.UTC(2026, 10, 24)).now();
  const pcs: readonly [Pc, Pc] = [newPc(site, newId, now), newPc(site, newId, now)];
  const told: Told = { items: new Map() };
  for (const chosen of acts) {
    const on = pcs[chosen.pc === 0 ? 0 : 1];
    if (chosen.type === "add") add(on, chosen.category, newId);
    else if (chosen.type === "import") importOn(on, chosen.item, newId);
    else if (chosen.type === "print") printOn(on, chosen.blanks, newId);
    else if ("item" in chosen) changeItem(on, chosen, newId);
    else if (chosen.type === "settle") settleOn(on, newId);
    else {
      pull(pcs[0], pcs[1]);
      pull(pcs[1], pcs[0]);
    }
    hear(told, on);
  }
  return { pcs, told, newId };
};

/** Both PCs meet, settle, and meet again, until nothing is left to settle. */
const meet = ([a, b]: readonly [Pc, Pc], newId: NewId): void => {
  for (let round = 0; round < 4; round += 1) {
    pull(a, b);
    pull(b, a);
    settleOn(round % 2 === 0 ? a : b, newId);
  }
  pull(a, b);
  pull(b, a);
};

const carriers = (items: readonly Courseware[]): ReadonlyMap<number, readonly Courseware[]> => {
  const by = new Map<number, Courseware[]>();
  for (const one of items.filter(isListed)) {
    if (one.number != null) by.set(one.number, [...(by.get(one.number) ?? []), one]);
  }
  return by;
};

const acts = fc.array(act, { minLength: 1, maxLength: 30, size: "max" });

describe("numbers over random histories of two posts", () => {
  test("once two posts have met, every number means what people were told, and one thing only", () => {
    fc.assert(
      fc.property(acts, (chosen) => {
        const { pcs, told, newId } = run(chosen);
        meet(pcs, newId);
        const { items } = bookOf(pcs[0]);
        for (const [number, carrying] of carriers(items)) {
          // Two items answer to one number only if people were told both.
          if (carrying.length > 1) {
            const heard = carrying.map(({ spokenNumbers }) => spokenNumbers?.includes(number));
            expect([number, ...heard]).toEqual([number, ...carrying.map(() => true)]);
          }
          // A number people were told never names another item.
          const owners = told.items.get(number);
          if (owners === undefined) continue;
          expect(carrying.map(({ id }) => [number, owners.has(id)])).toEqual(
            carrying.map(() => [number, true]),
          );
        }
        // And it is never given away, though its item be deleted or moved.
        const taken = takenNumbers(items);
        for (const number of told.items.keys()) {
          expect([number, taken.has(number)]).toEqual([number, true]);
        }
        // Whoever still has an old edition in hand: its numbers call what stands beside them there.
        for (const record of pcs[0].records.values()) {
          if (record.kind !== "edition") continue;
          for (const { id, number } of readEditionContent(record, site)?.rows ?? []) {
            const one = items.find((each) => each.id === id);
            expect([number, one?.spokenNumbers?.includes(number)]).toEqual([number, true]);
          }
        }
        expect(textOf(pcs[0].records)).toBe(textOf(pcs[1].records));
      }),
    );
  });

  test("both replicas find the same clashes", () => {
    fc.assert(
      fc.property(acts, (chosen) => {
        const { pcs } = run(chosen);
        pull(pcs[0], pcs[1]);
        pull(pcs[1], pcs[0]);
        const found = pcs.map((one) =>
          findNumberClashes(bookOf(one).items).map(({ number, keepers, losers }) => ({
            number,
            keepers: keepers.map(({ id }) => id),
            losers: losers.map(({ id }) => id),
          })),
        );
        expect(found[0]).toEqual(found[1]);
      }),
    );
  });

  test("on one PC no number ever moves once it is printed, whatever is filed, deleted, imported or printed after", () => {
    fc.assert(
      fc.property(acts, (chosen) => {
        const newId = countingIds("id");
        const one = newPc(site, newId, fixedClock(Date.UTC(2026, 10, 24)).now());
        const printed = new Map<RecordId, number>();
        for (const act of chosen) {
          if (act.type === "add") add(one, act.category, newId);
          else if (act.type === "import") importOn(one, act.item, newId);
          else if (act.type === "print") printOn(one, act.blanks, newId);
          else if ("item" in act) changeItem(one, act, newId);
          const { items } = bookOf(one);
          for (const { id, number } of items) {
            if (printed.has(id)) expect([id, number]).toEqual([id, printed.get(id)]);
          }
          if (act.type !== "print") continue;
          for (const { id, number } of items.filter(isListed)) {
            if (number != null) printed.set(id, number);
          }
        }
        // And each number is one item's.
        expect(new Set(printed.values()).size).toBe(printed.size);
      }),
    );
  });

  test("on one PC numbers rise without a gap, shelf by shelf", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CATEGORIES), { maxLength: 60 }), (shelves) => {
        const newId = countingIds("id");
        const one = newPc(site, newId, fixedClock(0).now());
        for (const shelf of shelves) add(one, shelf, newId);
        for (const shelf of CATEGORIES) {
          const numbers = bookOf(one)
            .items.filter((each) => each.category === shelf)
            .map(({ number }) => number);
          expect(numbers).toEqual(numbers.map((_, at) => shelf * 1000 + at + 1));
        }
      }),
    );
  });
});
