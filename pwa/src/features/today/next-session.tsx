import { CATEGORIES } from "@dianbo/shared/category";
import { civilDateOf, type Instant } from "@dianbo/shared/clock";
import type { MediaHash } from "@dianbo/shared/courseware";
import { partsOf } from "@dianbo/shared/pre-flight";
import {
  type Lack,
  lacksOf,
  lengthOf,
  menuOf,
  nextSession,
  type Session,
} from "@dianbo/shared/session";
import { type SetMenu, timesOf } from "@dianbo/shared/set-menu";
import {
  CalendarPlus,
  Check,
  CircleCheck,
  ListChecks,
  Printer,
  TriangleAlert,
  Usb,
  X,
} from "lucide-react";
import { useEffect, useState } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { contentBeside, lackInWords, repeatInWords, sessionName } from "../../app/session-words.ts";
import { useSchedule, useSiteTime } from "../../app/site-records.ts";
import { useChecks } from "../../app/use-checks.ts";
import {
  clockInWords,
  dayAndWeekday,
  dayInWords,
  weekdayInWords,
} from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { NumberTag, RoundTag } from "../../design/number-tag.tsx";
import { useWords, type Words } from "../../locales/index.ts";
import type { KeptReport } from "../../storage/checking/index.ts";
import { AskedLast } from "./asked-last.tsx";
import css from "./next-session.module.css";

/** So many entries of the menu are named; the rest is one press away. */
const NAMED = 5;

/** The files that are really on this PC; `undefined` until somebody has looked. */
const useHeldFiles = (): ReadonlySet<MediaHash> | undefined => {
  const { media } = useDependencies();
  const { revision } = useSnapshot();
  const [held, setHeld] = useState<ReadonlySet<MediaHash>>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file may have come with the last change
  useEffect(() => {
    let here = true;
    void media.list().then((files) => {
      if (here) setHeld(new Set(files.map(({ hash }) => hash)));
    });
    return () => {
      here = false;
    };
  }, [media, revision]);
  return held;
};

const dayNamed = (date: string, today: string, words: Words["today"]): string => {
  const days = Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000);
  return words.near[days] ?? dayAndWeekday(date, today);
};

/** What the last pre-flight of this very menu found on this machine; nothing where the menu was changed since. */
const useKnown = (menu: SetMenu | undefined): KeptReport | undefined => {
  const checks = useChecks();
  const { entries, items } = useSnapshot();
  const report = menu === undefined ? undefined : checks?.reports.get(menu.id);
  if (menu === undefined || report === undefined) return undefined;
  const now = partsOf(menu, entries.values(), (id) => items.get(id)).map(({ id }) => id);
  return now.join() === report.items.join() ? report : undefined;
};

/** A moment as one says it today: its hour; else its day as well. */
const whenInWords = (at: Instant, today: string): string => {
  const day = civilDateOf(at);
  const hour = clockInWords((Math.floor(at / 60_000) + 8 * 60) % (24 * 60));
  return day === today ? hour : `${dayInWords(day, today)} ${hour}`;
};

const Known = ({ report }: { readonly report: KeptReport }) => {
  const words = useWords().preFlight;
  const { date } = useSiteTime();
  const ready = report.verdict === "ready";
  return (
    <span className={css.verdict}>
      <span className={`st ${ready ? "ok" : "warn"}`}>
        <Icon of={ready ? CircleCheck : TriangleAlert} size={20} />
        {words.known[report.verdict](report.total, report.plays)}
      </span>
      <span className={`small ${css.checked ?? ""}`}>
        {words.checkedAt(whenInWords(report.at, date))}
      </span>
    </span>
  );
};

const Verdict = ({
  lacks,
  known,
}: {
  readonly lacks: readonly Lack[];
  readonly known: KeptReport | undefined;
}) => {
  const words = useWords();
  // What was really tried says more than what is recorded.
  const rest =
    known === undefined
      ? lacks
      : lacks.filter(({ type }) => type !== "not-held" && type !== "needs-net");
  if (rest.length === 0) {
    return known === undefined ? (
      <span className={`st ok ${css.verdict ?? ""}`}>
        <Icon of={CircleCheck} size={20} />
        {words.schedule.lacks.none}
      </span>
    ) : (
      <Known report={known} />
    );
  }
  return (
    <div>
      {known === undefined ? null : <Known report={known} />}
      <ul className={css.lacks} aria-label={words.today.lacking}>
        {rest.slice(0, 3).map((lack) => (
          <li key={lack.type} className="st warn">
            <Icon of={TriangleAlert} size={18} />
            {lackInWords(lack, words)}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** The menu of the next session on the clock, its first entries, and whether each is there. */
const MenuOfSession = ({
  menu,
  session,
  lacks,
  known,
}: {
  readonly menu: SetMenu;
  readonly session: Session;
  readonly lacks: readonly Lack[];
  readonly known: KeptReport | undefined;
}) => {
  const words = useWords().today;
  const { menus, entries, items } = useSnapshot();
  const times = timesOf(menu, [...entries.values()], (id) => items.get(id));
  const length = lengthOf(session, menus);
  const room = Math.max(times.total, length, 1);
  const absent = new Set(lacks.flatMap((lack) => ("items" in lack ? lack.items : [])));
  return (
    <div className={css.menu}>
      <p className={css.menuName}>
        {menu.number == null ? null : <RoundTag number={menu.number} />}
        <b className="clip">{menu.name}</b>
        <span className={css.total}>
          <b className="n">{times.total}</b> {words.minutes}{" "}
          <span className="hint">{words.session(length)}</span>
        </span>
      </p>
      <div className={`mins ${css.bar ?? ""}`} aria-hidden="true">
        {times.entries
          .filter(({ minutes }) => minutes > 0)
          .map(({ entry, item, minutes }) => {
            const shelf = CATEGORIES.find((category) => category === item?.category);
            return (
              <span
                key={entry.id}
                className={`seg ${shelf === undefined ? "act" : `c${shelf}`}`}
                style={{ width: `${(minutes / room) * 100}%` }}
              >
                {minutes / room < 0.065 ? null : (item?.number ?? entry.activity?.name)}
              </span>
            );
          })}
      </div>
      <ul>
        {times.entries.slice(0, NAMED).map(({ entry, item, minutes }) => (
          <li key={entry.id} className={css.entry}>
            {item?.number == null ? null : <NumberTag number={item.number} size="s" />}
            <span className="clip grow">
              {entry.activity?.name ?? item?.title ?? words.itemGone}
            </span>
            <span className="n dim">
              {minutes} {words.minutes}
            </span>
            <span className={css.there}>
              {item !== undefined && known?.broken.includes(item.id) === true ? (
                <span className="st bad">
                  <X size={18} strokeWidth={1.75} role="img" aria-label={words.broken} />
                </span>
              ) : item !== undefined && (known !== undefined || !absent.has(item)) ? (
                <span className="st ok">
                  <Check size={18} strokeWidth={1.75} role="img" aria-label={words.there} />
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {times.entries.length > NAMED ? (
        <a className="small" href={`#/set-menus/${menu.id}`}>
          {words.moreEntries(times.entries.length - NAMED)}
        </a>
      ) : null}
    </div>
  );
};

const Foot = ({
  session,
  menu,
  known,
}: {
  readonly session: Session;
  readonly menu: SetMenu | undefined;
  readonly known: KeptReport | undefined;
}) => {
  const all = useWords();
  const words = all.today;
  return (
    <p className={css.foot}>
      <a className="btn go" href="#/book/print/notice">
        <Icon of={Printer} />
        {words.printNotice}
      </a>
      {menu === undefined ? null : (
        <>
          <a className="btn" href={`#/pre-flight/${menu.id}`}>
            <Icon of={ListChecks} />
            {known === undefined ? all.preFlight.door : all.preFlight.doorAgain}
          </a>
          <a className="btn" href={`#/stick/${menu.id}`}>
            <Icon of={Usb} />
            {all.stick.door}
          </a>
          <a className="btn text" href={`#/set-menus/${menu.id}`}>
            {words.openMenu}
          </a>
        </>
      )}
      <a className="btn text end" href={`#/schedule/${session.id}`}>
        {session.content == null || (session.content.type === "menu" && menu === undefined)
          ? words.chooseMenu
          : words.changeSession}
      </a>
    </p>
  );
};

/** The next session: when and where, what is shown, and what is missing for it. */
export const NextSession = () => {
  const all = useWords();
  const words = all.today;
  const schedule = useSchedule();
  const time = useSiteTime();
  const { menus, entries, items } = useSnapshot();
  const held = useHeldFiles();
  const session = nextSession(schedule, time);
  const known = useKnown(session === undefined ? undefined : menuOf(session, menus));
  if (session === undefined) {
    return (
      <section className={`sheet ${css.none ?? ""}`} aria-labelledby="today-next">
        <h2 id="today-next">{words.noNext}</h2>
        <p className="dim">{words.noNextWhy}</p>
        <div className="row">
          <a className="btn go" href="#/schedule/new">
            <Icon of={CalendarPlus} />
            {words.setSession}
          </a>
          <a className="btn" href="#/pre-flight">
            <Icon of={ListChecks} />
            {all.preFlight.door}
          </a>
        </div>
        <AskedLast />
      </section>
    );
  }
  const menu = menuOf(session, menus);
  const lacks = lacksOf(session, { menus, entries, items, held });
  const rule = session.rule === undefined ? undefined : schedule.rules.get(session.rule);
  const label = [
    words.next,
    session.title ?? undefined,
    rule === undefined ? undefined : repeatInWords(rule.repeat, all.schedule),
  ].filter((part) => part !== undefined);
  const hour = session.start == null ? "" : all.schedule.clock(session.start);
  return (
    <section className={`sheet ${css.next ?? ""}`} aria-labelledby="today-next">
      <div className={css.when}>
        <div className={`n ${css.day ?? ""}`} aria-hidden="true">
          <b>{Number(session.date.slice(8))}</b>
          <span>{weekdayInWords(session.date)}</span>
        </div>
        <div className={`grow ${css.words ?? ""}`}>
          <p className="dim">{label.join(" · ")}</p>
          <h2 id="today-next" className={css.hour}>
            {[`${dayNamed(session.date, time.date, words)} ${hour}`.trim(), session.place]
              .filter((part) => part != null)
              .join(all.schedule.comma)}
          </h2>
        </div>
        <Verdict lacks={lacks} known={known} />
      </div>
      {menu === undefined ? (
        <p className={css.what}>
          {contentBeside(session, menus, all.schedule) ?? sessionName(session, menus, all.schedule)}
        </p>
      ) : (
        <MenuOfSession menu={menu} session={session} lacks={lacks} known={known} />
      )}
      <AskedLast />
      <Foot session={session} menu={menu} known={known} />
    </section>
  );
};
