import { instantSchema } from "@dianbo/shared/clock";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { isNight, nextTurnOfNight } from "./night-window.ts";

const at = (hours: number, minutes = 0) =>
  v.parse(instantSchema, Date.UTC(2026, 10, 24, hours - 8, minutes));
const NIGHT = { from: 22 * 60, to: 6 * 60 };

describe("the night window", () => {
  it.each([
    [21, 59, false],
    [22, 0, true],
    [23, 30, true],
    [29, 59, true],
    [30, 0, false],
  ])("at %i:%i", (hours, minutes, night) => {
    expect(isNight(at(hours, minutes), NIGHT)).toBe(night);
  });

  it("may lie within one day, or be all of it", () => {
    expect(isNight(at(13), { from: 12 * 60, to: 14 * 60 })).toBe(true);
    expect(isNight(at(15), { from: 12 * 60, to: 14 * 60 })).toBe(false);
    expect(isNight(at(15), { from: 0, to: 0 })).toBe(true);
  });

  it("knows when it turns next", () => {
    expect(nextTurnOfNight(at(12), NIGHT)).toBe(at(22));
    expect(nextTurnOfNight(at(23), NIGHT)).toBe(at(30));
    expect(nextTurnOfNight(at(22), NIGHT)).toBe(at(30));
  });
});
