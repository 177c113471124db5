import { roomAddress } from "@dianbo/shared/calling";
import { lacksOf, lengthOf, menuOf, monthOf, type Session } from "@dianbo/shared/session";
import {
  CircleCheck,
  ListChecks,
  NotebookPen,
  Projector,
  TriangleAlert,
  Utensils,
} from "lucide-react";
import { useSnapshot } from "../../app/library-context.tsx";
import {
  contentBeside,
  lackInWords,
  repeatInWords,
  sessionName,
  whenAndWhere,
} from "../../app/session-words.ts";
import { useSchedule, useSiteTime } from "../../app/site-records.ts";
import { dayAndWeekday, dayInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import styles from "./schedule.module.css";

/** One session: when, where, what, what it lacks, and its doors. */
export const SessionCard = ({
  session,
  withDay = false,
}: {
  readonly session: Session;
  readonly withDay?: boolean;
}) => {
  const all = useWords();
  const words = all.schedule;
  const { menus, entries, items } = useSnapshot();
  const schedule = useSchedule();
  const { date: today } = useSiteTime();
  const rule = session.rule === undefined ? undefined : schedule.rules.get(session.rule);
  const branch = schedule.branches.find(({ id }) => id === session.branch);
  const menu = menuOf(session, menus);
  const name = sessionName(session, menus, words);
  const isAhead = session.date >= today && !session.cancelled;
  const lacks = isAhead ? lacksOf(session, { menus, entries, items }) : [];
  return (
    <div className={styles.card}>
      <p className={session.cancelled ? styles.off : undefined}>
        {withDay ? <b className={styles.cardDay}>{dayAndWeekday(session.date, today)}</b> : null}
        <b>{whenAndWhere(session, words)}</b>
      </p>
      <p className={`${styles.cardName ?? ""} ${session.cancelled ? styles.off : ""}`}>{name}</p>
      <p className="small">
        {[
          session.cancelled ? words.off : undefined,
          contentBeside(session, menus, words),
          words.minutes(lengthOf(session, menus)),
          branch?.name,
          session.mustPlay === true ? words.mustPlay : undefined,
          session.host == null ? undefined : words.form.post(session.host),
          rule === undefined ? undefined : repeatInWords(rule.repeat, words),
        ]
          .filter((part) => part !== undefined)
          .join(" · ")}
      </p>
      {isAhead && lacks.length === 0 ? (
        <p className="st ok small">
          <Icon of={CircleCheck} size={18} />
          {words.lacks.none}
        </p>
      ) : null}
      {lacks.length === 0 ? null : (
        <ul className={styles.lacks}>
          {lacks.map((lack) => (
            <li key={lack.type} className="st warn small">
              <Icon of={TriangleAlert} size={18} />
              {lackInWords(lack, all)}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.doors}>
        <a
          className="btn"
          href={`#/schedule/${session.id}`}
          aria-label={words.editOf(`${dayInWords(session.date, today)} ${name}`)}
        >
          {words.edit}
        </a>
        {menu === undefined ? null : (
          <a className="btn text" href={`#/set-menus/${menu.id}`}>
            <Icon of={Utensils} size={18} />
            {words.openMenu}
          </a>
        )}
        {menu === undefined || session.date !== today || session.cancelled ? null : (
          <a
            className="btn text"
            href={roomAddress({ menu: menu.number ?? undefined, session: session.id })}
          >
            <Icon of={Projector} size={18} />
            {words.room(menu.number ?? undefined)}
          </a>
        )}
        {session.date > today || session.cancelled ? null : (
          <>
            <a className="btn text" href={`#/ledgers/roll?session=${session.id}`}>
              <Icon of={ListChecks} size={18} />
              {words.callRoll}
            </a>
            <a className="btn text" href={`#/register/${monthOf(session.date)}`}>
              <Icon of={NotebookPen} size={18} />
              {words.inRegister}
            </a>
          </>
        )}
      </p>
    </div>
  );
};
