import * as v from "valibot";
import type { RecordState } from "../changes/index.ts";
import type { CivilDate } from "../clock/index.ts";
import type { DamagedRow } from "../courseware/index.ts";
import { type RecordId, recordIdSchema, type SiteId } from "../identity/index.ts";
import { sortEntries } from "../set-menu/index.ts";
import { calendarDateSchema, plusDays } from "./civil-days.ts";
import { daysOfRepeat, fallsOn } from "./repeat.ts";
import {
  type Branch,
  type PlanRow,
  readBranch,
  readPlanRow,
  readSession,
  readSessionRule,
  type SessionRule,
  type Showing,
  type StoredSession,
} from "./session.ts";

/** Everything a site has on its calendar, as it is stored. */
export interface Schedule {
  readonly sessions: ReadonlyMap<RecordId, StoredSession>;
  readonly rules: ReadonlyMap<RecordId, SessionRule>;
  /** In order, without those that are deleted. */
  readonly branches: readonly Branch[];
  /** By month and topic, without those that are deleted. */
  readonly plans: readonly PlanRow[];
  readonly damaged: readonly DamagedRow[];
}

/** A session (场次): one showing on one day, whether it stands alone or comes of a rule. */
export interface Session extends Showing {
  readonly id: RecordId;
  readonly date: CivilDate;
  readonly cancelled: boolean;
  /** The rule it comes of, and the day of that rule. */
  readonly rule: RecordId | undefined;
  readonly occurs: CivilDate | undefined;
  /** Whether anything of it is stored; a day of a rule that nobody has touched is not. */
  readonly stored: boolean;
}

/** The kinds of record that make a schedule. */
export const SCHEDULE_KINDS = ["session", "session-rule", "branch", "study-plan"] as const;

/** Reads a schedule out of records; others are passed over. */
export const readSchedule = (records: Iterable<RecordState>, site: SiteId): Schedule => {
  const sessions = new Map<RecordId, StoredSession>();
  const rules = new Map<RecordId, SessionRule>();
  const branches: Branch[] = [];
  const plans: PlanRow[] = [];
  const damaged: DamagedRow[] = [];
  const keep = <T>(
    read: { ok: true; value: T } | { ok: false; error: DamagedRow },
    take: (value: T) => unknown,
  ): void => {
    if (read.ok) take(read.value);
    else damaged.push(read.error);
  };
  for (const record of records) {
    switch (record.kind) {
      case "session":
        keep(readSession(record, site), (one) => sessions.set(one.id, one));
        break;
      case "session-rule":
        keep(readSessionRule(record, site), (one) => rules.set(one.id, one));
        break;
      case "branch":
        keep(readBranch(record, site), (one) => branches.push(one));
        break;
      case "study-plan":
        keep(readPlanRow(record, site), (one) => plans.push(one));
        break;
      default:
        break;
    }
  }
  return {
    sessions,
    rules,
    branches: sortEntries(branches.filter(({ life }) => life !== "deleted")),
    plans: plans
      .filter(({ life }) => life !== "deleted")
      .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : a.id < b.id ? -1 : 1)),
    damaged,
  };
};

/**
 * The id of one day of a rule, stored or not: two posts who change the same day offline write the same
 * record, and what they changed of it joins field by field.
 */
export const occurrenceId = (rule: RecordId, date: CivilDate): RecordId =>
  v.parse(recordIdSchema, `${rule.slice(0, 50)}_${date.replaceAll("-", "")}`);

/** What is said of a showing, without ids and days. */
const showingOf = (from: Showing): Showing => ({
  title: from.title,
  start: from.start,
  minutes: from.minutes,
  content: from.content,
  place: from.place,
  branch: from.branch,
  host: from.host,
  mustPlay: from.mustPlay,
  plan: from.plan,
});

/** What a record changes of a rule's day: a value that was cleared is cleared, one never written is the rule's. */
const changed = (from: Showing): Showing =>
  Object.fromEntries(Object.entries(showingOf(from)).filter(([, value]) => value !== undefined));

const ofRule = (rule: SessionRule, occurs: CivilDate, stored?: StoredSession): Session => ({
  ...showingOf(rule),
  ...(stored === undefined ? {} : changed(stored)),
  id: occurrenceId(rule.id, occurs),
  date: stored?.date ?? occurs,
  cancelled: stored?.cancelled === true,
  rule: rule.id,
  occurs,
  stored: stored !== undefined,
});

/** A stored session whole; `undefined` where it is deleted or hangs in the air. */
const wholeOf = (stored: StoredSession, { rules }: Schedule): Session | undefined => {
  if (stored.life === "deleted") return undefined;
  const rule = stored.rule == null ? undefined : rules.get(stored.rule);
  if (rule !== undefined && stored.occurs != null) {
    // What was changed of a rule that went keeps standing only where it says its own day and was not called off.
    if (rule.life === "deleted" && stored.date == null) return undefined;
    return { ...ofRule(rule, stored.occurs, stored), id: stored.id };
  }
  const date = stored.date ?? stored.occurs;
  if (date == null) return undefined;
  return {
    ...showingOf(stored),
    id: stored.id,
    date,
    cancelled: stored.cancelled === true,
    rule: undefined,
    occurs: undefined,
    stored: true,
  };
};

/** By day, then by hour (those without one last), then by id. */
export const compareSessions = (a: Session, b: Session): number => {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return (a.start ?? 1440) - (b.start ?? 1440) || (a.id < b.id ? -1 : 1);
};

/** All sessions from one day to another, both included, in order, those called off among them. */
export const sessionsBetween = (
  schedule: Schedule,
  from: CivilDate,
  to: CivilDate,
): readonly Session[] => {
  const found: Session[] = [];
  const held = new Set<RecordId>();
  for (const stored of schedule.sessions.values()) {
    // A change that was taken back leaves the day as the rule says it.
    if (stored.life !== "deleted") held.add(stored.id);
    const session = wholeOf(stored, schedule);
    if (session !== undefined && session.date >= from && session.date <= to) found.push(session);
  }
  for (const rule of schedule.rules.values()) {
    if (rule.life === "deleted") continue;
    for (const date of daysOfRepeat(rule, from, to)) {
      const session = ofRule(rule, date);
      if (!held.has(session.id)) found.push(session);
    }
  }
  return found.sort(compareSessions);
};

/** The session with an id, stored or a day of a rule. */
export const findSession = (schedule: Schedule, id: string): Session | undefined => {
  const known = v.safeParse(recordIdSchema, id);
  const stored = known.success ? schedule.sessions.get(known.output) : undefined;
  if (stored !== undefined && stored.life !== "deleted") return wholeOf(stored, schedule);
  const [, year, month, day] = /_(\d{4})(\d{2})(\d{2})$/u.exec(id) ?? [];
  const date = v.safeParse(calendarDateSchema, `${year}-${month}-${day}`);
  if (!date.success) return undefined;
  for (const rule of schedule.rules.values()) {
    if (rule.life === "deleted" || occurrenceId(rule.id, date.output) !== id) continue;
    const falls =
      date.output >= rule.from &&
      (rule.until == null || date.output <= rule.until) &&
      fallsOn(rule.repeat, rule.from, date.output);
    return falls ? ofRule(rule, date.output) : undefined;
  }
  return undefined;
};

/** How far ahead the next session is looked for, in days. */
const AHEAD = 400;

/** The next session that takes place: today's while its hour has not passed by more than its length, else a later one. */
export const nextSession = (
  schedule: Schedule,
  now: { readonly date: CivilDate /** Minutes after midnight. */; readonly minute: number },
): Session | undefined =>
  sessionsBetween(schedule, now.date, plusDays(now.date, AHEAD)).find(
    ({ date, start, minutes, cancelled }) =>
      !cancelled && (date > now.date || start == null || start + (minutes ?? 60) > now.minute),
  );
