/**
 * How often and from which seed every property runs, for all tests that use fast-check:
 * `DIANBO_CASES` (100 where unset; 1,000 in `npm test`, 10,000 in `npm run test:deep`) and
 * `DIANBO_SEED`, which `npm test` chooses and prints, so that a red run can be repeated.
 */
import fc from "fast-check";

const seed = Number(process.env["DIANBO_SEED"]);

fc.configureGlobal({
  numRuns: Number(process.env["DIANBO_CASES"] ?? 100),
  ...(Number.isInteger(seed) ? { seed } : {}),
});
