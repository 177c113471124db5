import { type RefObject, useLayoutEffect } from "react";
import type { StageControls } from "./stage-controls.ts";

/** Leaves a part's controls for the keys while it is on. */
export const useStageControls = (
  place: RefObject<StageControls | undefined>,
  controls: StageControls,
): void => {
  useLayoutEffect(() => {
    place.current = controls;
    return () => {
      if (place.current === controls) place.current = undefined;
    };
  });
};
