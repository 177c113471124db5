import type { CivilDate } from "@dianbo/shared/clock";
import {
  calendarDateSchema,
  daysOfMonth,
  findSession,
  monthOf,
  plusMonths,
  type Session,
  sessionsBetween,
} from "@dianbo/shared/session";
import { ChevronLeft, ChevronRight, Plus } from "lucide-react";
import { useState } from "react";
import * as v from "valibot";
import { useSchedule, useSiteTime } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { Choice } from "../../design/choice.tsx";
import { dayAndWeekday, dayInWords, monthInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { BranchesView } from "./branches-view.tsx";
import { MonthGrid } from "./month-grid.tsx";
import { PlanView } from "./plan-view.tsx";
import styles from "./schedule.module.css";
import { SessionCard } from "./session-card.tsx";
import { type FormStart, SessionForm } from "./session-form.tsx";

const VIEWS = ["month", "list", "plan", "branches"] as const;
type View = (typeof VIEWS)[number];

/** The view that the address asks for: `?view=plan`. */
const viewAsked = (): View => {
  const asked = new URLSearchParams(/\?(.*)$/u.exec(location.hash)?.[1] ?? "").get("view");
  return VIEWS.find((view) => view === asked) ?? "month";
};

/** What the address asks the form to begin with: `?date=…&menu=…&plan=…`. */
const startOf = (today: CivilDate): FormStart => {
  const asked = new URLSearchParams(/\?(.*)$/u.exec(location.hash)?.[1] ?? "");
  const date = v.safeParse(calendarDateSchema, asked.get("date"));
  return {
    date: date.success ? date.output : today,
    menu: asked.get("menu") ?? undefined,
    plan: asked.get("plan") ?? undefined,
  };
};

const MonthHead = ({
  chosen,
  today,
  choose,
}: {
  readonly chosen: CivilDate;
  readonly today: CivilDate;
  readonly choose: (date: CivilDate) => void;
}) => {
  const words = useWords().schedule;
  const month = monthOf(chosen);
  const by = (months: number): void => {
    const [first] = daysOfMonth(plusMonths(month, months));
    if (first !== undefined) choose(first);
  };
  return (
    <div className={styles.monthNav}>
      <Button look="text" aria-label={words.previous} onClick={() => by(-1)}>
        <Icon of={ChevronLeft} />
      </Button>
      <h2 aria-live="polite">{monthInWords(month)}</h2>
      <Button look="text" aria-label={words.next} onClick={() => by(1)}>
        <Icon of={ChevronRight} />
      </Button>
      <Button look="text" onClick={() => choose(today)}>
        {words.today}
      </Button>
    </div>
  );
};

const DayPanel = ({
  date,
  today,
  sessions,
}: {
  readonly date: CivilDate;
  readonly today: CivilDate;
  readonly sessions: readonly Session[];
}) => {
  const words = useWords().schedule;
  return (
    <section className={`sheet ${styles.dayPanel ?? ""}`} aria-labelledby="schedule-day">
      <h2 id="schedule-day">{dayAndWeekday(date, today, "long")}</h2>
      {sessions.length === 0 ? <p className="dim">{words.emptyDay}</p> : null}
      {sessions.map((session) => (
        <SessionCard key={session.id} session={session} />
      ))}
      <a
        className={`btn ${sessions.length === 0 ? "go" : ""}`}
        href={`#/schedule/new?date=${date}`}
        aria-label={words.addOn(dayInWords(date, today))}
      >
        <Icon of={Plus} />
        {words.add}
      </a>
    </section>
  );
};

/** Beside the calendar: the form that was asked for, else the chosen day. */
const Side = ({
  id,
  session,
  date,
  today,
  sessions,
  leave,
}: {
  readonly id: string | undefined;
  readonly session: Session | undefined;
  readonly date: CivilDate;
  readonly today: CivilDate;
  readonly sessions: readonly Session[];
  readonly leave: (date: CivilDate) => void;
}) => {
  if (id !== "new" && session === undefined) {
    return (
      <div className={styles.side}>
        <DayPanel date={date} today={today} sessions={sessions} />
      </div>
    );
  }
  return (
    <div className={`${styles.side ?? ""} ${styles.first ?? ""}`}>
      <SessionForm
        key={id === "new" ? location.hash : id}
        session={session}
        start={id === "new" ? startOf(date) : { date }}
        done={leave}
      />
    </div>
  );
};

const ListView = ({ sessions }: { readonly sessions: readonly Session[] }) => {
  const words = useWords().schedule;
  return (
    <ul className={styles.sessionList} aria-label={words.views.list}>
      {sessions.map((session) => (
        <li key={session.id}>
          <SessionCard session={session} withDay />
        </li>
      ))}
    </ul>
  );
};

/** The calendar of sessions: a month and its days, a list, the study plan, the branches; a form beside it. */
export const ScheduleRoom = ({ id }: { readonly id?: string }) => {
  const words = useWords().schedule;
  const { date: today } = useSiteTime();
  const schedule = useSchedule();
  const session = id === undefined || id === "new" ? undefined : findSession(schedule, id);
  const [view, setView] = useState<View>(viewAsked);
  const [chosen, setChosen] = useState<CivilDate>(() =>
    id === "new" ? startOf(today).date : (session?.date ?? today),
  );
  const days = daysOfMonth(monthOf(chosen));
  const [first = chosen] = days;
  const sessions = sessionsBetween(schedule, first, days.at(-1) ?? chosen);
  const isDated = view === "month" || view === "list";
  const leave = (date: CivilDate): void => {
    setChosen(date);
    location.hash = "#/schedule";
  };
  return (
    <main className={`main ${styles.main ?? ""}`}>
      <div className="head">
        <h1>{words.title}</h1>
        <Choice
          name={words.view}
          options={VIEWS.map((value) => ({ value, word: words.views[value] }))}
          chosen={view}
          onChoose={setView}
        />
        <span className="end">
          {isDated ? <MonthHead chosen={chosen} today={today} choose={setChosen} /> : null}
        </span>
      </div>
      {id !== undefined && id !== "new" && session === undefined ? (
        <p className="note">{words.form.missing}</p>
      ) : null}
      {schedule.damaged.length === 0 ? null : (
        <p className="note warn">{words.damaged(schedule.damaged.length)}</p>
      )}
      <div className={styles.halves}>
        {view === "month" ? (
          <section className={`sheet ${styles.calendar ?? ""}`} aria-label={words.month}>
            <MonthGrid
              chosen={chosen}
              today={today}
              sessions={sessions}
              choose={setChosen}
              add={(date) => {
                location.hash = `#/schedule/new?date=${date}`;
              }}
            />
            <p className={`small ${styles.keys ?? ""}`}>
              {sessions.length === 0 ? words.emptyMonth : words.monthKeys}
            </p>
          </section>
        ) : null}
        {view === "list" ? (
          <section className={`sheet ${styles.view ?? ""}`} aria-label={words.views.list}>
            {sessions.length === 0 ? <p className={styles.empty}>{words.emptyMonth}</p> : null}
            <ListView sessions={sessions} />
          </section>
        ) : null}
        {view === "plan" ? <PlanView /> : null}
        {view === "branches" ? <BranchesView /> : null}
        <Side
          id={id}
          session={session}
          date={chosen}
          today={today}
          sessions={sessions.filter(({ date }) => date === chosen)}
          leave={leave}
        />
      </div>
    </main>
  );
};
