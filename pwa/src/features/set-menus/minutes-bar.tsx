import {
  isMustPlay,
  type MenuTimes,
  mustPlayTimes,
  type SetMenu,
  type TimedEntry,
} from "@dianbo/shared/set-menu";
import { useWords } from "../../locales/index.ts";
import { barMinutes, markMinutes, timeAt } from "./clock-marks.ts";
import css from "./minutes-bar.module.css";

/** Below these shares of the bar a segment shows its number only, or nothing. */
const ROOM_FOR_BOTH = 0.125;
const ROOM_FOR_NUMBER = 0.065;

const Segment = ({
  timed,
  share,
  bare,
  must,
}: {
  readonly timed: TimedEntry;
  readonly share: number;
  readonly bare: boolean;
  /** Must be played, where others of the menu need not be. */
  readonly must: boolean;
}) => {
  const { entry, item, minutes } = timed;
  const label = entry.activity?.name ?? String(item?.number ?? item?.title ?? "");
  const pigment = item?.category == null ? "act" : `c${item.category}`;
  return (
    <span
      className={`seg ${pigment} ${css.segment ?? ""} ${must ? (css.must ?? "") : ""}`}
      style={{ width: `${share * 100}%` }}
      title={item?.title ?? label}
    >
      {bare || share < ROOM_FOR_NUMBER ? null : (
        <span className={css.label}>
          {label}
          {share < ROOM_FOR_BOTH ? null : <em>{minutes}</em>}
        </span>
      )}
    </span>
  );
};

/** The menu as lengths against the session: segments, the hatched overrun, a tick at the session's end. */
export const MinutesBar = ({
  times,
  menu,
  startsAt,
  small = false,
}: {
  readonly times: MenuTimes;
  /** The menu, where what must be played is told apart from the rest. */
  readonly menu?: SetMenu;
  /** Minutes since midnight at which the session starts, for the clock marks. */
  readonly startsAt?: number;
  /** A thin bar for lists: no words in it. */
  readonly small?: boolean;
}) => {
  const { setMenus: words } = useWords();
  const { total, session, over } = times;
  const must = menu === undefined ? undefined : mustPlayTimes(menu, times);
  const told = must?.mixed === true ? menu : undefined;
  const width = small ? Math.max(total, session) : barMinutes(total, session);
  const at = (minutes: number): string => `${(minutes / width) * 100}%`;
  return (
    <div className={css.bar}>
      <div
        className={`mins ${small ? (css.small ?? "") : (css.big ?? "")}`}
        role="img"
        aria-label={
          must?.mixed === true
            ? words.barNameMust(total, must.total, session)
            : words.barName(total, session)
        }
      >
        {times.entries.map((timed) =>
          timed.minutes === 0 ? null : (
            <Segment
              key={timed.entry.id}
              timed={timed}
              share={timed.minutes / width}
              bare={small}
              must={told !== undefined && isMustPlay(told, timed.entry)}
            />
          ),
        )}
        {over === 0 ? null : (
          <span className={css.overrun} style={{ left: at(session), width: at(over) }} />
        )}
      </div>
      {small && over === 0 ? null : (
        <span className={css.limit} style={{ left: at(session) }} aria-hidden="true">
          {small ? null : <b className="n">{session}</b>}
        </span>
      )}
      {startsAt === undefined ? null : (
        <div className={`${css.axis ?? ""} n`} aria-hidden="true">
          {markMinutes(width).map((mark) => (
            <span key={mark} style={{ left: at(mark) }}>
              {timeAt(startsAt, mark)}
            </span>
          ))}
        </div>
      )}
    </div>
  );
};
