import { minutesSchema } from "@dianbo/shared/clock";
import { type RecordId, recordIdSchema } from "@dianbo/shared/identity";
import type { SetMenuEntry } from "@dianbo/shared/set-menu";
import * as v from "valibot";

/** One thing to be shown: an item by its id, or an activity with its minutes. */
const partSchema = v.union([
  v.object({
    item: recordIdSchema,
    menu: v.optional(recordIdSchema),
    /** It stands in for one of its menu's that could not be shown (备片). */
    spare: v.optional(v.literal(true)),
  }),
  v.object({
    activity: v.object({ name: v.string(), minutes: minutesSchema }),
    menu: v.optional(recordIdSchema),
  }),
]);
/** One thing to be shown; see `partSchema`. */
export type Part = v.InferOutput<typeof partSchema>;

/** What takes one change of the queue back: a part put in again, or moved to where it was. */
const queueStepSchema = v.variant("type", [
  v.object({ type: v.literal("put-in"), index: v.number(), part: partSchema }),
  v.object({ type: v.literal("move"), from: v.number(), to: v.number() }),
]);
/** What takes one change of the queue back; see `queueStepSchema`. */
export type QueueStep = v.InferOutput<typeof queueStepSchema>;

/** Where the evening has got to: everything called so far and still to come, and the place in it. */
export const placeSchema = v.object({
  parts: v.array(partSchema),
  /** Index of the present part; equal to the length when all has been played. */
  at: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Seconds into the present part. */
  seconds: v.pipe(v.number(), v.minValue(0)),
  /** How the last changes of the queue are taken back, the newest last; none where nothing was changed. */
  undo: v.optional(v.array(queueStepSchema)),
});
/** Where the evening has got to; see `placeSchema`. */
export type Place = v.InferOutput<typeof placeSchema>;

/** The evening before anything was called. */
export const NOWHERE: Place = { parts: [], at: 0, seconds: 0 };

/** The part that is shown or would be next, if any is left. */
export const presentPart = (place: Place): Part | undefined => place.parts[place.at];

/** What comes after the present part. */
export const partsAhead = (place: Place): readonly Part[] => place.parts.slice(place.at + 1);

/** Puts parts right behind the present one and goes to the first of them; what was queued stays queued. */
export const playNow = (place: Place, parts: readonly Part[], begun: boolean): Place => {
  // What has only been queued was not interrupted: it goes on waiting behind the call.
  const at = begun ? Math.min(place.at + 1, place.parts.length) : place.at;
  return {
    parts: [...place.parts.slice(0, at), ...parts, ...place.parts.slice(at)],
    at,
    seconds: 0,
  };
};

/** Puts parts at the end of the queue. */
export const enqueue = (place: Place, parts: readonly Part[]): Place => ({
  ...place,
  parts: [...place.parts, ...parts],
});

/** Goes on to the next part. */
export const goOn = (place: Place): Place => ({
  ...place,
  at: Math.min(place.at + 1, place.parts.length),
  seconds: 0,
});

/** The first of a menu's parts that is a spare already, or the part itself where it is one. */
const sparePlayed = (place: Place, menu: RecordId): boolean =>
  place.parts.some((part) => part.menu === menu && "item" in part && part.spare === true);

/**
 * The spare (备片) that steps in for the present part: its menu's, once an evening, and not for itself.
 * `spareOf` looks a menu's spare up.
 */
export const spareFor = (
  place: Place,
  spareOf: (menu: RecordId) => RecordId | undefined,
): Part | undefined => {
  const present = presentPart(place);
  if (present?.menu === undefined || sparePlayed(place, present.menu)) return undefined;
  const spare = spareOf(present.menu);
  if (spare === undefined || ("item" in present && present.item === spare)) return undefined;
  return { item: spare, menu: present.menu, spare: true };
};

/** The parts of a set menu, in order. */
export const partsOfMenu = (menu: RecordId, entries: readonly SetMenuEntry[]): readonly Part[] =>
  entries.flatMap((entry): readonly Part[] => {
    if (entry.activity != null) return [{ activity: entry.activity, menu }];
    return entry.item == null ? [] : [{ item: entry.item, menu }];
  });
