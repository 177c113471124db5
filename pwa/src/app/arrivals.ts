import type { RefusalReason } from "./inbox-source.ts";

/** What comes in by itself from a paired extension, as the start page and the inbox tell it. */
export interface ArrivalsState {
  /** Whether the extension answers at present. */
  readonly linked: boolean;
  /** How many clips came in since the line was closed. */
  readonly received: number;
  /** How many of them have no category yet. */
  readonly unfiled: number;
  /** How many wait in the extension because they are too large for this way. */
  readonly leftBehind: number;
  readonly refused: readonly { readonly title: string; readonly reason: RefusalReason }[];
  /** The extension has a library of its own beside this one: two series of numbers. */
  readonly twoBooks: boolean;
}

/** Tells what comes in from a paired extension; only a hosted app has it. */
export interface Arrivals {
  state(): ArrivalsState;
  subscribe(listener: () => void): () => void;
  /** Writes over some of it; the link does. */
  put(change: Partial<ArrivalsState>): void;
  /** Closes the line about what came in. */
  dismiss(): void;
  /** Opens the extension's book or inbox; nothing happens where it does not answer. */
  openExtension(where: "book" | "inbox"): void;
  /** Sets what `openExtension` does; the link does. */
  onOpenExtension(open: (where: "book" | "inbox") => void): void;
}

const NOTHING: ArrivalsState = {
  linked: false,
  received: 0,
  unfiled: 0,
  leftBehind: 0,
  refused: [],
  twoBooks: false,
};

/** Makes the board that the link writes on and the screens read. */
export const createArrivals = (): Arrivals => {
  let state = NOTHING;
  let open: (where: "book" | "inbox") => void = () => undefined;
  const listeners = new Set<() => void>();
  const put = (change: Partial<ArrivalsState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    put,
    dismiss: () => put({ received: 0, unfiled: 0, refused: [] }),
    openExtension: (where) => open(where),
    onOpenExtension: (next) => {
      open = next;
    },
  };
};
