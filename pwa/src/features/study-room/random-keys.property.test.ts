import { buildCallBook, digitsOf, resolveCall } from "@dianbo/shared/calling";
import { fixedClock, minutesSchema } from "@dianbo/shared/clock";
import type { Courseware } from "@dianbo/shared/courseware";
import { type RecordId, recordIdSchema } from "@dianbo/shared/identity";
import type { SetMenu } from "@dianbo/shared/set-menu";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { calledItem, choicesOf, markedChoice } from "./called.ts";
import { keyMeaning, type Situation } from "./key-meaning.ts";
import { type Part, placeSchema, presentPart, spareFor } from "./place.ts";
import type { RoomKey } from "./room-keys.ts";
import { afterEvent, ROOM_AT_OPENING, type RoomState } from "./room-state.ts";
import { shelfRows } from "./shelf/shelf-rows.ts";
import { atSecond, sessionOver } from "./two-screens/session-changes.ts";

const idOf = (name: string): RecordId => v.parse(recordIdSchema, name.padEnd(24, "x"));
const item = (number: number): Courseware => ({
  id: idOf(`item${number}`),
  title: `课件${number}`,
  kind: "video",
  number,
  life: "alive",
  pending: [],
});
const items = [1001, 1002, 1010, 2001, 5001, 5016].map(item);
// Two posts printed the same number: both answer to it.
const twin: Courseware = { ...item(5016), id: idOf("twin") };
const menu: SetMenu = {
  id: idOf("menu8"),
  name: "银发数字餐",
  number: 8,
  spare: idOf("item5001"),
  life: "alive",
};
const talk = { name: "讨论", minutes: v.parse(minutesSchema, 10) };
const menuParts: readonly Part[] = [
  { item: idOf("item1001"), menu: menu.id },
  { activity: talk, menu: menu.id },
  { item: idOf("item2001"), menu: menu.id },
];
const NOON = fixedClock(Date.UTC(2026, 10, 30, 4)).now();
const book = buildCallBook([...items, twin], [menu]);
const shelves = shelfRows([...items, twin], [menu]);

/** What may happen in the room: a key, a thing that ends, a thing that cannot be shown, a reload. */
type Happening =
  | { readonly type: "key"; readonly key: RoomKey }
  | { readonly type: "over" | "failed" | "cut" | "end" | "other-window" };

const situationOf = (state: RoomState): Situation => {
  const called = resolveCall(state.digits, book);
  const marked = markedChoice(called, state.chosen);
  const row = state.shelf === undefined ? undefined : shelves[state.shelf.shelf]?.[state.shelf.row];
  const one =
    state.shelf === undefined
      ? calledItem(called, state.chosen)
      : row?.type === "item"
        ? row.item
        : undefined;
  const isMenu = state.shelf === undefined ? called.type === "set-menu" : row?.type === "menu";
  return {
    state,
    called,
    marked,
    choices: choicesOf(called).length,
    parts: isMenu ? menuParts : one === undefined ? [] : [{ item: one.id }],
    shelves: shelves.map(({ length }) => length),
    onlyWords: one?.number === 2001 ? { number: 2001 } : undefined,
    boxes: digitsOf(book),
    stoppedAt: undefined,
    now: NOON,
  };
};

const after = (state: RoomState, happening: Happening): RoomState => {
  switch (happening.type) {
    case "key": {
      const meaning = keyMeaning(happening.key, situationOf(state));
      if (meaning.to === "room") return afterEvent(state, meaning.event);
      return meaning.to === "leave" ? afterEvent(state, { type: "to-keypad", seconds: 7 }) : state;
    }
    case "over":
      return state.begun && state.front === "stage" && !state.paused
        ? afterEvent(state, { type: "next" })
        : state;
    case "failed":
      return state.begun && state.front === "stage" && !state.paused
        ? afterEvent(state, {
            type: "failed",
            trouble: { broken: "1001", instead: undefined, spare: false },
            spare: spareFor(state.place, () => menu.spare ?? undefined),
          })
        : state;
    case "end":
      return afterEvent(state, sessionOver());
    case "other-window":
      // The picture changes over: the film goes on at that second.
      return afterEvent(state, atSecond(12));
    case "cut": {
      // What the memo gives back after a power cut is read as strictly as anything from outside.
      const kept = v.parse(placeSchema, JSON.parse(JSON.stringify(state.place)));
      return presentPart(kept) === undefined
        ? ROOM_AT_OPENING
        : afterEvent(ROOM_AT_OPENING, { type: "found-left-behind", place: kept });
    }
  }
};

const by = fc.constantFrom(1 as const, -1 as const);
const key: fc.Arbitrary<RoomKey> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant("digit" as const),
      digit: fc.stringMatching(/^[0-9]$/u),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("enter" as const) }) },
  fc.record({
    type: fc.constantFrom(
      ...(["plus", "minus", "star", "slash", "dot", "back", "escape", "space", "extra"] as const),
    ),
  }),
  fc.record({
    type: fc.constantFrom(...(["sideways", "up-down", "page", "tune"] as const)),
    by,
  }),
);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ type: fc.constant("key" as const), key }) },
  fc.record({
    type: fc.constantFrom(...(["over", "failed", "cut", "end", "other-window"] as const)),
  }),
);

/** What must hold of the room at every moment. */
const expectWhole = (state: RoomState): void => {
  const { place } = state;
  expect(v.is(placeSchema, place)).toBe(true);
  expect(place.at).toBeLessThanOrEqual(place.parts.length);
  // Nothing is on the stage but what is there, and a film that is on has begun.
  if (state.front === "stage") {
    expect(presentPart(place)).toBeDefined();
    expect(state.begun).toBe(true);
  }
  expect(state.digits).toMatch(/^\d{0,5}$/u);
  if (state.shelf !== undefined) {
    expect(state.front).toBe("keypad");
    expect(shelves[state.shelf.shelf]).toBeDefined();
    expect(shelves[state.shelf.shelf]?.[state.shelf.row]).toBeDefined();
  }
};

const press = (state: RoomState, ...keys: readonly RoomKey[]): RoomState =>
  keys.reduce((now, one) => after(now, { type: "key", key: one }), state);
const typed = (digits: string): readonly RoomKey[] =>
  [...digits].map((digit) => ({ type: "digit", digit }) as const);

describe("random keys", () => {
  test("property: no keys, ends, failures and power cuts leave the room broken", () => {
    fc.assert(
      fc.property(fc.array(happening, { minLength: 100, maxLength: 140 }), (evening) => {
        let state = ROOM_AT_OPENING;
        for (const one of evening) {
          state = after(state, one);
          expectWhole(state);
        }
        // Whatever happened: light, back, back, and the next number plays.
        const light = press(state, { type: "escape" }, { type: "escape" }, { type: "escape" });
        const called = press(light, { type: "escape" }, ...typed("1010"));
        expect(press(called, { type: "enter" })).toMatchObject({
          front: "stage",
          black: false,
          rest: undefined,
          paused: false,
        });
        expect(presentPart(press(called, { type: "enter" }).place)).toEqual({
          item: idOf("item1010"),
        });
      }),
    );
  });
});
