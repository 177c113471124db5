/** Counts what a person does, so that "installed without help" is a number and not a claim. */

/** A tally of clicks and key strokes; a text that is typed and ended with Enter counts once. */
export interface Acts {
  /** Every act so far, in words. */
  readonly done: readonly string[];
  /** Counts one act, and does it. */
  act<T>(what: string, doing: () => Promise<T>): Promise<T>;
  /** Counts acts that a person does and the test reaches by another way. */
  count(...what: readonly string[]): void;
}

/** An empty tally. */
export const countActs = (): Acts => {
  const done: string[] = [];
  return {
    done,
    act: (what, doing) => {
      done.push(what);
      return doing();
    },
    count: (...what) => {
      done.push(...what);
    },
  };
};
