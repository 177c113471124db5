import type { RefObject } from "react";
import type { StageControls } from "./stage-controls.ts";

/** What every part of the stage is given. */
export interface StagePart {
  /** Where the part leaves its controls for the keys. */
  readonly controls: RefObject<StageControls | undefined>;
  /** Whether it is to stand still: paused, dark, an intermission, the keypad in front. */
  readonly still: boolean;
  /** It begins to be shown: time for the register. */
  readonly onStarted: () => void;
  /** It is over, or somebody wants to go on. */
  readonly onOver: () => void;
  /**
   * It cannot be shown, and something else comes on instead: nothing of it is said to the audience. Missing
   * where nothing is left to come on; then its own words stand on the screen.
   */
  readonly onFailed: (() => void) | undefined;
}
