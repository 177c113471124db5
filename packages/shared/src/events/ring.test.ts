import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { instantSchema } from "../clock/index.ts";
import {
  actNamed,
  EVENT_LIMIT,
  type Event,
  eventsAsText,
  failureNamed,
  faultNamed,
  readEventRing,
  roomOfPath,
  scriptNumber,
  withEvent,
} from "./index.ts";

const at = (millis: number) => v.parse(instantSchema, millis);
const act = (count: number): Event => ({
  at: at(1_795_500_000_000 + count),
  room: "library",
  type: "act",
  act: "file-courseware",
  count,
});

describe("the ring", () => {
  it("keeps the last 500 and lets the oldest go", () => {
    let ring: readonly Event[] = [];
    for (let count = 0; count < EVENT_LIMIT + 3; count += 1) ring = withEvent(ring, act(count));
    expect(ring).toHaveLength(EVENT_LIMIT);
    expect(ring[0]).toEqual(act(3));
    expect(ring.at(-1)).toEqual(act(EVENT_LIMIT + 2));
  });

  it("reads back what it stored, and leaves out rows that are no events", () => {
    const good = [act(1), act(2)];
    expect(readEventRing(JSON.parse(JSON.stringify([good[0], { at: 1 }, "x", good[1]])))).toEqual(
      good,
    );
    expect(readEventRing({ events: good })).toEqual([]);
    expect(readEventRing(undefined)).toEqual([]);
  });

  it("has no field in which a title, a name or an address could stand", () => {
    const planted = "独一无二的标题 https://example.cn/secret";
    const rows = [
      { ...act(1), title: planted },
      { ...act(1), act: planted },
      { ...act(1), room: planted },
      { ...act(1), count: planted },
      { at: at(0), room: "item", type: "failed", failure: planted },
      { at: at(0), room: "item", type: "fault", fault: planted, script: 0, line: 0, column: 0 },
      { at: at(0), room: "item", type: planted },
    ];
    expect(readEventRing(rows)).toEqual([]);
  });

  it("turns words it does not list into `other`", () => {
    expect(actNamed("张三的动作")).toBe("other");
    expect(failureNamed("C:\\Users\\张三")).toBe("other");
    expect(faultNamed("https://a.cn")).toBe("other");
    expect(faultNamed("TypeError")).toBe("TypeError");
  });

  it("knows the room and forgets the rest of the address", () => {
    expect(roomOfPath("/")).toBe("today");
    expect(roomOfPath("/library/secret-id")).toBe("item");
    expect(roomOfPath("/set-menus/7")).toBe("set-menu");
    expect(roomOfPath("/book/print")).toBe("print");
    expect(roomOfPath("/no-such-room/张三")).toBe("other");
  });
});

describe("the text", () => {
  it("is one line an event, newest first", () => {
    const script = scriptNumber("library-CqX1.js");
    const text = eventsAsText([
      act(2),
      { at: at(1_795_500_001_000), room: "today", type: "failed", failure: "disk-full" },
      {
        at: at(1_795_500_002_000),
        room: "item",
        type: "fault",
        fault: "TypeError",
        script,
        line: 3,
        column: 41,
      },
      {
        at: at(1_795_500_003_000),
        room: "item",
        type: "fault",
        fault: "other",
        script: 0,
        line: 0,
        column: 0,
      },
    ]);
    expect(text.split("\n")).toEqual([
      "2026-11-24T06:00:03Z item fault other",
      `2026-11-24T06:00:02Z item fault TypeError ${script.toString(16)}:3:41`,
      "2026-11-24T06:00:01Z today failed disk-full",
      "2026-11-24T06:00:00Z library act file-courseware 2",
    ]);
  });

  it("gives each script a number of its own", () => {
    expect(scriptNumber("a.js")).not.toBe(scriptNumber("b.js"));
    expect(scriptNumber("")).toBeGreaterThan(0);
  });
});
