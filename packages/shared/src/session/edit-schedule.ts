import {
  type Changes,
  create,
  deleteRecord,
  type FieldPut,
  type Json,
  put,
  type RecordState,
  restoreRecord,
  settle,
} from "../changes/index.ts";
import type { CivilDate } from "../clock/index.ts";
import { type NewId, newRecordId, type RecordId } from "../identity/index.ts";
import { placeAmong, type Random } from "../set-menu/index.ts";
import { plusDays } from "./civil-days.ts";
import type { Schedule, Session } from "./schedule.ts";
import type { Branch, PlanRow, SessionRule, Showing } from "./session.ts";

/** What can be changed of one session. */
export type SessionEdits = Partial<Showing & { date: CivilDate; cancelled: boolean }>;
/** What a rule says. */
export type RuleFields = Omit<SessionRule, "id" | "life">;

const fieldsOf = (fields: object): Record<string, Json | undefined> =>
  JSON.parse(JSON.stringify(fields));

const withoutNulls = (fields: object): Record<string, Json | undefined> =>
  Object.fromEntries(Object.entries(fieldsOf(fields)).filter(([, value]) => value !== null));

/** Puts a session on the calendar. */
export const addSession = (
  fields: Showing & { readonly date: CivilDate },
  newId: NewId,
): { readonly id: RecordId; readonly changes: Changes } => {
  const id = newRecordId(newId);
  return {
    id,
    changes: {
      label: { type: "add-session", name: fields.title ?? "" },
      puts: create({ id, kind: "session" }, withoutNulls(fields)).slice(),
    },
  };
};

/** What is left of changes that were taken back: it must not come to life with the next change. */
const leftovers = (
  session: Session,
  edits: SessionEdits,
  record: RecordState | undefined,
): readonly FieldPut[] => {
  if (record === undefined) return [];
  const now = fieldsOf({ ...session, ...edits });
  return [
    restoreRecord(record),
    ...Object.keys(record.fields)
      .filter((field) => !["deleted", "rule", "occurs", ...Object.keys(edits)].includes(field))
      .map((field) => settle(record, field, now[field] ?? null)),
  ];
};

/**
 * Changes one session. A day of a rule that nobody had touched gets a record of its own, which holds
 * what was changed and nothing else: the rest goes on following the rule. `record` is what is stored
 * under its id, a record that was taken back included.
 */
export const editSession = (
  session: Session,
  edits: SessionEdits,
  record: RecordState | undefined,
): Changes => {
  const label = { type: "edit-session", name: session.title ?? "" };
  const own = { id: session.id, kind: "session" };
  const puts = Object.entries(fieldsOf(edits)).flatMap(([field, value]) =>
    value === undefined ? [] : [put(own, field, value)],
  );
  if (puts.length === 0) return { label, puts: [] };
  if (session.stored || session.rule === undefined || session.occurs === undefined) {
    return { label, puts };
  }
  const origin = [put(own, "rule", session.rule), put(own, "occurs", session.occurs)];
  return { label, puts: [...leftovers(session, edits, record), ...origin, ...puts] };
};

/** Says that a session does not take place, or that it does after all. It stays on the calendar, struck out. */
export const callOff = (
  session: Session,
  cancelled: boolean,
  record: RecordState | undefined,
): Changes => ({
  ...editSession(session, { cancelled }, record),
  label: { type: cancelled ? "call-off-session" : "edit-session", name: session.title ?? "" },
});

/** Takes a session off the calendar; of a rule's day, what was changed of it. */
export const removeSession = (session: Session, record: RecordState): Changes => ({
  label: { type: "remove-session", name: session.title ?? "" },
  puts: [deleteRecord(record)],
});

/** Puts rules on the calendar, as one act. */
export const addRules = (
  rules: readonly RuleFields[],
  newId: NewId,
): { readonly ids: readonly RecordId[]; readonly changes: Changes } => {
  const made = rules.map((fields) => ({ id: newRecordId(newId), fields }));
  return {
    ids: made.map(({ id }) => id),
    changes: {
      label: { type: "add-session-rule", count: rules.length, name: rules[0]?.title ?? "" },
      puts: made.flatMap(({ id, fields }) =>
        create({ id, kind: "session-rule" }, withoutNulls(fields)),
      ),
    },
  };
};

/** What was only called off from a day on: with the rule gone it says nothing any more. */
const calledOffFrom = (
  rule: RecordId,
  day: CivilDate,
  { sessions }: Schedule,
  recordOf: (id: RecordId) => RecordState | undefined,
): readonly FieldPut[] =>
  [...sessions.values()]
    .filter(
      (one) =>
        one.rule === rule &&
        one.cancelled === true &&
        one.life !== "deleted" &&
        one.occurs != null &&
        one.occurs >= day,
    )
    .flatMap(({ id }) => recordOf(id) ?? [])
    .map(deleteRecord);

/** The last day before a rule stops; a rule that never began is deleted. */
const stopPuts = (
  rule: SessionRule,
  day: CivilDate,
  schedule: Schedule,
  recordOf: (id: RecordId) => RecordState | undefined,
): readonly FieldPut[] => {
  const record = recordOf(rule.id);
  const puts = calledOffFrom(rule.id, day, schedule, recordOf);
  if (day <= rule.from) return record === undefined ? puts : [...puts, deleteRecord(record)];
  return [...puts, put({ id: rule.id, kind: "session-rule" }, "until", plusDays(day, -1))];
};

/** Ends a rule: from this day on it brings no session. What was before stays as it was. */
export const endRule = (
  rule: SessionRule,
  day: CivilDate,
  schedule: Schedule,
  recordOf: (id: RecordId) => RecordState | undefined,
): Changes => ({
  label: { type: "end-session-rule", name: rule.title ?? "" },
  puts: [...stopPuts(rule, day, schedule, recordOf)],
});

/**
 * Changes a rule from a day on. Days before it keep what they were: the old rule ends and a new one
 * begins. Days that were changed by hand keep their own changes.
 */
export const changeRuleFrom = (
  rule: SessionRule,
  day: CivilDate,
  edits: Partial<RuleFields>,
  schedule: Schedule,
  recordOf: (id: RecordId) => RecordState | undefined,
  newId: NewId,
): Changes => {
  const label = { type: "edit-session-rule", name: rule.title ?? "" };
  if (day <= rule.from) {
    return {
      label,
      puts: Object.entries(fieldsOf(edits)).flatMap(([field, value]) =>
        value === undefined ? [] : [put({ id: rule.id, kind: "session-rule" }, field, value)],
      ),
    };
  }
  const { id: _id, life: _life, ...fields } = rule;
  const fresh = addRules([{ ...fields, ...edits, from: day }], newId);
  return {
    label,
    puts: [...stopPuts(rule, day, schedule, recordOf), ...fresh.changes.puts],
  };
};

/** Adds a branch at the end of the site's list. */
export const addBranch = (
  name: string,
  branches: readonly Branch[],
  tools: { readonly newId: NewId; readonly random: Random },
): Changes => {
  const { order, reminted } = placeAmong(branches, branches.length, "branch", tools.random);
  return {
    label: { type: "add-branch", name },
    puts: [
      ...reminted,
      ...create({ id: newRecordId(tools.newId), kind: "branch" }, { name, order }),
    ],
  };
};

/** Gives a branch another name. */
export const renameBranch = (branch: Branch, name: string): Changes => ({
  label: { type: "edit-branch", name },
  puts: [put({ id: branch.id, kind: "branch" }, "name", name)],
});

/** Takes a branch out of the site's list; its sessions stay. */
export const removeBranch = (branch: Branch, record: RecordState): Changes => ({
  label: { type: "remove-branch", name: branch.name },
  puts: [deleteRecord(record)],
});

/** Writes a row into the study plan. */
export const addPlanRow = (
  row: Omit<PlanRow, "id" | "life">,
  newId: NewId,
): { readonly id: RecordId; readonly changes: Changes } => {
  const id = newRecordId(newId);
  return {
    id,
    changes: {
      label: { type: "add-plan-row", name: row.topic },
      puts: create({ id, kind: "study-plan" }, withoutNulls(row)).slice(),
    },
  };
};

/** Puts many rows into the study plan as one step. */
export const addPlanRows = (
  rows: readonly Omit<PlanRow, "id" | "life">[],
  newId: NewId,
): Changes => ({
  label: { type: "add-plan-rows", count: rows.length },
  puts: rows.flatMap((row) => addPlanRow(row, newId).changes.puts),
});

/** Changes a row of the study plan. */
export const editPlanRow = (
  row: PlanRow,
  edits: Partial<Omit<PlanRow, "id" | "life">>,
): Changes => ({
  label: { type: "edit-plan-row", name: row.topic },
  puts: Object.entries(fieldsOf(edits)).flatMap(([field, value]) =>
    value === undefined ? [] : [put({ id: row.id, kind: "study-plan" }, field, value)],
  ),
});

/** Takes a row out of the study plan; its sessions stay. */
export const removePlanRow = (row: PlanRow, record: RecordState): Changes => ({
  label: { type: "remove-plan-row", name: row.topic },
  puts: [deleteRecord(record)],
});

/** The sessions that a row of the plan has, out of those given; what was called off does not count. */
export const sessionsOfPlan = (row: PlanRow, sessions: readonly Session[]): readonly Session[] =>
  sessions.filter(({ plan, cancelled }) => plan === row.id && !cancelled);
