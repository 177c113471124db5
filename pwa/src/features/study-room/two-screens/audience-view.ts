import { recordIdSchema } from "@dianbo/shared/identity";
import * as v from "valibot";
import { placeSchema } from "../place.ts";
import { restSchema } from "../rest.ts";
import { ROOM_AT_OPENING, type RoomState } from "../room-state.ts";

/**
 * What of the room the people in front of the projector may see. What is typed while something is on, what
 * was just done, what went wrong and what was written into the register is the host's alone.
 */
export const audienceViewSchema = v.object({
  digits: v.string(),
  chosen: v.pipe(v.number(), v.integer()),
  place: placeSchema,
  turn: v.pipe(v.number(), v.integer()),
  begun: v.boolean(),
  front: v.picklist(["keypad", "stage"]),
  paused: v.boolean(),
  black: v.boolean(),
  rest: v.optional(restSchema),
  shelf: v.optional(v.object({ shelf: v.number(), row: v.number() })),
  /** What is called lies in a folder that may not be read just now. */
  lapsed: v.optional(recordIdSchema),
  /** The session is over. */
  over: v.boolean(),
});
/** See `audienceViewSchema`. */
export type AudienceView = v.InferOutput<typeof audienceViewSchema>;

/** What of the room goes to the projector. */
export const audienceViewOf = (state: RoomState, over: boolean): AudienceView => {
  const { turn, begun, front, paused, black, rest, lapsed } = state;
  const { parts, at, seconds } = state.place;
  const calling = front === "keypad" && rest === undefined;
  return {
    digits: calling ? state.digits : "",
    chosen: calling && state.digits !== "" ? state.chosen : -1,
    place: { parts, at, seconds },
    turn,
    begun,
    front,
    paused,
    black,
    ...(rest === undefined ? {} : { rest }),
    ...(calling && state.shelf !== undefined ? { shelf: state.shelf } : {}),
    ...(calling && lapsed !== undefined ? { lapsed } : {}),
    over,
  };
};

/** The room as the projector's window draws it; at its opening while no host has said anything yet. */
export const stateOfView = (view: AudienceView | undefined): RoomState => {
  if (view === undefined) return ROOM_AT_OPENING;
  const { over: _, ...seen } = view;
  return { ...ROOM_AT_OPENING, ...seen, rest: seen.rest, shelf: seen.shelf, lapsed: seen.lapsed };
};
