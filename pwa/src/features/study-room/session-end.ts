import { NOWHERE } from "./place.ts";
import type { RoomState } from "./room-state.ts";

const quiet = {
  digits: "",
  chosen: -1,
  saying: undefined,
  trouble: undefined,
  shelf: undefined,
  begun: false,
  front: "keypad",
  paused: false,
  black: false,
  rest: undefined,
  leftBehind: false,
} as const;

/** 「散场」: nothing is on and nothing waits any more; what was shown is kept until something is put on again. */
export const sessionOver = (state: RoomState): RoomState =>
  state.over === undefined
    ? { ...state, ...quiet, place: NOWHERE, over: { place: state.place } }
    : state;

/** It was pressed too early: the evening waits where it was. */
export const sessionGoesOn = (state: RoomState): RoomState =>
  state.over === undefined
    ? state
    : { ...state, ...quiet, place: state.over.place, over: undefined };
