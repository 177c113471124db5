/** What a gate found: each problem is one line that names the place, each note is worth knowing but lets pass. */
export interface Findings {
  readonly problems: readonly string[];
  readonly notes?: readonly string[];
}

/**
 * One check of the whole tree. `root` is the folder to look at, so that a test can plant a violation
 * in a copy; tools and rules always come from this repository.
 */
export interface Gate {
  readonly name: string;
  readonly check: (root: string) => Promise<Findings>;
}

/** Findings of a tool that speaks for itself: its output is the problem where it did not end with 0. */
export const findingsOfTool = (run: {
  readonly code: number;
  readonly output: string;
}): Findings => ({
  problems: run.code === 0 ? [] : [run.output.trim() || `ended with exit code ${run.code}`],
});
