import { fixedClock } from "@dianbo/shared/clock";
import { recordIdSchema } from "@dianbo/shared/identity";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { keyMeaning, type Situation } from "./key-meaning.ts";
import type { Part } from "./place.ts";
import { REST_MINUTES } from "./rest.ts";
import { afterEvent, ROOM_AT_OPENING, type RoomState } from "./room-state.ts";

const film: Part = { item: v.parse(recordIdSchema, "film".padEnd(24, "x")) };
const playing = afterEvent(ROOM_AT_OPENING, { type: "play", parts: [film] });

const EIGHT = fixedClock(Date.UTC(2026, 10, 30, 12)).now();
const now = (state: RoomState, more: Partial<Situation> = {}): Situation => ({
  state,
  called: { type: "nothing" },
  choices: 0,
  marked: -1,
  parts: [],
  shelves: [],
  onlyWords: undefined,
  boxes: 4,
  stoppedAt: undefined,
  now: EIGHT,
  ...more,
});
const typed = (digits: string, state = ROOM_AT_OPENING): RoomState => ({ ...state, digits });
const unknown = { type: "unknown", typed: "5019", shelfEnd: 5016, near: [] } as const;

describe("the table of keys", () => {
  test("Enter puts on what the digits call, from 0:00", () => {
    const meaning = keyMeaning({ type: "enter" }, now(typed("5004"), { parts: [film] }));
    expect(meaning).toEqual({ to: "room", event: { type: "play", parts: [film] } });
  });

  test("Enter goes on where a power cut left the same item", () => {
    const cut = now(typed("5004"), { parts: [film], stoppedAt: 380 });
    expect(keyMeaning({ type: "enter" }, cut)).toEqual({
      to: "room",
      event: { type: "play", parts: [film], seconds: 380 },
    });
  });

  test("Enter on what is not on this PC changes nothing; on a near number it shows that one", () => {
    const missing = { parts: [film], onlyWords: { number: 5016 } };
    const near = now(typed("5019"), { ...missing, called: unknown });
    expect(keyMeaning({ type: "enter" }, near)).toEqual({
      to: "room",
      event: { type: "typed", digits: "5016" },
    });
    const nobody = now(typed("5016"), { parts: [film], onlyWords: { number: undefined } });
    expect(keyMeaning({ type: "enter" }, nobody)).toEqual({ to: "nobody" });
  });

  test("with nothing typed Enter belongs to the film", () => {
    expect(keyMeaning({ type: "enter" }, now(playing))).toEqual({
      to: "stage",
      order: { type: "enter" },
    });
  });

  test("a fifth digit begins a new number in a book of four digits", () => {
    const meaning = keyMeaning(
      { type: "digit", digit: "1" },
      now(typed("5019"), { called: unknown }),
    );
    expect(meaning).toMatchObject({ event: { digit: "1", fresh: true } });
    const half = keyMeaning({ type: "digit", digit: "9" }, now(typed("509"), { called: unknown }));
    expect(half).toMatchObject({ event: { fresh: false } });
  });

  test("Esc first puts the digits away, then leaves the film", () => {
    const over = now(typed("50", playing));
    expect(keyMeaning({ type: "escape" }, over)).toEqual({
      to: "room",
      event: { type: "put-away" },
    });
    expect(keyMeaning({ type: "escape" }, now(playing))).toEqual({ to: "leave" });
    expect(keyMeaning({ type: "escape" }, now(ROOM_AT_OPENING))).toEqual({ to: "nobody" });
  });

  test("* rests and + lengthens the rest; without digits + says what it wants", () => {
    expect(keyMeaning({ type: "star" }, now(playing))).toMatchObject({
      event: { type: "rest", rest: { minutes: REST_MINUTES, since: EIGHT } },
    });
    const resting = { ...playing, rest: { minutes: REST_MINUTES, since: EIGHT } };
    expect(keyMeaning({ type: "plus" }, now(resting))).toMatchObject({
      event: { type: "rest", rest: { minutes: 2 * REST_MINUTES, since: EIGHT } },
    });
    expect(keyMeaning({ type: "enter" }, now(resting))).toMatchObject({
      event: { type: "resume" },
    });
    expect(keyMeaning({ type: "plus" }, now(playing))).toMatchObject({
      event: { type: "say", saying: { type: "number-first" } },
    });
  });

  test("in the dark every key only brings the light back", () => {
    const dark = now({ ...playing, black: true });
    for (const key of [
      { type: "digit", digit: "5" },
      { type: "escape" },
      { type: "slash" },
    ] as const) {
      expect(keyMeaning(key, dark)).toEqual({ to: "room", event: { type: "black", on: false } });
    }
  });

  test("the arrows choose beside the digits and go round; over a film they are its volume", () => {
    const list = now(typed("5019"), { called: unknown, choices: 3, marked: 2 });
    expect(keyMeaning({ type: "up-down", by: 1 }, list)).toMatchObject({ event: { index: 0 } });
    const none = now(typed("501"), { choices: 7, marked: -1 });
    expect(keyMeaning({ type: "up-down", by: -1 }, none)).toMatchObject({ event: { index: 6 } });
    expect(keyMeaning({ type: "up-down", by: 1 }, now(playing))).toMatchObject({ to: "stage" });
  });
});
