import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase41, toBase41 } from "./base41.ts";
import { type CodeSeen, openCodeReader } from "./code-reader.ts";
import { BLOCK_BYTES, filmOf } from "./fountain.ts";
import { readFrame, writeFrame } from "./frame.ts";
import { gatheringFor } from "./gathering.ts";

/** A hostile code is tried at least so often, whatever the number of cases of other properties. */
const runs = (): fc.Parameters<unknown> => ({
  numRuns: Math.max(1_000, fc.readConfigureGlobal().numRuns ?? 0),
});

const someBytes = (most: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: 1, maxLength: most });

/** Takes frames in an order until nothing is missing; answers what came out, or that it never did. */
const gatheredFrom = (
  bytes: Uint8Array,
  numbers: readonly number[],
): "missing" | "damaged" | Uint8Array => {
  const film = filmOf(bytes);
  let gathering: ReturnType<typeof gatheringFor> | undefined;
  for (const number of numbers) {
    const frame = readFrame(film.frame(number));
    if (!frame.ok) throw new Error(frame.error.type);
    gathering ??= gatheringFor(frame.value);
    gathering.take(frame.value);
    if (gathering.whole() !== "missing") break;
  }
  return gathering?.whole() ?? "missing";
};

test("any bytes come back from base 41, and other text gives none or reads back the same", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(fromBase41(toBase41(bytes))).toEqual(bytes);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii", maxLength: 40 }), (text) => {
      const bytes = fromBase41(text.toUpperCase());
      if (bytes !== undefined) expect(toBase41(bytes)).toBe(text.toUpperCase());
    }),
  );
});

test("any bytes come back from frames in any order, some of them lost, some twice", () => {
  fc.assert(
    fc.property(
      someBytes(40 * BLOCK_BYTES),
      fc.nat(2 ** 24),
      fc.double({ min: 0, max: 0.6, noNaN: true }),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      (bytes, first, loss, chances) => {
        const blocks = Math.ceil(bytes.length / BLOCK_BYTES);
        const chance = (): number => chances.next().value ?? 0;
        const seen = Array.from({ length: blocks * 3 + 40 }, (_, place) => first + place)
          .filter(() => chance() >= loss)
          .flatMap((number) => (chance() < 0.2 ? [number, number] : [number]))
          .map((number) => ({ number, place: chance() }))
          .sort((a, b) => a.place - b.place)
          .map(({ number }) => number);
        // Which frames are enough is a matter of luck, and forty more than enough make it certain.
        const more = Array.from({ length: blocks * 2 + 40 }, (_, place) => first + 10_000 + place);
        expect(gatheredFrom(bytes, [...seen, ...more])).toEqual(bytes);
      },
    ),
  );
});

test("as many frames that tell something new as there are blocks are enough", () => {
  fc.assert(
    fc.property(someBytes(20 * BLOCK_BYTES), fc.nat(2 ** 24), (bytes, first) => {
      const film = filmOf(bytes);
      const start = readFrame(film.frame(first));
      if (!start.ok) throw new Error(start.error.type);
      const gathering = gatheringFor(start.value);
      for (let number = first; gathering.held() < film.blocks; number += 1) {
        const frame = readFrame(film.frame(number));
        if (!frame.ok) throw new Error(frame.error.type);
        expect(gathering.whole()).toBe("missing");
        const before = gathering.held();
        const taken = gathering.take(frame.value);
        expect(gathering.held() - before).toBe(taken === "taken" ? 1 : 0);
        // The same once more tells nothing.
        expect(gathering.take(frame.value)).toBe("known");
      }
      expect(gathering.whole()).toEqual(bytes);
    }),
  );
});

test("frames of another list are refused and change nothing", () => {
  fc.assert(
    fc.property(
      someBytes(8 * BLOCK_BYTES),
      someBytes(8 * BLOCK_BYTES),
      fc.array(fc.nat(2 ** 24), { maxLength: 20 }),
      (bytes, others, numbers) => {
        fc.pre(bytes.join() !== others.join());
        const own = readFrame(filmOf(bytes).frame(0));
        if (!own.ok) throw new Error(own.error.type);
        const gathering = gatheringFor(own.value);
        gathering.take(own.value);
        const before = gathering.held();
        const film = filmOf(others);
        for (const number of numbers) {
          const frame = readFrame(film.frame(number));
          if (frame.ok) expect(gathering.take(frame.value)).toBe("of-another-list");
        }
        expect(gathering.held()).toBe(before);
      },
    ),
  );
});

test("a changed, cut or enlarged frame is answered by a value, and no wrong list comes of it", () => {
  const bytes = Uint8Array.from({ length: 3_000 }, (_, at) => (at * 7919) % 251);
  const film = filmOf(bytes);
  fc.assert(
    fc.property(
      fc.nat(2 ** 24),
      fc.array(
        fc.record({
          at: fc.nat(420),
          sign: fc.string({ unit: "binary", maxLength: 3 }),
          cut: fc.nat(30),
        }),
        { minLength: 1, maxLength: 5 },
      ),
      (number, changes) => {
        let frame = film.frame(number);
        for (const { at, sign, cut } of changes) {
          frame = frame.slice(0, at) + sign + frame.slice(at + cut);
        }
        const reader = openCodeReader();
        reader.see(film.frame(0));
        const seen: CodeSeen = reader.see(frame);
        expect(seen.type).not.toBe("list");
        expect(reader.see(film.frame(1)).type).toBe("frame");
      },
    ),
    runs(),
  );
});

test("any bytes and any header are answered by a value", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(typeof openCodeReader().see(`DB3.${toBase41(bytes)}`).type).toBe("string");
    }),
    runs(),
  );
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          mark: fc.constantFrom(0, 1, 0xffffffff),
          length: fc.oneof(fc.nat(2 ** 24 - 1), fc.constant(40)),
          number: fc.nat(2 ** 24 - 1),
          degree: fc.oneof(fc.nat(2 ** 16 - 1), fc.integer({ min: 1, max: 3 })),
          block: fc.uint8Array({ maxLength: 40 }),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      (frames) => {
        const reader = openCodeReader();
        for (const frame of frames) {
          const { type } = reader.see(writeFrame(frame));
          expect(type).not.toBe("list");
        }
      },
    ),
    runs(),
  );
});
