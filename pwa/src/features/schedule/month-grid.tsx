import type { CivilDate } from "@dianbo/shared/clock";
import {
  daysOfMonth,
  type Month,
  monthOf,
  plusDays,
  plusMonths,
  type Session,
  weekdayOf,
} from "@dianbo/shared/session";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useSnapshot } from "../../app/library-context.tsx";
import { sessionName } from "../../app/session-words.ts";
import { clockInWords, dayInWords } from "../../design/day-in-words.ts";
import { useWords } from "../../locales/index.ts";
import styles from "./schedule.module.css";

/** So many sessions of a day are named in its square. */
const NAMED = 2;

/** The weeks of a month, Monday first; places of other months are empty. */
const weeksOf = (month: Month): readonly (readonly (CivilDate | undefined)[])[] => {
  const days = daysOfMonth(month);
  const [first] = days;
  const before = first === undefined ? 0 : weekdayOf(first) - 1;
  const places = [...Array.from({ length: before }, () => undefined), ...days];
  return Array.from({ length: Math.ceil(places.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, at) => places[week * 7 + at]),
  );
};

/** A month by keys: arrows go by a day, PageUp and PageDown by a month, Enter adds a session. */
export const MonthGrid = ({
  chosen,
  today,
  sessions,
  choose,
  add,
}: {
  readonly chosen: CivilDate;
  readonly today: CivilDate;
  /** Those of the month, in order. */
  readonly sessions: readonly Session[];
  readonly choose: (date: CivilDate) => void;
  readonly add: (date: CivilDate) => void;
}) => {
  const words = useWords().schedule;
  const { menus } = useSnapshot();
  const grid = useRef<HTMLTableElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${chosen}"]`)?.focus();
  }, [chosen]);

  const press = (event: KeyboardEvent): void => {
    const month = (by: number): CivilDate => {
      const days = daysOfMonth(plusMonths(monthOf(chosen), by));
      return days[Math.min(Number(chosen.slice(8)), days.length) - 1] ?? chosen;
    };
    const to = {
      ArrowLeft: () => plusDays(chosen, -1),
      ArrowRight: () => plusDays(chosen, 1),
      ArrowUp: () => plusDays(chosen, -7),
      ArrowDown: () => plusDays(chosen, 7),
      Home: () => plusDays(chosen, 1 - weekdayOf(chosen)),
      End: () => plusDays(chosen, 7 - weekdayOf(chosen)),
      PageUp: () => month(-1),
      PageDown: () => month(1),
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    moved.current = true;
    choose(to());
  };

  return (
    <table ref={grid} className={styles.grid} aria-label={words.month}>
      <thead>
        <tr>
          {words.weekdays.map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(monthOf(chosen)).map((week) => (
          <tr key={week.find((day) => day !== undefined)}>
            {week.map((day, at) => {
              if (day === undefined) return <td key={words.weekdays[at]} />;
              const on = sessions.filter(({ date }) => date === day);
              return (
                <td key={day}>
                  <button
                    type="button"
                    data-day={day}
                    tabIndex={day === chosen ? 0 : -1}
                    className={[
                      styles.dayCell,
                      day === today ? styles.isToday : "",
                      day === chosen ? styles.isChosen : "",
                    ].join(" ")}
                    aria-current={day === today ? "date" : undefined}
                    aria-pressed={day === chosen}
                    onClick={() => choose(day)}
                    onKeyDown={(event) => {
                      if (event.key === "Enter") {
                        event.preventDefault();
                        add(day);
                      } else press(event);
                    }}
                  >
                    <span className="visually-hidden">
                      {words.dayName(
                        dayInWords(day, today),
                        on.filter(({ cancelled }) => !cancelled).length,
                      )}
                    </span>
                    <b className="n" aria-hidden="true">
                      {Number(day.slice(8))}
                    </b>
                    {on.slice(0, NAMED).map((session) => (
                      <span
                        key={session.id}
                        className={`clip ${styles.inCell} ${session.cancelled ? styles.off : ""}`}
                      >
                        {session.start == null ? "" : `${clockInWords(session.start)} `}
                        {sessionName(session, menus, words)}
                      </span>
                    ))}
                    {on.length > NAMED ? (
                      <span className={styles.inCell}>{words.moreSessions(on.length - NAMED)}</span>
                    ) : null}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
