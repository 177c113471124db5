import {
  type MenuTimes,
  type MustPlayTimes,
  mustPlayTimes,
  type SetMenu,
} from "@dianbo/shared/set-menu";
import { TriangleAlert, Usb } from "lucide-react";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { minutesOfDay, timeAt } from "./clock-marks.ts";
import css from "./menu-minutes.module.css";
import { MinutesBar } from "./minutes-bar.tsx";

const Verdict = ({ times, startsAt }: { readonly times: MenuTimes; readonly startsAt: number }) => {
  const { setMenus: words } = useWords();
  const end = timeAt(startsAt, times.total);
  if (times.over > 0) {
    return (
      <span className="st warn">
        <Icon of={TriangleAlert} />
        {words.overNote(times.over, end)}
      </span>
    );
  }
  if (times.entries.length === 0) return <span className="st dim">{words.emptyNote}</span>;
  const left = times.session - times.total;
  return (
    <span className="st dim">{left === 0 ? words.exactNote(end) : words.leftNote(left, end)}</span>
  );
};

/** What must be played by itself, where that is not all of the menu. */
const MustVerdict = ({ must, over }: { readonly must: MustPlayTimes; readonly over: number }) => {
  const { setMenus: words } = useWords();
  if (must.over > 0) {
    return <span className="st warn">{words.mustTotalOver(must.total, must.over)}</span>;
  }
  if (!must.mixed) return null;
  return (
    <span className="st dim">
      {over > 0 ? words.mustFits(must.total) : words.mustTotal(must.total)}
    </span>
  );
};

/** The one figure of the builder: how long the menu is, and whether that fits the hour. */
export const MenuMinutes = ({
  menu,
  times,
  startTime,
  setStartTime,
}: {
  readonly menu: SetMenu;
  readonly times: MenuTimes;
  /** `HH:MM`. */
  readonly startTime: string;
  readonly setStartTime: (time: string) => void;
}) => {
  const { setMenus: words, stick } = useWords();
  const startsAt = minutesOfDay(startTime) ?? 0;
  return (
    <div className={css.minutes}>
      <div className={css.line}>
        <output className={css.total}>
          <b className="n">{times.total}</b> {words.minutesUnit}
        </output>
        <Verdict times={times} startsAt={startsAt} />
        <MustVerdict must={mustPlayTimes(menu, times)} over={times.over} />
        <label className={`row ${css.start ?? ""}`}>
          <span className="hint">{words.startsAt}</span>
          <input
            className="n"
            type="time"
            value={startTime}
            onChange={(event) => setStartTime(event.target.value)}
          />
        </label>
        <a className="btn text end" href={`#/stick/${menu.id}`}>
          <Icon of={Usb} />
          {stick.door}
        </a>
      </div>
      <MinutesBar times={times} menu={menu} startsAt={startsAt} />
    </div>
  );
};
