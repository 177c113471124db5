/** Rosters and roll calls (点名册): names stay on this PC, counts may be merged, printed and summed. */
export {
  type PastedRoster,
  type RosterRemark,
  type RosterRow,
  readRoster,
} from "./paste-roster.ts";
export { type Person, peopleMeant, personSchema, rosterOf, shownNames } from "./person.ts";
export {
  countMarks,
  gridOf,
  isSameCount,
  MARK_SIGNS,
  MARKS,
  type Mark,
  overdueRolls,
  type Roll,
  type RollCounts,
  type RollPlace,
  type RollRow,
  rollIdOf,
  rollSchema,
  withMark,
} from "./roll.ts";
export { keepRollCount, ROLL_COUNT_KIND, type RollCount, readRollCounts } from "./roll-counts.ts";
