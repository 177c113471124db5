import { instantSchema } from "@dianbo/shared/clock";
import * as v from "valibot";

/** Minutes of an intermission, and of each + to it. */
export const REST_MINUTES = 5;

/**
 * An intermission that is on. When it began is kept with the room, not with the card that counts it down: the
 * picture may change over to another window in the middle.
 */
export const restSchema = v.object({
  minutes: v.pipe(v.number(), v.minValue(0)),
  since: instantSchema,
});
/** An intermission that is on; see `restSchema`. */
export type Rest = v.InferOutput<typeof restSchema>;

/** The intermission that is to last so many minutes in all; one that was over already begins anew. */
export const restFor = (before: Rest | undefined, wanted: Rest): Rest => {
  if (before === undefined) return wanted;
  const isOver = wanted.since >= before.since + before.minutes * 60_000;
  return isOver
    ? { minutes: REST_MINUTES, since: wanted.since }
    : { minutes: wanted.minutes, since: before.since };
};
