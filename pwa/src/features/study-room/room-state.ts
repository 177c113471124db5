import type { RecordId } from "@dianbo/shared/identity";
import { unreachable } from "@dianbo/shared/result";
import { enqueue, goOn, NOWHERE, type Part, type Place, playNow, presentPart } from "./place.ts";
import {
  bringForward,
  canTakeBack,
  moveInQueue,
  takeBack,
  takeOut,
  waitingCount,
} from "./queue.ts";
import { type Rest, restFor } from "./rest.ts";

/** A line at the foot of the room: what just happened, in words. */
export type Saying =
  | { readonly type: "queued"; readonly count: number }
  | { readonly type: "number-first" }
  | { readonly type: "nothing-next" }
  | { readonly type: "all-played" }
  | { readonly type: "key-for-sound" }
  | { readonly type: "volume"; readonly percent: number }
  | { readonly type: "speed"; readonly percent: number }
  | { readonly type: "subtitles"; readonly shown: "on" | "off" | "none" }
  | { readonly type: "print"; readonly points: number }
  | { readonly type: "aloud"; readonly on: "on" | "off" | "no-voice" }
  | { readonly type: "taken-out" }
  | { readonly type: "plays-next" }
  | { readonly type: "taken-back" }
  | { readonly type: "not-kept" }
  /** What is called lies in a folder that the browser does not let the page read at present. */
  | { readonly type: "lapsed"; readonly folder: string };

/** Something that could not be shown, for whoever runs the evening; the audience hears nothing of it. */
export interface Trouble {
  /** Its number, or its title where it has none. */
  readonly broken: string;
  /** What came on instead; none where nothing was left. */
  readonly instead: string | undefined;
  /** What came on instead is the menu's spare. */
  readonly spare: boolean;
  /** The item that could not be shown. */
  readonly item?: RecordId | undefined;
  /** The folder in which it lies, where the browser does not let the page read it at present. */
  readonly lapsed?: string | undefined;
}

/** Where the shelf browser stands: 0 is the set menus, 1 to 5 the shelves; a row counted from 0. */
export interface ShelfSpot {
  readonly shelf: number;
  readonly row: number;
}

/** Everything the room remembers while it is open. */
export interface RoomState {
  /** Digits typed so far. */
  readonly digits: string;
  /** Index in the list beside the digits, or in the queue when nothing is typed; -1 when none is chosen. */
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
  /** An intermission is on; the present part waits. */
  readonly rest: Rest | undefined;
  /** The place is what a crash or a power cut left behind. */
  readonly leftBehind: boolean;
  readonly saying: Saying | undefined;
  /** The last thing that could not be shown, until somebody types the next number. */
  readonly trouble: Trouble | undefined;
  /** The shelf browser is open there, on the keypad's place. */
  readonly shelf: ShelfSpot | undefined;
  /** The item that is called lies in a folder that the browser does not let the page read at present. */
  readonly lapsed: RecordId | undefined;
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
  /** An intermission of so many minutes in all, wanted at that moment; `undefined` ends it. */
  | { readonly type: "rest"; readonly rest: Rest | undefined }
  | { readonly type: "found-left-behind"; readonly place: Place }
  | { readonly type: "say"; readonly saying: Saying }
  /** What is on cannot be shown: its spare, where there is one, or the next comes on. */
  | { readonly type: "failed"; readonly trouble: Trouble; readonly spare: Part | undefined }
  | { readonly type: "browse"; readonly spot: ShelfSpot | undefined }
  /** Parts of the queue by their index in `parts`. */
  | { readonly type: "take-out"; readonly index: number }
  | { readonly type: "move"; readonly from: number; readonly to: number }
  | { readonly type: "take-back" }
  /** A part of the queue comes on now; the others go on waiting. */
  | { readonly type: "play-waiting"; readonly index: number }
  | { readonly type: "listed"; readonly title: string }
  /** What only a part that is fetched later knows how to do, such as 「散场」. */
  | { readonly type: "changed"; readonly change: (state: RoomState) => RoomState };

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
  trouble: undefined,
  shelf: undefined,
  lapsed: undefined,
  listed: undefined,
};

const cleared = {
  digits: "",
  chosen: -1,
  saying: undefined,
  shelf: undefined,
  lapsed: undefined,
} as const;

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
      return { ...state, ...cleared, digits, trouble: undefined };
    }
    case "typed":
      return { ...state, ...cleared, digits: event.digits };
    case "digit-back":
      return { ...state, ...cleared, digits: state.digits.slice(0, -1) };
    case "put-away":
      return { ...state, ...cleared };
    case "choose":
      return { ...state, chosen: event.index, saying: undefined };
    default:
      return unreachable(event);
  }
};

type QueueEvent = Extract<RoomEvent, { type: "take-out" | "move" | "take-back" | "play-waiting" }>;

const queueing = (state: RoomState, event: QueueEvent): RoomState => {
  const { place } = state;
  // Whoever changes a queue that a power cut left behind has taken it up.
  const kept = { ...state, leftBehind: false, trouble: undefined };
  switch (event.type) {
    case "take-out": {
      const after = takeOut(place, event.index);
      if (after === place) return state;
      const chosen = Math.min(state.chosen, waitingCount(after) - 1);
      return { ...kept, place: after, chosen, saying: { type: "taken-out" } };
    }
    case "move": {
      const after = moveInQueue(place, event.from, event.to);
      if (after === place) return state;
      const next = event.to === place.at + 1;
      return {
        ...kept,
        place: after,
        chosen: event.to - place.at - 1,
        saying: next ? { type: "plays-next" } : undefined,
      };
    }
    case "take-back":
      if (!canTakeBack(place)) return state;
      return { ...kept, place: takeBack(place), chosen: -1, saying: { type: "taken-back" } };
    case "play-waiting": {
      if (event.index <= place.at || event.index >= place.parts.length) return state;
      // What has only been queued was not interrupted: it goes on waiting behind the one that is wanted.
      return onStage(state, bringForward(place, event.index, state.begun));
    }
    default:
      return unreachable(event);
  }
};

const failed = (state: RoomState, event: Extract<RoomEvent, { type: "failed" }>): RoomState => {
  const { place } = state;
  const at = place.at + 1;
  const parts =
    event.spare === undefined
      ? place.parts
      : [...place.parts.slice(0, at), event.spare, ...place.parts.slice(at)];
  return { ...toNext({ ...state, place: { ...place, parts } }), trouble: event.trouble };
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
    case "failed":
      return failed(state, event);
    case "browse":
      return { ...state, ...cleared, trouble: undefined, shelf: event.spot };
    case "take-out":
    case "move":
    case "take-back":
    case "play-waiting":
      return queueing(state, event);
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
        rest: event.rest === undefined ? undefined : restFor(state.rest, event.rest),
      };
    case "found-left-behind":
      // Read too late: something is on already.
      return state.begun ? state : { ...state, place: event.place, leftBehind: true };
    case "say":
      return { ...state, saying: event.saying };
    case "listed":
      return { ...state, listed: event.title };
    case "changed":
      return event.change(state);
    default:
      return unreachable(event);
  }
};
