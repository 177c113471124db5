import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { plainId, siteNamed } from "../../testing/pc.ts";
import { fixedClock, type Instant, instantSchema } from "../clock/index.ts";
import { newSiteId } from "../identity/index.ts";
import { channelIdSchema } from "./channel-index.ts";
import { type Checking, nextCheck } from "./check-schedule.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const channel = v.parse(channelIdSchema, plainId("county-channel"));
const at = (millis: number): Instant => v.parse(instantSchema, Math.floor(millis));
/** Nine in the morning in China. */
const morning = fixedClock(Date.UTC(2026, 10, 30, 1)).now();
const siteAt = (number: number) => newSiteId(() => `site${String(number).padStart(20, "-")}`);
const about = (number = 1, openedAt: Instant = morning, now: Instant = openedAt) => ({
  site: siteAt(number),
  channel,
  openedAt,
  now,
});
const daily = (more: Partial<Checking> = {}): Checking => ({
  rhythm: "daily",
  failures: 0,
  ...more,
});
const hourInChina = (instant: number): number => ((instant + 8 * HOUR) % DAY) / HOUR;

describe("when a channel's host is asked for news", () => {
  test("never, where nobody wanted it", () => {
    expect(nextCheck(daily({ rhythm: "never" }), about())).toBeUndefined();
  });

  test("some minutes after the page was opened, where it never was", () => {
    const next = nextCheck(daily(), about()) ?? 0;
    expect(next - morning).toBeGreaterThanOrEqual(60_000);
    expect(next - morning).toBeLessThanOrEqual(600_000);
  });

  test("once a day at the site's own hour, while the page stays open", () => {
    let askedAt = nextCheck(daily(), about());
    const hours: number[] = [];
    for (let day = 0; day < 5; day += 1) {
      askedAt = nextCheck(daily({ askedAt }), about(1, morning, askedAt));
      hours.push(hourInChina(askedAt ?? 0));
    }
    expect(new Set(hours.map((hour) => hour.toFixed(6))).size).toBe(1);
    expect(hours[0]).toBeGreaterThanOrEqual(8);
    expect(hours[0]).toBeLessThanOrEqual(20);
  });

  test("once a day, too, where the PC runs for an hour in the morning only", () => {
    let askedAt: Instant | undefined;
    let asked = 0;
    for (let day = 0; day < 30; day += 1) {
      const openedAt = at(morning + day * DAY);
      const next = nextCheck(daily({ askedAt }), about(3, openedAt)) ?? 0;
      if (next > openedAt + HOUR) continue;
      askedAt = at(next);
      asked += 1;
    }
    expect(asked).toBeGreaterThanOrEqual(29);
  });

  test("once a week on the site's own day", () => {
    const first = nextCheck(daily({ rhythm: "weekly", askedAt: morning }), about()) ?? 0;
    expect(first - morning).toBeLessThanOrEqual(7 * DAY);
    const second =
      nextCheck(daily({ rhythm: "weekly", askedAt: at(first) }), about(1, morning, at(first))) ?? 0;
    expect(second - first).toBe(7 * DAY);
  });

  test("at its turn and then a whole period later, whatever the site", () => {
    fc.assert(
      fc.property(fc.constantFrom("daily", "weekly"), fc.nat(100_000), (rhythm, number) => {
        const first = nextCheck(daily({ rhythm, askedAt: morning }), about(number)) ?? morning;
        const turn =
          nextCheck(daily({ rhythm, askedAt: first }), about(number, morning, first)) ?? morning;
        const next =
          nextCheck(daily({ rhythm, askedAt: turn }), about(number, morning, turn)) ?? morning;
        expect(next - turn).toBe(rhythm === "daily" ? DAY : 7 * DAY);
      }),
    );
  });

  test("ever more rarely where nothing comes, and not more rarely than a day and a quarter", () => {
    const pauses = [1, 2, 3, 4, 9, 400].map((failures) => {
      const next = nextCheck(daily({ askedAt: morning, failures }), about()) ?? 0;
      return (next - morning) / HOUR;
    });
    const bounds = [1, 3, 9, 24, 24, 24] as const;
    for (const [place, most] of bounds.entries()) {
      expect(pauses[place]).toBeGreaterThanOrEqual(most * 0.75);
      expect(pauses[place]).toBeLessThanOrEqual(most * 1.25);
    }
  });

  test("soon, where a wrong clock had said a year that has not come", () => {
    const askedAt = at(Date.UTC(2099, 0, 1));
    const next = nextCheck(daily({ askedAt }), about()) ?? 0;
    expect(next - morning).toBeLessThanOrEqual(600_000);
  });

  test("fifty thousand sites come one by one over twelve hours", () => {
    const hours = new Array<number>(12).fill(0);
    const seconds = new Map<number, number>();
    for (let number = 0; number < 50_000; number += 1) {
      const next = nextCheck(daily({ askedAt: morning }), about(number)) ?? 0;
      const hour = Math.floor(hourInChina(next)) - 8;
      hours[hour] = (hours[hour] ?? 0) + 1;
      const second = Math.floor((next % DAY) / 1000);
      seconds.set(second, (seconds.get(second) ?? 0) + 1);
    }
    for (const count of hours) {
      expect(count).toBeGreaterThan(3_900);
      expect(count).toBeLessThan(4_450);
    }
    expect(Math.max(...seconds.values())).toBeLessThan(15);
  });

  test("whatever the clocks say, it lies in the future that is left, and is the same each time", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("daily", "weekly"),
        fc.option(fc.nat(4_102_444_799_999), { nil: undefined }),
        fc.nat(4_102_444_799_999),
        fc.nat(30 * DAY),
        fc.nat(1_000),
        (rhythm, asked, opened, open, failures) => {
          const checking: Checking = {
            rhythm,
            askedAt: asked === undefined ? undefined : at(asked),
            failures,
          };
          const place = {
            site: siteNamed("any"),
            channel,
            openedAt: at(opened),
            now: at(Math.min(opened + open, 4_102_444_799_999)),
          };
          const next = nextCheck(checking, place);
          expect(next).toBe(nextCheck(checking, place));
          expect(next).toBeGreaterThanOrEqual(Math.min(opened, 4_102_444_799_999 - 600_000));
          // A week, its quarter for a failing host, and the peace after opening.
          expect((next ?? 0) - place.now).toBeLessThanOrEqual(9 * DAY);
        },
      ),
    );
  });
});
