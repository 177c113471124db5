import { useState } from "react";
import type { DownloadsDoor, DownloadWishes } from "../../app/downloads-door.ts";
import { useDownloadTarget } from "../../app/site-target.ts";
import { useWords } from "../../locales/index.ts";
import css from "./downloads.module.css";

const GB = 1024 ** 3;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour * 60);
const FEW = [1, 2, 3, 4, 5, 6];
const DAYS = [1, 2, 3, 4, 5, 6, 7];
const RESERVES = [1, 2, 5, 10, 20, 50];

const Pick = ({
  label,
  value,
  choices,
  say,
  onPick,
}: {
  readonly label: string;
  readonly value: number;
  readonly choices: readonly number[];
  readonly say: (choice: number) => string;
  readonly onPick: (choice: number) => void;
}) => (
  <label className={css.wish}>
    <span>{label}</span>
    <select value={value} onChange={(event) => onPick(Number(event.target.value))}>
      {[...new Set([...choices, value])].map((choice) => (
        <option key={choice} value={choice}>
          {say(choice)}
        </option>
      ))}
    </select>
  </label>
);

/** How the site wants its downloads done; folded away until somebody asks. */
export const WishesSheet = ({
  door,
  wishes,
}: {
  readonly door: DownloadsDoor;
  readonly wishes: DownloadWishes;
}) => {
  const { wishes: words } = useWords().downloads;
  const target = useDownloadTarget();
  const [refused, setRefused] = useState(false);
  const clock = (minutes: number): string =>
    `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
  const notify = async (wanted: boolean): Promise<void> => {
    if (!wanted) return door.wish({ notify: false });
    setRefused(!(await door.askToNotify()));
  };
  return (
    <details className={`sheet ${css.wishes ?? ""}`}>
      <summary>{words.title}</summary>
      <div className={css.wishList}>
        <Pick
          label={words.atOnce}
          value={wishes.atOnce}
          choices={FEW}
          say={String}
          onPick={(atOnce) => void door.wish({ atOnce })}
        />
        <Pick
          label={words.perHost}
          value={wishes.perHost}
          choices={FEW}
          say={String}
          onPick={(perHost) => void door.wish({ perHost })}
        />
        <Pick
          label={words.nightFrom}
          value={wishes.nightFrom}
          choices={HOURS}
          say={clock}
          onPick={(nightFrom) => void door.wish({ nightFrom })}
        />
        <Pick
          label={words.nightTo}
          value={wishes.nightTo}
          choices={HOURS}
          say={clock}
          onPick={(nightTo) => void door.wish({ nightTo })}
        />
        <Pick
          label={words.reserve}
          value={wishes.reserve / GB}
          choices={RESERVES}
          say={words.gigabytes}
          onPick={(size) => void door.wish({ reserve: size * GB })}
        />
        <Pick
          label={words.weekTarget}
          value={target.days}
          choices={DAYS}
          say={String}
          onPick={target.set}
        />
        <label className={css.tick}>
          <input
            type="checkbox"
            checked={wishes.notify}
            onChange={(event) => void notify(event.target.checked)}
          />
          <span>
            {words.notify}
            <span className="small">{refused ? words.notAllowed : words.notifyWhy}</span>
          </span>
        </label>
      </div>
    </details>
  );
};
