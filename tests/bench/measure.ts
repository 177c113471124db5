/** How the benchmarks measure: setup outside, a warm-up, then the median of several runs, and a baseline beside it. */

/** One line of `npm run -s bench`. */
export interface BenchLine {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The most that the value may be, where an issue sets one. */
  readonly limit?: number;
  /** What the same data costs in the simplest thinkable way, measured in the same run. */
  readonly baseline: Readonly<Record<string, number>>;
  /** Value through baseline. */
  readonly ratio: number;
}

/** The median time of one call, in milliseconds. */
export const medianMillis = (work: () => unknown, runs = 15): number => {
  for (let warmUp = 0; warmUp < 3; warmUp += 1) work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(runs / 2)] ?? Number.NaN;
};

const rounded = (value: number): number => Number(value.toPrecision(4));

/** Puts a measurement and its baseline into one line. */
export const benchLine = (
  line: { readonly name: string; readonly unit: string; readonly limit?: number },
  value: number,
  baselineName: string,
  baseline: number,
): BenchLine => ({
  ...line,
  value: rounded(value),
  baseline: { [baselineName]: rounded(baseline) },
  ratio: rounded(value / baseline),
});
