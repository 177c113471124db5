import * as v from "valibot";
import { type Instant, instantSchema, LATEST_INSTANT } from "./instant.ts";

/**
 * A hybrid clock: wall time plus a counter for writes within one millisecond.
 *
 * Stamps only break ties between writes that had not seen each other; what has seen what is told by
 * dots and version vectors (see `changes`). That is why a lying clock can never lose a write, and why
 * a received stamp, however far in the future, is never taken over by the local clock.
 */
export const stampSchema = v.object({
  millis: instantSchema,
  tick: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER)),
});
/** One reading of the hybrid clock; see `stampSchema`. */
export type Stamp = v.InferOutput<typeof stampSchema>;

/** Wall-clock steps backwards of up to this many milliseconds are bridged by the tick. */
const BRIDGED_STEP_BACK = 60_000;

/**
 * The stamp of the next local write. Within a run stamps rise even when the wall clock steps back a
 * little; after a big correction (a CMOS battery was changed) they simply follow the wall clock.
 */
export const nextStamp = (last: Stamp | undefined, now: Instant): Stamp => {
  const wall = now > LATEST_INSTANT ? LATEST_INSTANT : now;
  if (last === undefined || wall > last.millis || last.millis - wall > BRIDGED_STEP_BACK) {
    return { millis: wall, tick: 0 };
  }
  return { millis: last.millis, tick: last.tick + 1 };
};

/** Orders stamps: negative when `a` is earlier. Equal stamps are told apart by the writer's id. */
export const compareStamps = (a: Stamp, b: Stamp): number => a.millis - b.millis || a.tick - b.tick;
