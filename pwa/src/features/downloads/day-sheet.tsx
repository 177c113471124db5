import { CATEGORIES, CATEGORY_NAMES } from "@dianbo/shared/category";
import { type CivilDate, civilDateOf, type Instant } from "@dianbo/shared/clock";
import { downloadDaysInWeek } from "@dianbo/shared/ledger";
import { FolderInput, NotebookPen, Printer } from "lucide-react";
import type { DownloadsDoor, DownloadsState } from "../../app/downloads-door.ts";
import { useDependencies, useIdentity, useSnapshot } from "../../app/library-context.tsx";
import { useDownloadTarget } from "../../app/site-target.ts";
import { Button } from "../../design/button.tsx";
import { DigitBlock } from "../../design/number-tag.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords } from "../../locales/index.ts";
import { placedRows, type Taken, takenIn } from "./day-content.ts";
import { DayFailed } from "./day-failed.tsx";
import css from "./downloads.module.css";

const hourOf = (at: Instant): string =>
  new Intl.DateTimeFormat("en-GB", {
    timeZone: "Asia/Shanghai",
    hour: "numeric",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);

const sum = (taken: readonly Taken[], of: (one: Taken) => number): number =>
  taken.reduce((total, one) => total + of(one), 0);

const Shelves = ({ taken }: { readonly taken: readonly Taken[] }) => {
  const { day: words } = useWords().downloads;
  const most = Math.max(
    1,
    ...CATEGORIES.map((category) =>
      sum(
        taken.filter((one) => one.category === category),
        ({ minutes }) => minutes,
      ),
    ),
  );
  const unfiled = taken.filter(({ category }) => category === undefined);
  return (
    <ul className={css.shelves}>
      {CATEGORIES.map((category) => {
        const here = taken.filter((one) => one.category === category);
        const minutes = sum(here, (one) => one.minutes);
        return (
          <li key={category}>
            <DigitBlock digit={category} />
            <span className={css.shelfName}>{CATEGORY_NAMES[category]}</span>
            <span className={`c${category} ${css.shelfBar ?? ""}`} aria-hidden="true">
              {minutes === 0 ? null : <i style={{ width: `${(minutes / most) * 100}%` }} />}
            </span>
            <span className="n">{words.items(here.length)}</span>
            <span className={`n dim ${css.shelfMinutes ?? ""}`}>{words.minutes(minutes)}</span>
          </li>
        );
      })}
      {unfiled.length === 0 ? null : (
        <li>
          <span className={css.noShelf}>?</span>
          <a href="#/inbox" className="grow">
            {words.unfiled}
          </a>
          <span className="n">{words.items(unfiled.length)}</span>
          <span className={css.shelfMinutes} />
        </li>
      )}
    </ul>
  );
};

/** Whether what came stands in the download log already. */
const Logged = ({
  count,
  all,
  isThere,
}: {
  readonly count: number;
  readonly all: boolean;
  /** The book is in another home, which notes what it takes. */
  readonly isThere: boolean;
}) => {
  const { day: words } = useWords().downloads;
  const [said, why] = isThere
    ? [words.loggedThere, words.loggedThereWhy]
    : all
      ? [words.logged, words.loggedWhy]
      : [words.loggedOnceFiled, words.loggedOnceFiledWhy];
  return (
    <div className={`note ${count > 0 && all ? "ok" : ""} ${css.logged ?? ""}`}>
      <NotebookPen size={20} strokeWidth={1.75} aria-hidden="true" />
      {count === 0 ? (
        <span>{words.nothingLogged}</span>
      ) : (
        <div>
          <b>{said}</b>
          <div className="small">{why}</div>
        </div>
      )}
    </div>
  );
};

/** How the week stands beside what the site has set itself; said, never pressed. */
const Week = ({ dates, now }: { readonly dates: readonly CivilDate[]; readonly now: Instant }) => {
  const { day: words } = useWords().downloads;
  const target = useDownloadTarget();
  return (
    <div className={css.week}>
      <span>{words.week}</span>
      <b className="n">{downloadDaysInWeek(dates, civilDateOf(now))}</b>
      <span>{words.target(target.days)}</span>
    </div>
  );
};

/** What this download session has brought, by category, and how the week stands. */
export const DaySheet = ({
  door,
  state,
  now,
}: {
  readonly door: DownloadsDoor;
  readonly state: DownloadsState;
  readonly now: Instant;
}) => {
  const { day: words } = useWords().downloads;
  const { inbox } = useDependencies();
  const { items, downloads } = useSnapshot();
  const { post } = useIdentity();
  const taken = takenIn(state, items, downloads.values());
  const minutes = sum(taken, (one) => one.minutes);
  const time = minutes === 0 ? undefined : words.hours(Math.floor(minutes / 60), minutes % 60);
  const handover = inbox?.handover;
  const ready = (inbox?.rows() ?? []).filter(
    (row) =>
      row.type === "clip" && (row.clip.file.state === "held" || row.clip.file.state === "none"),
  ).length;
  const logged: CivilDate[] = [...downloads.values()]
    .filter(({ life }) => life !== "deleted")
    .map(({ date }) => date);
  const { day } = state;
  // The log notes what stands in the library; what waits in the inbox has no line yet.
  const inLog = new Set<string>([...downloads.values()].map(({ item }) => item));
  const allLogged = taken.every(({ id }) => inLog.has(id));
  return (
    <aside className={`sheet ${css.day ?? ""}`} aria-labelledby="download-day">
      <div className="sh">
        <h2 id="download-day">{words.title}</h2>
        {day === undefined ? null : (
          <span className="end small n">
            {day.endedAt === undefined
              ? words.since(hourOf(day.startedAt))
              : words.ended(hourOf(day.startedAt), hourOf(day.endedAt))}
          </span>
        )}
      </div>
      <div className={css.big}>
        <b className="n">{taken.length}</b>
        <span>
          {words.held(taken.length)}
          <br />
          <span className="n dim">
            {words.sum(sizeInWords(sum(taken, ({ bytes }) => bytes)), time)}
          </span>
        </span>
      </div>
      <Shelves taken={taken} />
      <DayFailed door={door} rows={placedRows(state)} />
      <Logged count={taken.length} all={allLogged} isThere={handover !== undefined} />
      <Week dates={[...logged, ...state.dates]} now={now} />
      <div className={css.foot}>
        {handover === undefined || ready === 0 ? null : (
          <Button look="go" onClick={() => handover.start()}>
            {words.handover(ready)}
          </Button>
        )}
        {day === undefined || day.endedAt !== undefined ? (
          <Button onClick={() => void door.beginDay(post)}>{words.begin}</Button>
        ) : (
          <Button onClick={() => void door.endDay(day.id)}>{words.end}</Button>
        )}
        <a className="btn" href="#/downloads/print">
          <Printer size={20} strokeWidth={1.75} aria-hidden="true" />
          {words.print}
        </a>
        {handover === undefined ? (
          <a className="btn text" href="#/keeping">
            <FolderInput size={20} strokeWidth={1.75} aria-hidden="true" />
            {words.keeping}
          </a>
        ) : null}
      </div>
    </aside>
  );
};
