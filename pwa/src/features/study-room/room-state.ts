import { unreachable } from "@dianbo/shared/result";
import { enqueue, goOn, NOWHERE, type Part, type Place, playNow, presentPart } from "./place.ts";

/** A line at the foot of the room: what just happened, in words. */
export type Saying =
  | { readonly type: "queued"; readonly count: number }
  | { readonly type: "number-first" }
  | { readonly type: "nothing-next" }
  | { readonly type: "all-played" }
  | { readonly type: "key-for-sound" }
  | { readonly type: "volume"; readonly percent: number }
  | { readonly type: "not-kept" };

/** Everything the room remembers while it is open. */
export interface RoomState {
  /** Digits typed so far. */
  readonly digits: string;
  /** Index in the list beside the digits; -1 when none is chosen. */
  readonly chosen: number;
  readonly place: Place;
  /** Rises with every part that is put on, so that the same one can be put on again. */
  readonly turn: number;
  /** Whether the present part has been put on; before that it only waits in the queue. */
  readonly begun: boolean;
  /** What fills the screen. */
  readonly front: "keypad" | "stage";
  readonly paused: boolean;
  /** The screen is dark until the next key. */
  readonly black: boolean;
  /** An intermission is on; the present part waits. Minutes it lasts. */
  readonly rest: { readonly minutes: number } | undefined;
  /** The place is what a crash or a power cut left behind. */
  readonly leftBehind: boolean;
  readonly saying: Saying | undefined;
  /** The item that was last written into the playback register, as the room names it. */
  readonly listed: string | undefined;
}

/** What can happen in the room. */
export type RoomEvent =
  | { readonly type: "digit"; readonly digit: string; readonly fresh: boolean }
  | { readonly type: "typed"; readonly digits: string }
  | { readonly type: "digit-back" }
  | { readonly type: "put-away" }
  | { readonly type: "choose"; readonly index: number }
  | { readonly type: "play"; readonly parts: readonly Part[]; readonly seconds?: number }
  | { readonly type: "queue"; readonly parts: readonly Part[] }
  | { readonly type: "next" }
  | { readonly type: "to-keypad"; readonly seconds: number }
  | { readonly type: "resume" }
  | { readonly type: "pause"; readonly paused: boolean }
  | { readonly type: "black"; readonly on: boolean }
  | { readonly type: "rest"; readonly minutes: number | undefined }
  | { readonly type: "found-left-behind"; readonly place: Place }
  | { readonly type: "say"; readonly saying: Saying }
  | { readonly type: "listed"; readonly title: string };

/** The room when it opens. */
export const ROOM_AT_OPENING: RoomState = {
  digits: "",
  chosen: -1,
  place: NOWHERE,
  turn: 0,
  begun: false,
  front: "keypad",
  paused: false,
  black: false,
  rest: undefined,
  leftBehind: false,
  saying: undefined,
  listed: undefined,
};

const cleared = { digits: "", chosen: -1, saying: undefined } as const;

const onStage = (state: RoomState, place: Place): RoomState => ({
  ...state,
  ...cleared,
  place,
  turn: state.turn + 1,
  begun: true,
  front: "stage",
  paused: false,
  black: false,
  rest: undefined,
  leftBehind: false,
});

const toNext = (state: RoomState): RoomState => {
  if (presentPart(state.place) === undefined) return { ...state, saying: { type: "nothing-next" } };
  const place = state.begun ? goOn(state.place) : state.place;
  if (presentPart(place) !== undefined) return onStage(state, place);
  return {
    ...state,
    ...cleared,
    place: NOWHERE,
    begun: false,
    front: "keypad",
    paused: false,
    rest: undefined,
    leftBehind: false,
    saying: { type: "all-played" },
  };
};

const resumed = (state: RoomState): RoomState => {
  if (presentPart(state.place) === undefined) return state;
  if (!state.begun) return onStage(state, state.place);
  return { ...state, ...cleared, front: "stage", paused: false, black: false, rest: undefined };
};

const typing = (
  state: RoomState,
  event: Extract<RoomEvent, { type: "digit" | "typed" | "digit-back" | "put-away" | "choose" }>,
): RoomState => {
  switch (event.type) {
    case "digit": {
      const digits = event.fresh ? event.digit : state.digits + event.digit;
      return { ...state, ...cleared, digits };
    }
    case "typed":
      return { ...state, ...cleared, digits: event.digits };
    case "digit-back":
      return { ...state, ...cleared, digits: state.digits.slice(0, -1) };
    case "put-away":
      return { ...state, ...cleared };
    case "choose":
      return { ...state, chosen: event.index };
    default:
      return unreachable(event);
  }
};

/** The room after something happened. Pure: time, files and the ledger are the caller's. */
export const afterEvent = (state: RoomState, event: RoomEvent): RoomState => {
  switch (event.type) {
    case "digit":
    case "typed":
    case "digit-back":
    case "put-away":
    case "choose":
      return typing(state, event);
    case "play": {
      // A new evening starts with what is called now; what a power cut left behind is let go.
      const before = state.leftBehind ? NOWHERE : state.place;
      const place = playNow(before, event.parts, state.begun);
      return onStage(state, { ...place, seconds: event.seconds ?? 0 });
    }
    case "queue":
      return {
        ...state,
        ...cleared,
        place: enqueue(state.leftBehind ? NOWHERE : state.place, event.parts),
        leftBehind: false,
        saying: { type: "queued", count: event.parts.length },
      };
    case "next":
      return toNext(state);
    case "to-keypad":
      return {
        ...state,
        ...cleared,
        front: "keypad",
        paused: true,
        rest: undefined,
        place: { ...state.place, seconds: event.seconds },
      };
    case "resume":
      return resumed(state);
    case "pause":
      return { ...state, paused: event.paused, saying: undefined };
    case "black":
      return { ...state, black: event.on };
    case "rest":
      return {
        ...state,
        ...cleared,
        rest: event.minutes === undefined ? undefined : { minutes: event.minutes },
      };
    case "found-left-behind":
      return { ...state, place: event.place, leftBehind: true };
    case "say":
      return { ...state, saying: event.saying };
    case "listed":
      return { ...state, listed: event.title };
    default:
      return unreachable(event);
  }
};
