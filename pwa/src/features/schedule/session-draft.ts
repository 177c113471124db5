import { minutesSchema } from "@dianbo/shared/clock";
import { postSchema, recordIdSchema } from "@dianbo/shared/identity";
import { err, ok, type Result } from "@dianbo/shared/result";
import {
  type Branch,
  calendarDateSchema,
  daysEndingIn,
  type Repeat,
  type RuleFields,
  type Session,
  type SessionContent,
  type SessionEdits,
  type Showing,
  weekdayOf,
} from "@dianbo/shared/session";
import * as v from "valibot";

/** How often a session is meant to be. */
export const REPEATS = ["once", "ending", "weekly", "monthly", "branches"] as const;

/** A session as it stands in the form: what was typed, not yet read. */
export interface SessionDraft {
  readonly date: string;
  /** `HH:MM`; empty where nobody knows. */
  readonly start: string;
  readonly minutes: string;
  readonly kind: "none" | SessionContent["type"];
  readonly menu: string;
  readonly name: string;
  readonly channel: string;
  readonly title: string;
  readonly place: string;
  readonly branch: string;
  readonly host: string;
  readonly plan: string;
  readonly mustPlay: boolean;
  readonly repeat: (typeof REPEATS)[number];
  readonly digit: number;
  readonly weekdays: readonly number[];
  readonly every: number;
  readonly until: string;
}

/** What is wrong with a draft; the form says it in words. */
export type DraftProblem = {
  readonly type: "badDate" | "badLength" | "needName" | "needMenu" | "noBranches";
};

/** A draft that could be read. */
export interface ReadDraft {
  readonly fields: Showing & { readonly date: Session["date"] };
  /** One for each rule; none where it is a single session. */
  readonly rules: readonly RuleFields[];
}

const two = (number: number): string => String(number).padStart(2, "0");

/** An empty form for a day. */
export const emptyDraft = (date: string, place: string): SessionDraft => ({
  date,
  start: "19:00",
  minutes: "",
  kind: "none",
  menu: "",
  name: "",
  channel: "",
  title: "",
  place,
  branch: "",
  host: "",
  plan: "",
  mustPlay: false,
  repeat: "once",
  digit: 6,
  weekdays: [],
  every: 1,
  until: "",
});

/** The form of a session that there is. */
export const draftOf = (session: Session): SessionDraft => ({
  ...emptyDraft(session.date, session.place ?? ""),
  start:
    session.start == null
      ? ""
      : `${two(Math.floor(session.start / 60))}:${two(session.start % 60)}`,
  minutes: session.minutes == null ? "" : String(session.minutes),
  kind: session.content?.type ?? "none",
  menu: session.content?.type === "menu" ? session.content.menu : "",
  name: session.content == null || session.content.type === "menu" ? "" : session.content.name,
  channel: session.content?.type === "broadcast" ? (session.content.channel ?? "") : "",
  title: session.title ?? "",
  branch: session.branch ?? "",
  host: session.host ?? "",
  plan: session.plan ?? "",
  mustPlay: session.mustPlay === true,
});

const contentOf = (draft: SessionDraft): Result<SessionContent | null, DraftProblem> => {
  const name = draft.name.trim().slice(0, 100);
  if (draft.kind === "none") return ok(null);
  if (draft.kind === "menu") {
    const menu = v.safeParse(recordIdSchema, draft.menu);
    return menu.success ? ok({ type: "menu", menu: menu.output }) : err({ type: "needMenu" });
  }
  if (name === "") return err({ type: "needName" });
  const channel = draft.channel.trim().slice(0, 60);
  return ok(
    draft.kind === "other"
      ? { type: "other", name }
      : { type: "broadcast", name, channel: channel === "" ? null : channel },
  );
};

const startOf = (typed: string): number | null => {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})/u.exec(typed) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return Number.isInteger(minutes) && minutes >= 0 && minutes < 1440 ? minutes : null;
};

const textOf = (typed: string, longest: number): string | null => {
  const text = typed.trim().slice(0, longest);
  return text === "" ? null : text;
};

const idOf = (typed: string): v.InferOutput<typeof recordIdSchema> | null => {
  const id = v.safeParse(recordIdSchema, typed);
  return id.success ? id.output : null;
};

const repeatOf = (draft: SessionDraft, date: Session["date"]): Repeat | undefined => {
  switch (draft.repeat) {
    case "once":
    case "branches":
      return undefined;
    case "ending":
      return { type: "month-days", days: [...daysEndingIn(draft.digit)] };
    case "weekly":
      return {
        type: "week-days",
        days: draft.weekdays.length === 0 ? [weekdayOf(date)] : [...draft.weekdays].sort(),
        every: draft.every,
      };
    case "monthly":
      return nthWeekday(date, Math.ceil(Number(date.slice(8)) / 7) - 1);
  }
};

const NTHS = [1, 2, 3, 4, 5] as const;

/** The weekday of a date, the so-manieth of each month; beyond the fourth week, the next weekday. */
const nthWeekday = (date: Session["date"], at: number): Repeat => ({
  type: "month-weekday",
  nth: NTHS[at % NTHS.length] ?? 1,
  weekday: ((weekdayOf(date) - 1 + Math.floor(at / NTHS.length)) % 7) + 1,
});

/** One rule a branch: the first week for the first branch, the second for the second; the fifth begins a day later. */
const branchRules = (
  fields: ReadDraft["fields"],
  until: RuleFields["until"],
  branches: readonly Branch[],
): readonly RuleFields[] =>
  branches.slice(0, 28).map(({ id }, at): RuleFields => {
    const { date, ...rest } = fields;
    const repeat: Repeat = {
      type: "month-weekday",
      nth: NTHS[at % 4] ?? 1,
      weekday: ((weekdayOf(date) - 1 + Math.floor(at / 4)) % 7) + 1,
    };
    return { ...rest, branch: id, repeat, from: date, until };
  });

/** Reads what was typed, or says what is wrong with it. */
export const readDraft = (
  draft: SessionDraft,
  branches: readonly Branch[],
): Result<ReadDraft, DraftProblem> => {
  const date = v.safeParse(calendarDateSchema, draft.date);
  if (!date.success) return err({ type: "badDate" });
  const until = draft.until === "" ? undefined : v.safeParse(calendarDateSchema, draft.until);
  if (until?.success === false) return err({ type: "badDate" });
  const typed = draft.minutes.trim();
  const minutes = typed === "" ? null : v.safeParse(minutesSchema, Number(typed));
  if (minutes !== null && (!minutes.success || minutes.output === 0))
    return err({ type: "badLength" });
  const content = contentOf(draft);
  if (!content.ok) return content;
  const host = v.safeParse(postSchema, draft.host);
  const fields: ReadDraft["fields"] = {
    date: date.output,
    start: startOf(draft.start),
    minutes: minutes === null ? null : minutes.output,
    content: content.value,
    title: textOf(draft.title, 100),
    place: textOf(draft.place, 60),
    branch: idOf(draft.branch),
    host: host.success ? host.output : null,
    plan: idOf(draft.plan),
    mustPlay: draft.mustPlay,
  };
  const end = until?.output ?? null;
  if (draft.repeat === "branches") {
    if (branches.length === 0) return err({ type: "noBranches" });
    return ok({ fields, rules: branchRules(fields, end, branches) });
  }
  const repeat = repeatOf(draft, fields.date);
  const { date: from, ...rest } = fields;
  return ok({ fields, rules: repeat === undefined ? [] : [{ ...rest, repeat, from, until: end }] });
};

const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** What a read draft changes of a session: the fields that differ, and no others. */
export const editsOf = (session: Session, fields: ReadDraft["fields"]): SessionEdits => {
  const edits: SessionEdits = {};
  const before: ReadDraft["fields"] = { ...session, mustPlay: session.mustPlay ?? false };
  return Object.assign(
    edits,
    Object.fromEntries(
      Object.entries(fields).filter(
        ([field, value]) => !isSame(new Map(Object.entries(before)).get(field), value),
      ),
    ),
  );
};
