import { type Minutes, minutesSchema } from "@dianbo/shared/clock";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { holdOf, isSessionOn } from "./update-hold.ts";

const minutes = (count: number): Minutes => v.parse(minutesSchema, count);

const FREE = { sessionOn: false, roomOpen: false, offices: 1, copying: false };

describe("a newer version", () => {
  it("may be put in place where this is the only window and nothing is going on", () => {
    expect(holdOf(FREE)).toBeUndefined();
  });

  it("waits for what would be broken, the most important first", () => {
    expect(holdOf({ ...FREE, offices: 2 })).toBe("office");
    expect(holdOf({ ...FREE, offices: 2, copying: true })).toBe("copying");
    expect(holdOf({ ...FREE, offices: 2, copying: true, roomOpen: true })).toBe("room");
    expect(holdOf({ sessionOn: true, roomOpen: true, offices: 2, copying: true })).toBe("session");
  });
});

describe("a session of the calendar", () => {
  const evening = { cancelled: false, start: 19 * 60, minutes: minutes(90) };

  it("is on from half an hour before its hour to its end", () => {
    const on = (minute: number): boolean => isSessionOn([evening], minute);
    expect([1109, 1110, 1140, 1230, 1231].map(on)).toEqual([false, true, true, true, false]);
  });

  it("lasts an hour where nobody said how long, and not at all where it was called off or has no hour", () => {
    expect(isSessionOn([{ cancelled: false, start: 600 }], 660)).toBe(true);
    expect(isSessionOn([{ cancelled: false, start: 600 }], 661)).toBe(false);
    expect(isSessionOn([{ ...evening, cancelled: true }, { cancelled: false }], 1150)).toBe(false);
  });
});
