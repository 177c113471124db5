import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { plainId } from "../../testing/pc.ts";
import { CATEGORIES, type Category } from "../category/index.ts";
import { fixedClock, minutesSchema } from "../clock/index.ts";
import type { Courseware } from "../courseware/index.ts";
import { newRecordId, type RecordId } from "../identity/index.ts";
import { claimOf, fitMinutes, type Group } from "./fit-minutes.ts";
import type { KeptSlot, Proposal, ProposalConditions, ProposalFacts } from "./proposal.ts";
import { proposeMenu, redrawSlot } from "./propose-menu.ts";
import type { Weighed } from "./weigh-items.ts";

const DAY = 24 * 60 * 60 * 1000;
const now = fixedClock(Date.UTC(2026, 10, 24)).now();
const at = (daysAgo: number) => fixedClock(now - daysAgo * DAY).now();
const idOf = (index: number): RecordId => newRecordId(() => plainId(`item-${index}`));

const itemOf = (index: number, minutes: number, category: Category): Courseware => ({
  id: idOf(index),
  title: `课件${index}`,
  kind: "video",
  life: "alive",
  pending: [],
  category,
  minutes: v.parse(minutesSchema, minutes),
});

const pools = (most: number, longest: number) =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: longest }), fc.constantFrom(...CATEGORIES)), {
      maxLength: most,
    })
    .map((rows) => rows.map(([minutes, category], index) => itemOf(index, minutes, category)));

const conditionsOf = (longest: number) =>
  fc.record<ProposalConditions>({
    minutes: fc.integer({ min: 0, max: longest }),
    tolerance: fc.integer({ min: 0, max: 6 }),
    categories: fc.subarray([...CATEGORIES]),
    words: fc.constant([]),
    first: fc.subarray(["wished", "never-played", "new"]),
    restWeeks: fc.integer({ min: 0, max: 8 }),
  });

const factsOf = fc
  .tuple(fc.array(fc.tuple(fc.nat(40), fc.nat(9))), fc.array(fc.tuple(fc.nat(40), fc.nat(100))))
  .map(
    ([wishes, plays]): ProposalFacts => ({
      now,
      wishes: new Map(wishes.map(([index, count]) => [idOf(index), count])),
      lastPlayed: new Map(plays.map(([index, days]) => [idOf(index), at(days)])),
      newSince: at(30),
    }),
  );

const sumOf = (items: readonly { readonly minutes?: number | null | undefined }[]): number =>
  items.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);

/** What may be drawn at all, told a second time in the simplest words. */
const drawable = (
  pool: readonly Courseware[],
  { categories, restWeeks }: ProposalConditions,
  { lastPlayed }: ProposalFacts,
): readonly Courseware[] =>
  pool.filter(({ id, minutes, category }) => {
    const last = lastPlayed.get(id);
    return (
      (minutes ?? 0) > 0 &&
      (categories.length === 0 || categories.some((one) => one === category)) &&
      (restWeeks === 0 || last === undefined || last <= now - restWeeks * 7 * DAY)
    );
  });

/** Every total that some choice reaches, by trying all choices. */
const totalsOf = (items: readonly Courseware[]): ReadonlySet<number> => {
  const totals = new Set<number>();
  for (let choice = 0; choice < 2 ** items.length; choice += 1) {
    totals.add(sumOf(items.filter((_, index) => (choice >> index) % 2 === 1)));
  }
  return totals;
};

const idsOf = ({ slots }: Proposal): readonly RecordId[] => slots.map(({ item }) => item.id);

describe("a proposal", () => {
  test("property: reaches the minutes wherever some choice does, else the nearest below, never more", () => {
    fc.assert(
      fc.property(
        pools(10, 40),
        conditionsOf(120),
        factsOf,
        fc.nat(),
        (pool, wish, facts, seed) => {
          const proposal = proposeMenu(pool, wish, facts, [], seed);
          const totals = [...totalsOf(drawable(pool, wish, facts))].filter(
            (total) => total <= wish.minutes,
          );
          const nearest = Math.max(...totals);
          const left = wish.minutes - proposal.minutes;
          expect(proposal.minutes).toBe(sumOf(proposal.slots.map(({ item }) => item)));
          expect(left).toBeGreaterThanOrEqual(0);
          if (nearest >= wish.minutes - wish.tolerance) {
            expect(proposal.verdict).toEqual({ type: "full", left });
            expect(left).toBeLessThanOrEqual(wish.tolerance);
          } else {
            expect(proposal.minutes).toBe(nearest);
            expect(proposal.verdict.type).toBe(
              drawable(pool, wish, facts).length === 0
                ? "empty-pool"
                : nearest === 0
                  ? "too-little-room"
                  : "nearest",
            );
          }
          expect(new Set(idsOf(proposal)).size).toBe(proposal.slots.length);
          for (const { reasons } of proposal.slots) expect(reasons.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  test("property: of all choices with as many minutes it is the best one", () => {
    const weighed = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 0, max: 40 })), {
        maxLength: 5,
      })
      .map((rows): readonly (readonly [number, number])[] => rows);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(weighed, fc.nat(30)), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 0, max: 70 }),
        fc.nat(5),
        (rows, room, tolerance) => {
          let made = 0;
          const groups = rows.map(([lengths, share]): Group => {
            const items = lengths.map(([minutes, worth]): Weighed => {
              made += 1;
              return { item: itemOf(made, minutes, 1), minutes, worth, reasons: [] };
            });
            return { items, share };
          });
          const all = groups.flatMap(({ items }) => items);
          const worthOf = (chosen: ReadonlySet<Weighed>): number =>
            groups.reduce((sum, { items, share }) => {
              const own = items.filter((one) => chosen.has(one));
              const worth = own.reduce((total, one) => total + one.worth, 0);
              return sum + worth + claimOf(share, sumOf(own));
            }, 0);
          const fit = fitMinutes(groups, room, tolerance);
          const mine = worthOf(new Set(fit.chosen));
          expect(fit.minutes).toBe(sumOf(fit.chosen));
          for (let choice = 0; choice < 2 ** all.length; choice += 1) {
            const chosen = all.filter((_, index) => (choice >> index) % 2 === 1);
            const minutes = sumOf(chosen);
            if (minutes > room || minutes < Math.min(fit.minutes, room - tolerance)) continue;
            expect(worthOf(new Set(chosen))).toBeLessThanOrEqual(mine + 1e-9);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  test("property: what was locked stays where it was, and alone passes the session at most", () => {
    fc.assert(
      fc.property(
        pools(30, 60),
        conditionsOf(180),
        factsOf,
        fc.nat(),
        fc.subarray([0, 1, 2, 4, 7]),
        (pool, wish, facts, seed, places) => {
          const kept = places.flatMap((place, index): KeptSlot[] => {
            const item = pool[index * 3];
            return item === undefined ? [] : [{ item, because: "locked", place }];
          });
          const proposal = proposeMenu(pool, wish, facts, kept, seed);
          const ids = idsOf(proposal);
          const drawn = ids.length - kept.length;
          for (const [index, { item, place }] of kept.entries()) {
            expect(ids.indexOf(item.id)).toBe(Math.min(place, index + drawn));
            expect(proposal.slots[ids.indexOf(item.id)]?.reasons).toEqual([{ type: "locked" }]);
          }
          const stays = sumOf(kept.map(({ item }) => item));
          if (stays > wish.minutes) {
            expect(drawn).toBe(0);
            expect(proposal.verdict).toEqual({ type: "kept-too-long", over: stays - wish.minutes });
          } else {
            expect(proposal.minutes).toBeLessThanOrEqual(wish.minutes);
          }
          expect(new Set(ids).size).toBe(ids.length);
        },
      ),
    );
  });

  test("property: one seed, one proposal, in whatever order the pool lies", () => {
    fc.assert(
      fc.property(
        pools(30, 60),
        conditionsOf(180),
        factsOf,
        fc.nat(),
        fc.infiniteStream(fc.nat()),
        (pool, wish, facts, seed, order) => {
          const shuffled = pool
            .map((item) => ({ item, key: order.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
          expect(proposeMenu(shuffled, wish, facts, [], seed)).toEqual(
            proposeMenu(pool, wish, facts, [], seed),
          );
        },
      ),
    );
  });

  test("property: one place drawn again changes that place alone, and never passes the session", () => {
    fc.assert(
      fc.property(
        pools(30, 60),
        conditionsOf(180),
        factsOf,
        fc.nat(),
        fc.nat(5),
        (pool, wish, facts, seed, chosen) => {
          const proposal = proposeMenu(pool, wish, facts, [], seed);
          if (proposal.slots.length === 0) return;
          const place = chosen % proposal.slots.length;
          const had = new Set<RecordId>();
          let now = proposal;
          // Every item that goes in there comes up once before one comes up again.
          for (let draw = 0; draw < 8; draw += 1) {
            const before = now.slots[place]?.item.id;
            if (before !== undefined) had.add(before);
            const next = redrawSlot(pool, wish, facts, now, place, had, seed);
            if (!next.ok) return;
            const ids = idsOf(next.value);
            expect(ids.filter((_, index) => index !== place)).toEqual(
              idsOf(proposal).filter((_, index) => index !== place),
            );
            expect(ids[place]).not.toBe(before);
            expect(new Set(ids).size).toBe(ids.length);
            expect(next.value.minutes).toBeLessThanOrEqual(wish.minutes);
            expect(next.value.minutes).toBe(sumOf(next.value.slots.map(({ item }) => item)));
            now = next.value;
          }
        },
      ),
    );
  });
});
