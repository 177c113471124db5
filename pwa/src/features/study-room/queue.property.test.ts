import { type RecordId, recordIdSchema } from "@dianbo/shared/identity";
import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import { goOn, type Part, type Place, partsAhead, presentPart, spareFor } from "./place.ts";
import { bringForward, canTakeBack, moveInQueue, takeBack, takeOut } from "./queue.ts";

const idOf = (name: string): RecordId => v.parse(recordIdSchema, name.padEnd(24, "x"));
const partsOf = (count: number): Part[] =>
  Array.from({ length: count }, (_, index) => ({ item: idOf(`item${index}`) }));
const place: fc.Arbitrary<Place> = fc.integer({ min: 1, max: 8 }).chain((count) =>
  fc.record({
    parts: fc.constant(partsOf(count)),
    at: fc.integer({ min: 0, max: count - 1 }),
    seconds: fc.nat(600),
  }),
);
const index = fc.integer({ min: -1, max: 9 });
const edit = fc.oneof(
  index.map((at) => (now: Place) => takeOut(now, at)),
  fc.tuple(index, index).map(
    ([from, to]) =>
      (now: Place) =>
        moveInQueue(now, from, to),
  ),
);

test("property: what is on is never touched, and taking back all changes gives the queue of before", () => {
  fc.assert(
    fc.property(place, fc.array(edit, { maxLength: 12 }), (start, edits) => {
      const changed = edits.reduce((now, change) => change(now), start);
      expect([changed.at, changed.seconds, presentPart(changed)]).toEqual([
        start.at,
        start.seconds,
        presentPart(start),
      ]);
      let back = changed;
      for (let step = 0; canTakeBack(back) && step < 100; step += 1) back = takeBack(back);
      expect(back.parts).toEqual(start.parts);
    }),
  );
});

test("property: taking back after the evening has gone on puts the part in behind what is on", () => {
  fc.assert(
    fc.property(place, index, (start, at) => {
      const taken = takeOut(start, at);
      fc.pre(taken !== start);
      const later = goOn(taken);
      fc.pre(presentPart(later) !== undefined);
      const back = takeBack(later);
      expect(back.parts).toHaveLength(start.parts.length);
      expect(back.parts.slice(0, later.at + 1)).toEqual(later.parts.slice(0, later.at + 1));
    }),
  );
});

test("property: what is brought forward is on, and nothing of the queue is lost", () => {
  fc.assert(
    fc.property(place, fc.boolean(), (start, begun) => {
      fc.pre(partsAhead(start).length > 0);
      const wanted = start.parts.length - 1;
      const now = bringForward(start, wanted, begun);
      expect(presentPart(now)).toEqual(start.parts[wanted]);
      expect(new Set(now.parts)).toEqual(new Set(start.parts));
      expect(now.seconds).toBe(0);
    }),
  );
});

test("a spare steps in once an evening, never for itself, never where somebody called alone", () => {
  const menu = idOf("menu");
  const spare = idOf("spare");
  const at = (...parts: Part[]): Place => ({ parts, at: parts.length - 1, seconds: 0 });
  const film: Part = { item: idOf("film"), menu };
  expect(spareFor(at(film), () => spare)).toEqual({ item: spare, menu, spare: true });
  expect(spareFor(at({ item: spare, menu }), () => spare)).toBeUndefined();
  expect(spareFor(at({ item: idOf("film") }), () => spare)).toBeUndefined();
  expect(spareFor(at({ item: spare, menu, spare: true }, film), () => spare)).toBeUndefined();
  expect(spareFor(at(film), () => undefined)).toBeUndefined();
});
