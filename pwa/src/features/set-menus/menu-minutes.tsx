import type { MenuTimes } from "@dianbo/shared/set-menu";
import { TriangleAlert } from "lucide-react";
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

/** The one figure of the builder: how long the menu is, and whether that fits the hour. */
export const MenuMinutes = ({
  times,
  startTime,
  setStartTime,
}: {
  readonly times: MenuTimes;
  /** `HH:MM`. */
  readonly startTime: string;
  readonly setStartTime: (time: string) => void;
}) => {
  const { setMenus: words } = useWords();
  const startsAt = minutesOfDay(startTime) ?? 0;
  return (
    <div className={css.minutes}>
      <div className={css.line}>
        <output className={css.total}>
          <b className="n">{times.total}</b> {words.minutesUnit}
        </output>
        <Verdict times={times} startsAt={startsAt} />
        <label className={`row ${css.start ?? ""}`}>
          <span className="hint">{words.startsAt}</span>
          <input
            className="n"
            type="time"
            value={startTime}
            onChange={(event) => setStartTime(event.target.value)}
          />
        </label>
      </div>
      <MinutesBar times={times} startsAt={startsAt} />
    </div>
  );
};
