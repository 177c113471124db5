import type { Called } from "@dianbo/shared/calling";
import type { Instant } from "@dianbo/shared/clock";
import { unreachable } from "@dianbo/shared/result";
import { type Part, presentPart } from "./place.ts";
import { canTakeBack, waitingCount } from "./queue.ts";
import { REST_MINUTES } from "./rest.ts";
import type { RoomKey } from "./room-keys.ts";
import type { RoomEvent, RoomState } from "./room-state.ts";
import { shelfMeaning } from "./shelf/shelf-meaning.ts";

/** What is told to the film, article or card that is on. */
export type StageOrder =
  | { readonly type: "enter" }
  | { readonly type: "sideways"; readonly by: 1 | -1 }
  | { readonly type: "up-down"; readonly by: 1 | -1 }
  | { readonly type: "page"; readonly by: 1 | -1 }
  | { readonly type: "tune"; readonly by: 1 | -1 }
  | { readonly type: "extra" };

/** What a key means at this moment. */
export type Meaning =
  | { readonly to: "room"; readonly event: RoomEvent }
  | { readonly to: "stage"; readonly order: StageOrder }
  /** Back to the keypad; the caller knows how far the film has played. */
  | { readonly to: "leave" }
  | { readonly to: "nobody" };

/** What the meaning of a key depends on. */
export interface Situation {
  readonly state: RoomState;
  readonly called: Called;
  /** How many items stand beside the digits, and which is marked. */
  readonly choices: number;
  readonly marked: number;
  /** What the digits call, ready to be put on. */
  readonly parts: readonly Part[];
  /** The number to type in where the marked item cannot be put on. */
  readonly onlyWords: { readonly number: number | undefined } | undefined;
  /** How many rows each shelf of the browser has, set menus first; looked at while it is open. */
  readonly shelves: readonly number[];
  /** Boxes of the keypad. */
  readonly boxes: number;
  /** Seconds at which the called item was cut off by a power cut. */
  readonly stoppedAt: number | undefined;
  /** When the key was pressed. */
  readonly now: Instant;
}

const NOBODY: Meaning = { to: "nobody" };
const room = (event: RoomEvent): Meaning => ({ to: "room", event });

const digitMeaning = (digit: string, { state, called, boxes }: Situation): Meaning => {
  const whole = called.type === "item" || called.type === "several";
  const full = state.digits.length >= boxes || (whole && state.digits.length >= 4 && boxes === 4);
  return room({ type: "digit", digit, fresh: full });
};

const callMeaning = (now: Situation): Meaning => {
  if (now.onlyWords !== undefined) {
    const number = now.onlyWords.number;
    const shown = now.called.type === "item" || number === undefined;
    return shown ? NOBODY : room({ type: "typed", digits: String(number) });
  }
  if (now.parts.length === 0) return NOBODY;
  const seconds = now.stoppedAt;
  return room({ type: "play", parts: now.parts, ...(seconds === undefined ? {} : { seconds }) });
};

/** An intermission is over: what waited goes on, where something waited. */
const restOver = (state: RoomState): Meaning =>
  room(
    presentPart(state.place) === undefined ? { type: "rest", rest: undefined } : { type: "resume" },
  );

/** The keypad is in front and nothing is typed: the arrows belong to the queue, or open the shelves. */
const atRest = ({ state }: Situation): boolean =>
  state.front === "keypad" && state.rest === undefined && state.digits === "";

/** The index in `parts` of the part of the queue that is marked, if one is. */
const markedWaiting = (now: Situation): number | undefined => {
  const { place, chosen } = now.state;
  const marked = atRest(now) && chosen >= 0 && chosen < waitingCount(place);
  return marked ? place.at + 1 + chosen : undefined;
};

const enterMeaning = (now: Situation): Meaning => {
  const { state } = now;
  if (state.digits !== "") return callMeaning(now);
  const waiting = markedWaiting(now);
  if (waiting !== undefined) return room({ type: "play-waiting", index: waiting });
  if (state.rest !== undefined) return restOver(state);
  if (state.front === "stage") return { to: "stage", order: { type: "enter" } };
  return presentPart(state.place) === undefined ? NOBODY : room({ type: "resume" });
};

const plusMeaning = (now: Situation): Meaning => {
  const { state, parts } = now;
  const waiting = markedWaiting(now);
  if (waiting !== undefined) return room({ type: "move", from: waiting, to: state.place.at + 1 });
  if (state.digits !== "") return parts.length === 0 ? NOBODY : room({ type: "queue", parts });
  if (state.rest !== undefined) {
    const minutes = state.rest.minutes + REST_MINUTES;
    return room({ type: "rest", rest: { minutes, since: now.now } });
  }
  return room({ type: "say", saying: { type: "number-first" } });
};

const dotMeaning = (now: Situation): Meaning => {
  if (now.called.type === "item" && now.onlyWords === undefined) {
    return room({ type: "play", parts: now.parts });
  }
  if (now.state.digits !== "") return room({ type: "digit-back" });
  return atRest(now) && canTakeBack(now.state.place) ? room({ type: "take-back" }) : NOBODY;
};

const minusMeaning = (now: Situation): Meaning => {
  const waiting = markedWaiting(now);
  return room(waiting === undefined ? { type: "next" } : { type: "take-out", index: waiting });
};

/** One digit back; with nothing typed the mark goes from the queue. */
const backMeaning = (now: Situation): Meaning => {
  if (now.state.digits !== "") return room({ type: "digit-back" });
  return markedWaiting(now) === undefined ? NOBODY : room({ type: "choose", index: -1 });
};

const escapeMeaning = (now: Situation): Meaning => {
  const { state } = now;
  if (state.digits !== "" || markedWaiting(now) !== undefined) return room({ type: "put-away" });
  return state.front === "stage" || state.rest !== undefined ? { to: "leave" } : NOBODY;
};

const openShelves: Meaning = room({ type: "browse", spot: { shelf: 1, row: 0 } });

/** The mark goes through the queue and round; before the first there is none. */
const markWaiting = (by: 1 | -1, chosen: number, waiting: number): Meaning => {
  const next = chosen === -1 && by === -1 ? waiting - 1 : chosen + by;
  return room({ type: "choose", index: (next + waiting) % waiting });
};

const arrowMeaning = (by: 1 | -1, now: Situation): Meaning => {
  if (now.choices > 0) {
    const next = now.marked === -1 && by === -1 ? now.choices - 1 : now.marked + by;
    return room({ type: "choose", index: (next + now.choices) % now.choices });
  }
  const waiting = waitingCount(now.state.place);
  if (atRest(now)) return waiting === 0 ? openShelves : markWaiting(by, now.state.chosen, waiting);
  const free = now.state.front === "stage" && now.state.rest === undefined;
  return free ? { to: "stage", order: { type: "up-down", by } } : NOBODY;
};

/** Sideways through the queue moves what is marked; with nothing marked it opens the shelves. */
const sidewaysMeaning = (key: StageOrder & { readonly by: 1 | -1 }, now: Situation): Meaning => {
  if (!atRest(now)) return stageOnly(key, now);
  const waiting = markedWaiting(now);
  if (waiting === undefined || key.type === "page") return openShelves;
  return room({ type: "move", from: waiting, to: waiting + key.by });
};

const stageOnly = (order: StageOrder, { state }: Situation): Meaning =>
  state.front === "stage" && state.rest === undefined ? { to: "stage", order } : NOBODY;

const meaningByLight = (key: RoomKey, now: Situation): Meaning => {
  switch (key.type) {
    case "digit":
      return digitMeaning(key.digit, now);
    case "enter":
      return enterMeaning(now);
    case "plus":
      return plusMeaning(now);
    case "minus":
      return minusMeaning(now);
    case "star":
      return now.state.rest === undefined
        ? room({ type: "rest", rest: { minutes: REST_MINUTES, since: now.now } })
        : restOver(now.state);
    case "slash":
      return room({ type: "black", on: true });
    case "dot":
      return dotMeaning(now);
    case "back":
      return backMeaning(now);
    case "escape":
      return escapeMeaning(now);
    case "space":
      return now.state.digits === "" ? stageOnly({ type: "enter" }, now) : NOBODY;
    case "sideways":
    case "page":
      return sidewaysMeaning(key, now);
    case "tune":
    case "extra":
      return stageOnly(key, now);
    case "up-down":
      return arrowMeaning(key.by, now);
    default:
      return unreachable(key);
  }
};

/** The room's one table of keys. In the dark every key only brings the light back. */
export const keyMeaning = (key: RoomKey, now: Situation): Meaning =>
  now.state.black
    ? room({ type: "black", on: false })
    : (shelfMeaning(key, now) ?? meaningByLight(key, now));
