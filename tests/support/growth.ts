/**
 * How much longer eight times the input takes: about 8 where the work grows with its input, 64 where it
 * grows with its square, and no end where a pattern runs wild. A busy machine slows both alike, so this
 * holds where a limit in seconds does not.
 */

/** Work that reaches this is as good as quadratic, or worse. */
export const TOO_STEEP = 32;

/** What a busy machine may need for all runs, in milliseconds; no measure of the work. */
export const LONGEST = 60_000;

/** Runs of each size; the best counts, for a busy machine only ever adds. */
const RUNS = 3;

/** Below this many milliseconds a measurement says more about the machine than about the work. */
const FLOOR = 20;

const timeOf = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/**
 * Times the work for an eighth of `size` and for `size`. `prepare` makes the input; what it returns is the
 * work, and only that is timed.
 */
export const growthOf = (prepare: (size: number) => () => unknown, size: number): number => {
  let small = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run += 1) {
    small = Math.min(small, timeOf(prepare(size / 8)));
    large = Math.min(large, timeOf(prepare(size)));
  }
  return large / Math.max(small, FLOOR);
};
