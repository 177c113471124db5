import type { Following } from "@dianbo/shared/calling";
import { useRoomWords } from "../room-words.ts";
import styles from "./called.module.css";

const ROWS = 7;

/** What begins with the digits typed so far: the digits still to press stand out. */
export const FollowingList = ({
  digits,
  following,
  chosen,
}: {
  readonly digits: string;
  readonly following: readonly Following[];
  readonly chosen: number;
}) => {
  const words = useRoomWords();
  const fits = following.length <= ROWS;
  const rows = fits ? ROWS : ROWS - 1;
  const from = Math.max(0, Math.min(chosen - rows + 1, following.length - rows));
  const shown = following.slice(from, from + rows);
  const others = following.length - shown.length;
  return (
    <section className={styles["list"]}>
      <h2>{words.half.startingWith(digits, following.length)}</h2>
      <ul>
        {shown.map(({ number, item }, index) => (
          <li
            key={`${number}-${item.id}`}
            className={from + index === chosen ? styles["chosen"] : ""}
          >
            <span className={styles["number"]}>
              {digits}
              <i>{String(number).slice(digits.length)}</i>
            </span>
            <span className="clip">{item.title}</span>
            {item.minutes ? (
              <span className={`n ${styles["minutes"]}`}>{words.minutes(item.minutes)}</span>
            ) : null}
          </li>
        ))}
        {others > 0 ? <li className={styles["others"]}>{words.half.others(others)}</li> : null}
      </ul>
    </section>
  );
};
