import { daysOfMonth, monthOf, sessionsBetween } from "@dianbo/shared/session";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { useSchedule, useSiteTime } from "../../app/site-records.ts";
import { useDownloadTarget } from "../../app/site-target.ts";
import { dayInWords } from "../../design/day-in-words.ts";
import { useWords } from "../../locales/index.ts";
import { type MarkedDay, marksOfMonth } from "./month-marks.ts";
import css from "./month-sheet.module.css";

const Mark = ({ day }: { readonly day: MarkedDay }) => (
  <span className={css.marksOfDay}>
    {day.downloaded ? <i className={css.square} /> : null}
    {day.played ? <i className={css.disc} /> : null}
    {day.set ? <i className={css.ring} /> : null}
  </span>
);

/** This month: days online, days with a showing, sessions ahead; and the week against the site's own target. */
export const MonthSheet = () => {
  const words = useWords().today;
  const snapshot = useSnapshot();
  const schedule = useSchedule();
  const { inbox } = useDependencies();
  const { date: today } = useSiteTime();
  const target = useDownloadTarget();
  const all = daysOfMonth(monthOf(today));
  const sessions = sessionsBetween(schedule, all[0] ?? today, all.at(-1) ?? today);
  const marks = marksOfMonth(snapshot, sessions, today);
  return (
    <section className={`sheet ${css.month ?? ""}`} aria-labelledby="today-month">
      <div className="sh">
        <h2 id="today-month" className={css.head}>
          {words.thisMonth}
        </h2>
        <span className={css.legend}>
          <i className={css.square} />
          {words.onlineDays(marks.downloadDays)}
        </span>
        <span className={css.legend}>
          <i className={css.disc} />
          {words.playedDays(marks.playedDays)}
        </span>
        <span className={css.legend}>
          <i className={css.ring} />
          {words.sessionsAhead(marks.sessionsAhead)}
        </span>
      </div>
      <ol className={css.strip} aria-label={words.monthDays}>
        {marks.days.map((day) => (
          <li key={day.date} className={day.date === today ? css.now : undefined}>
            <Mark day={day} />
            <b className="n">{Number(day.date.slice(8))}</b>
            <span className="visually-hidden">
              {dayInWords(day.date, today)}
              {day.downloaded ? words.dayOnline : ""}
              {day.played ? words.dayPlayed : ""}
              {day.set ? words.daySet : ""}
            </span>
          </li>
        ))}
      </ol>
      <p className={css.week}>
        <span className="grow">{words.weekOnline(marks.thisWeek, target.days)}</span>
        <a className="btn" href={`#/reports/${monthOf(today)}`}>
          {words.monthReport}
        </a>
        <a className="btn" href={inbox?.downloads === undefined ? "#/portals" : "#/downloads"}>
          {inbox?.downloads === undefined ? words.goOnline : words.toDownloads}
        </a>
      </p>
    </section>
  );
};
