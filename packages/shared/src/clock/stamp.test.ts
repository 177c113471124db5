import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { civilDateOf, fixedClock, minutesOfSeconds } from "./instant.ts";
import { compareStamps, nextStamp, type Stamp } from "./stamp.ts";

const LAST_MILLI = 4_102_444_799_999;
const at = (millis: number) => fixedClock(millis).now();

describe("the hybrid clock", () => {
  test("a stamp from the future that was received never drags this clock along", () => {
    const mine = nextStamp(undefined, at(1_000));
    const received: Stamp = { millis: at(LAST_MILLI), tick: 7 };
    const next = nextStamp(mine, at(1_001));
    expect(compareStamps(next, received)).toBeLessThan(0);
    expect(next).toEqual({ millis: 1_001, tick: 0 });
  });

  test("property: stamps rise within a run unless the clock was set back by more than a minute", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(LAST_MILLI), { minLength: 2 }), (readings) => {
        let last: Stamp | undefined;
        for (const reading of readings) {
          const next = nextStamp(last, at(reading));
          const setBack = last !== undefined && last.millis - reading > 60_000;
          if (last !== undefined && !setBack) expect(compareStamps(last, next)).toBeLessThan(0);
          if (setBack) expect(next).toEqual({ millis: reading, tick: 0 });
          expect(next.millis).toBeLessThanOrEqual(LAST_MILLI);
          last = next;
        }
      }),
    );
  });

  test("property: many writes in a clock that steps back a little still rise", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -20_000, max: 20_000 }), { minLength: 2 }),
        (steps) => {
          let last: Stamp = nextStamp(undefined, at(1_000_000_000));
          for (const step of steps) {
            const next = nextStamp(last, at(1_000_000_000 + step));
            expect(compareStamps(last, next)).toBeLessThan(0);
            last = next;
          }
        },
      ),
    );
  });
});

describe("dates and minutes", () => {
  test("a date is the site's day, not the world's", () => {
    expect(civilDateOf(at(Date.UTC(2026, 10, 24, 15, 59)))).toBe("2026-11-24");
    expect(civilDateOf(at(Date.UTC(2026, 10, 24, 16, 0)))).toBe("2026-11-25");
    expect(civilDateOf(at(0))).toBe("1970-01-01");
    expect(civilDateOf(at(LAST_MILLI), "UTC")).toBe("2099-12-31");
  });

  test("minutes are whole, at least one, and 0 where nobody knows", () => {
    expect([20, 67, 254, 1860, 1e9].map(minutesOfSeconds)).toEqual([1, 1, 4, 31, 1440]);
    expect([Number.NaN, Number.POSITIVE_INFINITY].map(minutesOfSeconds)).toEqual([0, 0]);
  });
});
