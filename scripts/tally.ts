/** How many checks held and how many did not; what every part of `npm test` adds up. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** The sum of tallies. */
export const addTallies = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((sum, one) => sum + one.passed, 0),
  failed: tallies.reduce((sum, one) => sum + one.failed, 0),
});
