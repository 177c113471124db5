import { ok } from "@dianbo/shared/result";
import {
  addPlanRow,
  daysOfMonth,
  menuOf,
  monthOf,
  monthSchema,
  type PlanRow,
  removePlanRow,
  sessionsBetween,
  sessionsOfPlan,
} from "@dianbo/shared/session";
import { type FormEvent, useState } from "react";
import * as v from "valibot";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { useSchedule, useSiteTime } from "../../app/site-records.ts";
import { useAct } from "../../app/use-act.ts";
import { Button } from "../../design/button.tsx";
import { dayInWords, monthInWords } from "../../design/day-in-words.ts";
import { useWords } from "../../locales/index.ts";
import { TextField } from "./form-field.tsx";
import styles from "./schedule.module.css";

const Row = ({ row }: { readonly row: PlanRow }) => {
  const words = useWords().schedule.plan;
  const { records, menus } = useSnapshot();
  const schedule = useSchedule();
  const { date: today } = useSiteTime();
  const { act } = useAct();
  const days = daysOfMonth(row.month);
  const [first = today] = days;
  const last = days.at(-1) ?? first;
  const sessions = sessionsOfPlan(row, sessionsBetween(schedule, first, last));
  const ready = sessions.filter((session) => menuOf(session, menus) !== undefined).length;
  const record = records.get(row.id);
  const day = today >= first && today <= last ? today : first;
  return (
    <li className={styles.planRow}>
      <div className="grow">
        <p>
          <b className={styles.cardName}>{row.topic}</b>{" "}
          <span className="small">{row.audience ?? ""}</span>
        </p>
        <p className="small">{words.progress(sessions.length, row.sessions, ready)}</p>
        <p className="small">
          {sessions.map(({ id, date }) => (
            <a key={id} className={styles.planDay} href={`#/schedule/${id}`}>
              {dayInWords(date, today)}
            </a>
          ))}
        </p>
      </div>
      <a className="btn" href={`#/schedule/new?plan=${row.id}&date=${day}`}>
        {words.schedule}
      </a>
      {record === undefined ? null : (
        <Button
          look="text"
          className="quiet"
          aria-label={words.removeOf(row.topic)}
          onClick={() => void act(() => ok(removePlanRow(row, record)))}
        >
          {words.remove}
        </Button>
      )}
    </li>
  );
};

/** The study plan: a row a topic, with the sessions that it has. */
export const PlanView = () => {
  const words = useWords().schedule.plan;
  const { newId } = useDependencies();
  const { plans } = useSchedule();
  const { date: today } = useSiteTime();
  const { act } = useAct();
  const [month, setMonth] = useState<string>(() => monthOf(today));
  const [topic, setTopic] = useState("");
  const [audience, setAudience] = useState("");
  const [wanted, setWanted] = useState("1");
  const [isBad, setBad] = useState(false);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const read = v.safeParse(monthSchema, month);
    const sessions = Number(wanted);
    const isFit = Number.isInteger(sessions) && sessions >= 1 && sessions <= 31;
    setBad(!read.success || topic.trim() === "" || !isFit);
    if (!read.success || topic.trim() === "" || !isFit) return;
    const row = {
      month: read.output,
      topic: topic.trim().slice(0, 100),
      audience: audience.trim() === "" ? null : audience.trim().slice(0, 60),
      sessions,
    };
    void act(() => ok(addPlanRow(row, newId).changes)).then((kept) => {
      if (kept) setTopic("");
    });
  };
  const months = [...new Set(plans.map((row) => row.month))];
  return (
    <section className={`sheet ${styles.view ?? ""}`} aria-label={words.title}>
      <p className={`small ${styles.lede ?? ""}`}>{words.lede}</p>
      <form className={styles.addRow} onSubmit={add}>
        <TextField name={words.month} type="month" value={month} change={setMonth} />
        <TextField
          name={words.topic}
          value={topic}
          hint={words.topicHint}
          longest={100}
          change={setTopic}
        />
        <TextField
          name={words.audience}
          value={audience}
          hint={words.audienceHint}
          longest={60}
          change={setAudience}
        />
        <TextField name={words.sessions} type="number" value={wanted} change={setWanted} />
        <Button type="submit">{words.add}</Button>
      </form>
      {isBad ? (
        <p className={`note bad ${styles.inset ?? ""}`} role="alert">
          {words.bad}
        </p>
      ) : null}
      {plans.length === 0 ? <p className={styles.empty}>{words.empty}</p> : null}
      {months.map((each) => (
        <div key={each}>
          <h3 className={styles.monthHead}>{monthInWords(each)}</h3>
          <ul>
            {plans
              .filter((row) => row.month === each)
              .map((row) => (
                <Row key={row.id} row={row} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
};
