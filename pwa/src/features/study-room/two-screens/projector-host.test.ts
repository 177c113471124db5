import { fixedClock } from "@dianbo/shared/clock";
import { newRecordId } from "@dianbo/shared/identity";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { NOWHERE } from "../place.ts";
import { ROOM_AT_OPENING } from "../room-state.ts";
import { audienceViewOf, audienceViewSchema, stateOfView } from "./audience-view.ts";
import { ProjectorHost } from "./projector-host.ts";
import type { Report, ToProjector } from "./window-messages.ts";

const SETTINGS = { loudness: 1, points: 32, speed: 1 };
const report = (change: Partial<Report> = {}): Report => ({
  turn: 3,
  seconds: 0,
  length: 60,
  settings: SETTINGS,
  full: true,
  middle: { left: 2880, top: 540 },
  ...change,
});

/** A PC with a projector: what may go wrong are its switches. */
const newPc = () => {
  const pc = {
    now: 0,
    extended: true as boolean | undefined,
    closed: false,
    letsOpen: true,
    opened: 0,
    filled: 0,
    said: [] as ToProjector[],
    lost: [] as (number | undefined)[],
  };
  const host = new ProjectorHost(
    {
      wire: { say: (message) => void pc.said.push(message), close: () => undefined },
      window: {
        open: async () => {
          if (pc.letsOpen) pc.opened += 1;
          return pc.letsOpen;
        },
        isClosed: () => pc.closed,
        close: () => undefined,
        isElsewhere: ({ left }) => pc.extended === true && left > 1920,
        fill: () => {
          pc.filled += 1;
        },
        letGo: () => undefined,
      },
      now: () => pc.now,
      isExtended: () => pc.extended,
    },
    {
      onShown: () => undefined,
      onLost: (seconds) => void pc.lost.push(seconds),
      onMessage: () => undefined,
    },
  );
  return { pc, host };
};

const showing = () => {
  const made = newPc();
  made.host.hear({ type: "here", report: report({ seconds: 41 }) });
  expect(made.host.state().shown).toBe(true);
  return made;
};

describe("the host's side of the two windows", () => {
  it("takes the picture back at the second that it heard last, when the window is closed by hand", () => {
    const { pc, host } = showing();
    host.hear({ type: "report", report: report({ seconds: 44 }) });
    pc.closed = true;
    host.look();
    expect(host.state()).toMatchObject({ shown: false, line: "closed" });
    expect(pc.lost).toEqual([44]);
  });

  it("asks a window that says nothing, and gives it up; one that speaks again is there again", () => {
    const { pc, host } = showing();
    pc.now = 2_500;
    host.look();
    expect(pc.said.at(-1)).toEqual({ type: "host-here" });
    expect(host.state().shown).toBe(true);
    pc.now = 7_000;
    host.look();
    expect(host.state().shown).toBe(false);
    pc.said.length = 0;
    host.hear({ type: "report", report: report() });
    expect(pc.said).toEqual([{ type: "host-here" }]);
  });

  it("goes on here when the projector is pulled out, and there once it is back", async () => {
    const { pc, host } = showing();
    pc.extended = false;
    host.look();
    expect(host.state()).toMatchObject({ shown: false, line: "unplugged" });
    expect(pc.said.at(-1)).toEqual({ type: "close" });
    pc.extended = true;
    host.look();
    await Promise.resolve();
    expect(pc.opened).toBe(1);
  });

  it("waits for any key where the browser opens no window by itself", async () => {
    const { pc, host } = showing();
    pc.extended = false;
    host.look();
    pc.letsOpen = false;
    pc.extended = true;
    host.look();
    await expect.poll(() => host.state().line).toBe("plugged-in");
    pc.letsOpen = true;
    host.touched();
    await expect.poll(() => pc.opened).toBe(1);
  });

  it("does not reach for a projector that somebody has closed, whatever is plugged in", async () => {
    const { pc, host } = showing();
    pc.closed = true;
    host.look();
    pc.extended = false;
    host.look();
    pc.extended = true;
    host.look();
    await Promise.resolve();
    expect(pc.opened).toBe(0);
  });

  it("lends its keys to a window that stands on the projector, and not to one that is still on the PC", () => {
    const { pc, host } = newPc();
    host.hear({ type: "here", report: report({ full: false, middle: { left: 600, top: 400 } }) });
    host.touched();
    expect(pc.filled).toBe(0);
    host.hear({ type: "report", report: report({ full: false }) });
    host.touched();
    expect(pc.filled).toBe(1);
    host.hear({ type: "report", report: report({ full: true }) });
    host.touched();
    expect(pc.filled).toBe(1);
  });

  it("says that the window wants to be dragged and filled until it is", () => {
    const { host } = newPc();
    host.hear({ type: "here", report: report({ full: false }) });
    expect(host.state().line).toBe("drag");
    host.hear({ type: "report", report: report({ full: true }) });
    expect(host.state().line).toBeUndefined();
  });
});

describe("what the audience sees", () => {
  const NOON = fixedClock(Date.UTC(2026, 10, 30, 4)).now();
  const busy = {
    ...ROOM_AT_OPENING,
    digits: "1014",
    chosen: 2,
    saying: { type: "not-kept" },
    trouble: { broken: "4001", instead: "2008", spare: true },
    listed: "1014 微党课",
  } as const;

  it("has nothing of what is typed while something is on, and nothing of what went wrong", () => {
    const seen = audienceViewOf({ ...busy, front: "stage", begun: true }, false);
    expect(seen).toMatchObject({ digits: "", chosen: -1, front: "stage" });
    expect(JSON.stringify(seen)).not.toMatch(/4001|微党课|not-kept/u);
    expect(Object.keys(seen.place)).toEqual(Object.keys(NOWHERE));
  });

  it("has the digits while the keypad is in front: whoever called wants to see them", () => {
    expect(audienceViewOf(busy, false)).toMatchObject({ digits: "1014", chosen: 2 });
    expect(audienceViewOf({ ...busy, rest: { minutes: 5, since: NOON } }, false).digits).toBe("");
  });

  it("has that what is called may not be read just now, but not in which folder it lies", () => {
    const lapsed = newRecordId(() => "film".padEnd(24, "x"));
    const saying = { type: "lapsed", folder: "D盘" } as const;
    const seen = audienceViewOf({ ...busy, lapsed, saying }, false);
    expect(stateOfView(v.parse(audienceViewSchema, seen)).lapsed).toBe(lapsed);
    expect(JSON.stringify(seen)).not.toContain("D盘");
    expect(audienceViewOf({ ...busy, lapsed, front: "stage" }, false).lapsed).toBeUndefined();
  });

  it("has since when an intermission is on: the other window counts on, not anew", () => {
    const rest = { minutes: 10, since: NOON };
    const sent = v.parse(audienceViewSchema, audienceViewOf({ ...busy, rest }, false));
    expect(stateOfView(sent).rest).toEqual(rest);
  });
});
