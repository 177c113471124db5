import type { Courseware } from "../courseware/index.ts";

/** Orders claims to a number: the earlier filing first, then the lower id; the same on every replica. */
export const compareClaims = (a: Courseware, b: Courseware): number =>
  (a.clippedAt ?? 0) - (b.clippedAt ?? 0) || (a.id < b.id ? -1 : 1);

/** The numbers people were told for an item. Rows of before `spokenAs` say only that it was spoken. */
export const toldNumbers = (item: Courseware): readonly number[] =>
  item.spokenNumbers ?? (item.spoken === true && item.number != null ? [item.number] : []);

/** Numbers in rising order, each once. */
export const rising = (numbers: readonly number[]): number[] =>
  [...new Set(numbers)].sort((a, b) => a - b);
