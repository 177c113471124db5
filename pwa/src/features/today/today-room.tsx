import { civilDateOf } from "@dianbo/shared/clock";
import { nextSession } from "@dianbo/shared/session";
import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { searchLibrary } from "../../app/room-search.ts";
import { useSchedule, useSiteTime } from "../../app/site-records.ts";
import { Key } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import { FirstSteps } from "./first-steps.tsx";
import { MenusSheet } from "./menus-sheet.tsx";
import { MonthSheet } from "./month-sheet.tsx";
import { NextSession } from "./next-session.tsx";
import { StorageLine } from "./storage-line.tsx";
import { TasksSheet } from "./tasks-sheet.tsx";
import styles from "./today.module.css";
import { UsedSheet } from "./used-sheet.tsx";
import { WishesSheet } from "./wishes-sheet.tsx";

/** The week of the year as ISO 8601 counts it: week 1 holds the year's first Thursday. */
const weekOf = (day: Date): number => {
  const thursday = new Date(day);
  thursday.setUTCDate(day.getUTCDate() + 3 - ((day.getUTCDay() + 6) % 7));
  const first = new Date(Date.UTC(thursday.getUTCFullYear(), 0, 4));
  return (
    1 +
    Math.round(
      (thursday.getTime() - first.getTime()) / 604_800_000 +
        (((first.getUTCDay() + 6) % 7) - 3) / 7,
    )
  );
};

/** The start page: the day, the menus, what is at hand. */
export const TodayRoom = ({
  asks,
  backup,
}: {
  /** What the browser must be allowed again before films play: above all else. */
  readonly asks?: ReactNode;
  /** The line about the last backup. */
  readonly backup?: ReactNode;
}) => {
  const words = useWords().today;
  const { clock } = useDependencies();
  const { items, menus } = useSnapshot();
  const hasNext = nextSession(useSchedule(), useSiteTime()) !== undefined;
  // The site's own day, whatever zone this PC believes to be in; it stands at midnight UTC from here on.
  const day = new Date(`${civilDateOf(clock.now())}T00:00:00Z`);
  const isEmpty = ![...items.values(), ...menus.values()].some(({ life }) => life !== "deleted");
  const date = new Intl.DateTimeFormat(document.documentElement.lang, {
    month: "long",
    day: "numeric",
    weekday: "long",
    timeZone: "UTC",
  }).format(day);
  return (
    <main className={`main ${styles.main ?? ""}`}>
      <div className="head">
        <h1>{date}</h1>
        <span className="dim">{words.week(weekOf(day))}</span>
        <button type="button" className={`field end ${styles.find}`} onClick={searchLibrary}>
          <Search aria-hidden="true" size={20} strokeWidth={1.75} />
          <span className="grow">{words.find}</span>
          <Key>/</Key>
        </button>
      </div>
      {asks}
      {isEmpty ? (
        <FirstSteps />
      ) : (
        <div className={styles.sheets}>
          <div className={styles.column}>
            <NextSession />
            {hasNext ? null : <MenusSheet />}
            <MonthSheet />
          </div>
          <div className={styles.column}>
            <TasksSheet />
            <UsedSheet />
            <WishesSheet />
          </div>
        </div>
      )}
      <StorageLine />
      {backup}
    </main>
  );
};
