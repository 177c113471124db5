import { instantSchema } from "@dianbo/shared/clock";
import { type RefObject, useEffect, useRef } from "react";
import * as v from "valibot";
import { useDependencies } from "../../app/library-context.tsx";
import { type Place, placeSchema, presentPart } from "./place.ts";
import type { RoomState } from "./room-state.ts";
import type { StageControls } from "./stage/stage-controls.ts";

const MEMO = "room-place";
const memoSchema = v.object({ place: placeSchema, savedAt: instantSchema });

/** A place older than this belongs to another evening, and another evening starts at 0:00. Milliseconds. */
const SAME_EVENING = 12 * 60 * 60 * 1000;
/** How much of a film a power cut may cost. Milliseconds. */
const EVERY = 5_000;

/**
 * Keeps the place in the evening so that a power cut, a crash or a reload loses at most five seconds,
 * and hands back once what was left behind.
 */
export const usePlaceMemo = (
  state: RoomState,
  controls: RefObject<StageControls | undefined>,
  found: (place: Place) => void,
): void => {
  const { library, clock } = useDependencies();
  // Nothing is written before the old place was read, or the opening would wipe it out.
  const read = useRef(false);
  const foundRef = useRef(found);
  useEffect(() => {
    foundRef.current = found;
  });
  useEffect(() => {
    void library.readMemo(MEMO).then((stored) => {
      read.current = true;
      const memo = v.safeParse(memoSchema, stored);
      if (!memo.success || presentPart(memo.output.place) === undefined) return;
      if (Math.abs(clock.now() - memo.output.savedAt) < SAME_EVENING)
        foundRef.current(memo.output.place);
    });
  }, [library, clock]);

  const { place, begun, front, leftBehind } = state;
  useEffect(() => {
    if (!read.current || leftBehind) return;
    const write = (seconds: number): void => {
      const memo = { place: { ...place, seconds }, savedAt: clock.now() };
      // A full disk costs the place, not the evening.
      library.writeMemo(MEMO, memo).catch(() => undefined);
    };
    write(place.seconds);
    if (!begun || front !== "stage") return;
    const timer = setInterval(() => write(controls.current?.seconds() ?? 0), EVERY);
    return () => clearInterval(timer);
  }, [library, clock, controls, place, begun, front, leftBehind]);
};
