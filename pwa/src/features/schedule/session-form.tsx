import type { CivilDate } from "@dianbo/shared/clock";
import { daysOfRepeat, plusDays, type Session, sessionsBetween } from "@dianbo/shared/session";
import { TriangleAlert } from "lucide-react";
import { type FormEvent, useState } from "react";
import { repeatInWords } from "../../app/session-words.ts";
import { useSchedule, useSiteTime } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { dayInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { RepeatFields } from "./repeat-fields.tsx";
import styles from "./schedule.module.css";
import { draftOf, editsOf, emptyDraft, readDraft, type SessionDraft } from "./session-draft.ts";
import { SessionEnds } from "./session-ends.tsx";
import { SessionFields } from "./session-fields.tsx";
import { useClash } from "./use-clash.ts";
import { useSaving } from "./use-saving.ts";

/** How many days of a rule are named before it is kept. */
const PREVIEWED = 3;

/** What the form begins with, from the address or the calendar. */
export interface FormStart {
  readonly date: CivilDate;
  readonly menu?: string | undefined;
  readonly plan?: string | undefined;
}

/** The form of a session: a new one, or one that there is; of a series, for one day or from that day on. */
export const SessionForm = ({
  session,
  start,
  done,
}: {
  readonly session: Session | undefined;
  readonly start: FormStart;
  readonly done: (date: CivilDate) => void;
}) => {
  const { schedule: all, shell } = useWords();
  const words = all.form;
  const schedule = useSchedule();
  const { date: today } = useSiteTime();
  const saving = useSaving();
  const recent = sessionsBetween(schedule, plusDays(today, -180), plusDays(today, 180));
  const places = [...new Set(recent.flatMap(({ place }) => place ?? []))].slice(0, 12);
  const [draft, setDraft] = useState<SessionDraft>(() =>
    session === undefined
      ? {
          ...emptyDraft(start.date, places[0] ?? ""),
          ...(start.menu === undefined ? {} : { kind: "menu" as const, menu: start.menu }),
          plan: start.plan ?? "",
        }
      : draftOf(session),
  );
  const [problem, setProblem] = useState<string>();
  const change = (change: Partial<SessionDraft>): void => {
    setDraft((before) => ({ ...before, ...change }));
    setProblem(undefined);
  };
  const read = readDraft(draft, schedule.branches);
  const clash = useClash(read.ok ? read.value : undefined, session, today);
  const rule = session?.rule === undefined ? undefined : schedule.rules.get(session.rule);
  const days = read.ok
    ? read.value.rules
        .flatMap((one) => daysOfRepeat(one, one.from, plusDays(one.from, 366)).slice(0, PREVIEWED))
        .sort()
        .slice(0, PREVIEWED)
    : [];

  const finish = async (kept: Promise<boolean>): Promise<void> => {
    if (await kept) done(read.ok ? (days[0] ?? read.value.fields.date) : start.date);
    else setProblem(words.notKept);
  };
  const save = (scope: "one" | "from"): void => {
    if (!read.ok) setProblem(words[read.error.type]);
    else if (session === undefined) void finish(saving.create(read.value));
    else {
      const edits = editsOf(session, read.value.fields);
      void finish(
        scope === "from" ? saving.editFrom(session, edits) : saving.editOne(session, edits),
      );
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save("one");
  };
  return (
    <form className={`sheet ${styles.form ?? ""}`} onSubmit={submit} aria-label={words.create}>
      <h2 className={styles.wide}>{session === undefined ? words.create : words.edit}</h2>
      {rule === undefined ? null : (
        <p className={`small ${styles.wide ?? ""}`}>{words.of(repeatInWords(rule.repeat, all))}</p>
      )}
      <SessionFields draft={draft} places={places} change={change} />
      {session === undefined ? <RepeatFields draft={draft} change={change} /> : null}
      {draft.repeat === "once" || !read.ok ? null : (
        <p className={`small ${styles.wide ?? ""}`} role="status">
          {days.length === 0
            ? words.noDays
            : words.preview(days.map((day) => dayInWords(day, today)).join(shell.marks.list))}
        </p>
      )}
      <div className={styles.wide} role="status">
        {clash === undefined ? null : (
          <p className="note warn">
            <Icon of={TriangleAlert} />
            {clash}
          </p>
        )}
        {read.ok && session === undefined && read.value.fields.date < today ? (
          <p className="small">{words.past}</p>
        ) : null}
      </div>
      {problem === undefined ? null : (
        <p className={`note bad ${styles.wide ?? ""}`} role="alert">
          {problem}
        </p>
      )}
      <div className={`${styles.buttons ?? ""} ${styles.wide ?? ""}`}>
        <Button look="go" type="submit">
          {rule === undefined ? words.save : words.saveOne}
        </Button>
        {rule === undefined ? null : <Button onClick={() => save("from")}>{words.saveFrom}</Button>}
        <Button look="text" onClick={() => done(start.date)}>
          {words.cancel}
        </Button>
      </div>
      {session === undefined ? null : (
        <SessionEnds session={session} isSeries={rule !== undefined} finish={finish} />
      )}
    </form>
  );
};
