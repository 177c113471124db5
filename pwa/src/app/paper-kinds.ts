import type { ComponentType, ReactNode } from "react";
import type { Words } from "../locales/index.ts";

/**
 * A kind of paper on the print desk. Features that print export such descriptions; `print-room.tsx` lists
 * them, so that the booklet's room need not know the wall sheet's.
 */
export interface PaperKind {
  /** Its place in the address, `#/book/print/<id>`; the booklet itself has none. */
  readonly id: string;
  /** What the row of kinds calls it. */
  readonly name: (words: Words) => string;
  /** The whole room, drawn in a `PrintFrame`; `kinds` is the row of all kinds, to be handed to it. */
  readonly Room: ComponentType<PaperRoomProps>;
}

/** What a paper's room is given. */
export interface PaperRoomProps {
  readonly kinds: ReactNode;
}
