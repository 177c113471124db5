import { NOWHERE, type Place } from "../place.ts";
import type { RoomEvent, RoomState } from "../room-state.ts";

const quiet = {
  digits: "",
  chosen: -1,
  saying: undefined,
  trouble: undefined,
  shelf: undefined,
  lapsed: undefined,
  begun: false,
  front: "keypad",
  paused: false,
  black: false,
  rest: undefined,
  leftBehind: false,
} as const;

/** How an evening stands, without what is typed. */
export type Evening = Pick<
  RoomState,
  "place" | "turn" | "begun" | "front" | "paused" | "black" | "rest"
>;

const changed = (change: (state: RoomState) => RoomState): RoomEvent => ({
  type: "changed",
  change,
});

/** What is on is about to be shown in the other window, from that second. */
export const atSecond = (seconds: number): RoomEvent =>
  changed((state) => ({ ...state, place: { ...state.place, seconds } }));

/** The projector's window goes on with an evening while the host's was opened anew. */
export const taken = (evening: Evening): RoomEvent =>
  changed((state) => ({ ...state, ...quiet, ...evening }));

/** 「散场」: nothing is on and nothing waits any more. */
export const sessionOver = (): RoomEvent =>
  changed((state) => ({ ...state, ...quiet, place: NOWHERE }));

/** It was pressed too early: the evening waits where it was. */
export const sessionGoesOn = (place: Place): RoomEvent =>
  changed((state) => ({ ...state, ...quiet, place }));
