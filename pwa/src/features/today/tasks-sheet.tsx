import { useSyncExternalStore } from "react";
import { channelNews, onChannelNews } from "../../app/channel-news.ts";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { useWaitingShowings } from "../../app/showings.ts";
import { useSiteTime } from "../../app/site-records.ts";
import { useDamaged } from "../../app/use-damaged.ts";
import { useSharedNumbers } from "../../app/use-shared-numbers.ts";
import { useWaiting } from "../../app/use-waiting.ts";
import { dayInWords } from "../../design/day-in-words.ts";
import { useWords, type Words } from "../../locales/index.ts";
import { type DownloadCounts, type Task, tasksOf } from "./tasks.ts";
import styles from "./today.module.css";
import { useDueReport } from "./use-due-report.ts";

const taskInWords = (
  task: Task,
  words: Words["today"],
  today: string,
): { what: string; why: string; act: string; to: string } => {
  switch (task.type) {
    case "waiting":
      return { what: words.waiting, why: words.waitingWhy, act: words.file, to: "#/inbox" };
    case "uncounted":
      return {
        what: words.uncounted,
        why: task.latest === undefined ? "" : words.uncountedWhy(dayInWords(task.latest.on, today)),
        act: words.count,
        to: `#/register/${task.latest?.on.slice(0, 7) ?? ""}?card=${task.latest?.id ?? ""}`,
      };
    case "unsent":
      return {
        what: words.unsent,
        why: task.report === undefined ? "" : words.unsentWhy(dayInWords(task.report.by, today)),
        act: words.look,
        to: `#/reports/${task.report?.month ?? ""}`,
      };
    case "coming":
      return { what: words.coming, why: words.comingWhy, act: words.look, to: "#/downloads" };
    case "not-come":
      return { what: words.notCome, why: words.notComeWhy, act: words.look, to: "#/downloads" };
    case "unprinted":
      return {
        what: words.unprinted,
        why: words.unprintedWhy(task.edition),
        act: words.print,
        to: "#/book",
      };
    case "missing":
      return {
        what: words.missing,
        why: words.missingWhy,
        act: words.look,
        to: "#/library?where=missing",
      };
    case "channel-news":
      return {
        what: words.channelNews,
        why: words.channelNewsWhy(task.channels.map(({ name, written }) => ({ name, written }))),
        act: words.look,
        to: "#/channels",
      };
    case "pending":
      return { what: words.pending, why: words.pendingWhy, act: words.look, to: "#/settle" };
    case "damaged":
      return { what: words.damaged, why: words.damagedWhy, act: words.look, to: "#/library" };
  }
};

/** How many rows of the extension's inbox wait. */
const useInboxRows = (): number => {
  const { inbox } = useDependencies();
  const rows = useSyncExternalStore(
    (listener) => inbox?.subscribe(listener) ?? (() => undefined),
    () => inbox?.rows(),
  );
  return rows?.length ?? 0;
};

/** How the extension's downloads stand; nothing in an app that has none. */
const useDownloadCounts = (): DownloadCounts => {
  const door = useDependencies().inbox?.downloads;
  const state = useSyncExternalStore(
    (listener) => door?.subscribe(listener) ?? (() => undefined),
    () => door?.state(),
  );
  const rows = state?.rows ?? [];
  return {
    coming: rows.filter(({ file }) => file?.state === "downloading" || file?.state === "waiting")
      .length,
    notCome: rows.filter(({ file }) => file?.state === "failed" && file.reason !== "cancelled")
      .length,
  };
};

/** What is at hand: figure, words, one button a row. */
export const TasksSheet = () => {
  const words = useWords().today;
  const tasks = tasksOf(
    useSnapshot(),
    useInboxRows(),
    useDownloadCounts(),
    useWaitingShowings(),
    useDamaged().length,
    useDueReport(),
    useWaiting().length + useSharedNumbers().length,
    useSyncExternalStore(onChannelNews, channelNews),
  );
  const { date } = useSiteTime();
  return (
    <section className={`sheet ${styles.tasks}`} aria-labelledby="today-tasks">
      <div className="sh">
        <h2 id="today-tasks">{words.atHand}</h2>
        <span className="end small">{words.oneByOne}</span>
      </div>
      {tasks.length === 0 ? <p className={styles.none}>{words.nothingWaits}</p> : null}
      <ul>
        {tasks.map((task) => {
          const { what, why, act, to } = taskInWords(task, words, date);
          return (
            <li key={task.type} className={styles.task}>
              <b className={`n ${styles.figure}`}>{task.count}</b>
              <span className="grow">
                <b className={styles.what}>{what}</b>
                <span className="small">{why}</span>
              </span>
              <a className="btn" href={to}>
                {act}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
