import { ok } from "@dianbo/shared/result";
import {
  addPlanRow,
  daysOfMonth,
  editPlanRow,
  menuOf,
  monthOf,
  type PlanRow,
  removePlanRow,
  sessionsBetween,
  sessionsOfPlan,
} from "@dianbo/shared/session";
import { useEffect, useRef, useState } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { useSchedule, useSiteTime } from "../../app/site-records.ts";
import { useAct } from "../../app/use-act.ts";
import { Button } from "../../design/button.tsx";
import { dayInWords, monthInWords } from "../../design/day-in-words.ts";
import { useWords } from "../../locales/index.ts";
import { type PlanFields, PlanForm } from "./plan-form.tsx";
import styles from "./schedule.module.css";

/** Only what was changed is written: what the other post changes meanwhile stays theirs. */
const changedOf = (row: PlanRow, fields: PlanFields): Partial<PlanFields> => ({
  ...(fields.month === row.month ? {} : { month: fields.month }),
  ...(fields.topic === row.topic ? {} : { topic: fields.topic }),
  ...((fields.audience ?? null) === (row.audience ?? null) ? {} : { audience: fields.audience }),
  ...(fields.sessions === row.sessions ? {} : { sessions: fields.sessions }),
  ...(fields.content === (row.content ?? null) ? {} : { content: fields.content }),
  ...(fields.when === (row.when ?? null) ? {} : { when: fields.when }),
  ...(fields.way === (row.way ?? null) ? {} : { way: fields.way }),
  ...(fields.host === (row.host ?? null) ? {} : { host: fields.host }),
});

const Row = ({ row }: { readonly row: PlanRow }) => {
  const words = useWords().schedule.plan;
  const { records, menus } = useSnapshot();
  const schedule = useSchedule();
  const { date: today } = useSiteTime();
  const { act } = useAct();
  const [isOpen, setOpen] = useState(false);
  const door = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // The form goes, and the focus with it: back to where it was opened.
    if (wasOpen.current && !isOpen) door.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const days = daysOfMonth(row.month);
  const [first = today] = days;
  const last = days.at(-1) ?? first;
  const sessions = sessionsOfPlan(row, sessionsBetween(schedule, first, last));
  const ready = sessions.filter((session) => menuOf(session, menus) !== undefined).length;
  const record = records.get(row.id);
  const day = today >= first && today <= last ? today : first;
  if (isOpen) {
    return (
      <li className={styles.planRow}>
        <PlanForm
          name={words.editOf(row.topic)}
          begin={row}
          keep={async (fields) => {
            const kept = await act(() => ok(editPlanRow(row, changedOf(row, fields))));
            if (kept) setOpen(false);
            return kept;
          }}
          leave={() => setOpen(false)}
          acts={
            <>
              <Button type="submit" look="go">
                {words.save}
              </Button>
              <Button look="text" onClick={() => setOpen(false)}>
                {words.leave}
              </Button>
            </>
          }
        />
      </li>
    );
  }
  return (
    <li className={styles.planRow}>
      <div className="grow">
        <p>
          <b className={styles.cardName}>{row.topic}</b>{" "}
          <span className="small">{row.audience ?? ""}</span>
        </p>
        {[row.content, row.when, row.way].some((text) => text != null) ? (
          <p className="small">
            {[row.content, row.when, row.way].filter((text) => text != null).join(" · ")}
          </p>
        ) : null}
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
      <Button
        ref={door}
        look="text"
        aria-label={words.editOf(row.topic)}
        onClick={() => setOpen(true)}
      >
        {words.edit}
      </Button>
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
  const months = [...new Set(plans.map((row) => row.month))];
  return (
    <section className={`sheet ${styles.view ?? ""}`} aria-label={words.title}>
      <p className={`small ${styles.lede ?? ""}`}>{words.lede}</p>
      <p className={styles.planDoors}>
        <a className="btn" href={`#/reports/plan/${today.slice(0, 4)}`}>
          {words.propose(Number(today.slice(0, 4)) + 1)}
        </a>
        <a className="btn" href={`#/ledgers/written/plan/${today.slice(0, 4)}`}>
          {words.print}
        </a>
      </p>
      <PlanForm
        name={words.add}
        begin={{ month: monthOf(today), topic: "", audience: "", sessions: 1 }}
        keep={(row) => act(() => ok(addPlanRow(row, newId).changes))}
        acts={<Button type="submit">{words.add}</Button>}
      />
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
