import type { StageOrder } from "../key-meaning.ts";

/** What the keys can do with the film, article or card that is on. */
export interface StageControls {
  obey(order: StageOrder): void;
  /** How far it has played, in seconds; 0 for what has no length. */
  seconds(): number;
}
