/** Sessions (场次): single and repeating showings, clashes, what they lack, branches, the study plan. */
export {
  calendarDateSchema,
  daysOfMonth,
  FIRST_DAY,
  LAST_DAY,
  type Month,
  monthOf,
  monthSchema,
  plusDays,
  plusMonths,
  weekdayOf,
} from "./civil-days.ts";
export { clashesWith, doClash, type Occupying, placeKey } from "./clash.ts";
export {
  addBranch,
  addPlanRow,
  addPlanRows,
  addRules,
  addSession,
  callOff,
  changeRuleFrom,
  editPlanRow,
  editSession,
  endRule,
  type RuleFields,
  removeBranch,
  removePlanRow,
  removeSession,
  renameBranch,
  type SessionEdits,
  sessionsOfPlan,
} from "./edit-schedule.ts";
export { type Lack, lacksOf, lengthOf, menuOf, type SessionLibrary } from "./lacks.ts";
export { daysEndingIn, daysOfRepeat, fallsOn, type Repeat, repeatSchema } from "./repeat.ts";
export {
  compareSessions,
  findSession,
  nextSession,
  occurrenceId,
  readSchedule,
  SCHEDULE_KINDS,
  type Schedule,
  type Session,
  sessionsBetween,
} from "./schedule.ts";
export type {
  Branch,
  PlanRow,
  SessionContent,
  SessionRule,
  Showing,
  StoredSession,
} from "./session.ts";
