import type { ReactNode } from "react";
import type { KeyHint } from "./room-frame.tsx";
import type { Room } from "./use-room.ts";

/** The hash that makes a window of the room the projector's. */
export const PROJECTOR_HASH = "#projector";

/** What whoever stands beside the room puts into its frame. */
export interface BesideFrame {
  /** Further doors of the head. */
  readonly doors: ReactNode;
  /** Further keys of the foot. */
  readonly hints: readonly KeyHint[];
  /** It stands in the keypad's place itself. */
  readonly covers: boolean;
}

/** What stands beside the room where its home has a second window: fetched once the keypad is up. */
export interface BesideProps {
  readonly room: Room;
  /** The audience's picture is in the other window: this one draws neither stage nor keypad. */
  readonly onProjecting: (projecting: boolean) => void;
  readonly onFrame: (frame: BesideFrame) => void;
}
