import { fixedClock, minutesSchema } from "@dianbo/shared/clock";
import { recordIdSchema } from "@dianbo/shared/identity";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { type Part, presentPart } from "./place.ts";
import { afterEvent, ROOM_AT_OPENING, type RoomEvent, type RoomState } from "./room-state.ts";
import { atSecond } from "./two-screens/session-changes.ts";

const item = (name: string): Part => ({ item: v.parse(recordIdSchema, name.padEnd(24, "x")) });
const [film, other, third] = [item("film"), item("other"), item("third")];
const talk: Part = { activity: { name: "讨论", minutes: v.parse(minutesSchema, 30) } };

const evening = (...events: readonly RoomEvent[]): RoomState =>
  events.reduce(afterEvent, ROOM_AT_OPENING);

const clock = fixedClock(Date.UTC(2026, 10, 30, 12));
/** So many minutes later. */
const wait = (minutes: number) => clock.set(clock.now() + minutes * 60_000);
const rest = (minutes: number): RoomEvent => ({
  type: "rest",
  rest: { minutes, since: clock.now() },
});

describe("an intermission", () => {
  test("lasts longer with every +, from when it began, and the picture may change over meanwhile", () => {
    const since = clock.now();
    const begun = evening({ type: "play", parts: [film] }, rest(5));
    wait(2);
    const longer = afterEvent(begun, rest(10));
    expect(longer.rest).toEqual({ minutes: 10, since });
    expect(afterEvent(longer, atSecond(12)).rest).toEqual({ minutes: 10, since });
  });

  test("that is over and waits for Enter is five minutes from now with a +", () => {
    const begun = evening(rest(5));
    wait(7);
    expect(afterEvent(begun, rest(10)).rest).toEqual({ minutes: 5, since: clock.now() });
  });
});

describe("the evening", () => {
  test("what is called now goes before what was queued, and the queue stays", () => {
    const state = evening(
      { type: "play", parts: [film] },
      { type: "queue", parts: [other] },
      { type: "play", parts: [third] },
    );
    expect(presentPart(state.place)).toEqual(third);
    expect(afterEvent(state, { type: "next" }).place.at).toBe(2);
    expect(presentPart(afterEvent(state, { type: "next" }).place)).toEqual(other);
  });

  test("a queue that nobody has started waits behind a call", () => {
    const state = evening({ type: "queue", parts: [other] }, { type: "play", parts: [film] });
    expect(state.place.parts).toEqual([film, other]);
    expect(presentPart(state.place)).toEqual(film);
  });

  test("a set menu is played in order and ends at the keypad", () => {
    const start = evening({ type: "play", parts: [film, talk] });
    const second = afterEvent(start, { type: "next" });
    expect(presentPart(second.place)).toEqual(talk);
    const end = afterEvent(second, { type: "next" });
    expect(end.front).toBe("keypad");
    expect(end.saying).toEqual({ type: "all-played" });
    expect(presentPart(end.place)).toBeUndefined();
  });

  test("Esc keeps the place, and going on is not a new turn", () => {
    const left = evening({ type: "play", parts: [film] }, { type: "to-keypad", seconds: 380 });
    expect(left).toMatchObject({ front: "keypad", paused: true, place: { at: 0, seconds: 380 } });
    const back = afterEvent(left, { type: "resume" });
    expect(back).toMatchObject({ front: "stage", paused: false, turn: left.turn });
  });

  test("typing while a film plays does not stop it", () => {
    const typed = evening(
      { type: "play", parts: [film] },
      { type: "digit", digit: "5", fresh: false },
    );
    expect(typed).toMatchObject({ digits: "5", front: "stage", paused: false, turn: 1 });
  });

  test("the same item played again is a new turn from 0:00", () => {
    const again = evening({ type: "play", parts: [film] }, { type: "play", parts: [film] });
    expect(again).toMatchObject({ turn: 2, place: { at: 1, seconds: 0 } });
  });
});

describe("after a power cut", () => {
  const cut: RoomEvent = {
    type: "found-left-behind",
    place: { parts: [film, other], at: 0, seconds: 380 },
  };

  test("Enter goes on at the second where it was cut off", () => {
    const state = evening(cut, { type: "resume" });
    expect(state).toMatchObject({ front: "stage", leftBehind: false, place: { seconds: 380 } });
  });

  test("a new call lets go of what was left behind", () => {
    const state = evening(cut, { type: "play", parts: [third] });
    expect(state.place).toEqual({ parts: [third], at: 0, seconds: 0 });
  });
});
