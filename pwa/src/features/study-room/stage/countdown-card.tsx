import type { SetMenu } from "@dianbo/shared/set-menu";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useDependencies } from "../../../app/library-context.tsx";
import { NumberTag } from "../../../design/number-tag.tsx";
import type { NamedPart } from "../part-name.tsx";
import roomStyles from "../room.module.css";
import { type KeyHint, RoomFoot, RoomHead } from "../room-frame.tsx";
import { useRoomWords } from "../room-words.ts";
import styles from "./countdown-card.module.css";

const MINUTE = 60_000;
const DOTS = 10;

/** Milliseconds left of so many minutes since that moment. */
const useCountdown = (minutes: number, since: number): number => {
  const { clock } = useDependencies();
  const [now, setNow] = useState<number>(() => clock.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), 500);
    return () => clearInterval(timer);
  }, [clock]);
  return Math.max(0, since + minutes * MINUTE - now);
};

/**
 * The card of an intermission or an activity: what it is, how long it lasts, what comes next. An
 * intermission goes on by itself; an activity waits for Enter, because people may still be talking.
 */
export const CountdownCard = ({
  kicker,
  title,
  say,
  minutes,
  since,
  next,
  last,
  nextIs,
  byItself,
  menu,
  hints,
  foot,
  onOver,
}: {
  readonly kicker: string;
  readonly title: string;
  readonly say: string;
  readonly minutes: number;
  /** When it began, in milliseconds since 1970: it may go on in another window, or after a power cut. */
  readonly since: number;
  readonly next: NamedPart | undefined;
  /** Nothing comes after the next one. */
  readonly last: boolean;
  /** How the next one is announced. */
  readonly nextIs: string;
  readonly byItself: boolean;
  readonly menu: SetMenu | undefined;
  readonly hints: readonly KeyHint[];
  readonly foot: ReactNode;
  readonly onOver: () => void;
}) => {
  const words = useRoomWords();
  const left = useCountdown(minutes, since);
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });
  const ended = left === 0;
  useEffect(() => {
    if (ended && byItself) over.current();
  }, [ended, byItself]);
  const gone = minutes === 0 ? DOTS : Math.floor((1 - left / (minutes * MINUTE)) * DOTS);
  const seconds = left <= MINUTE;
  const starts = seconds ? words.card.secondsIn : words.card.startsIn;
  const lasts = seconds ? words.card.secondsLeft : words.card.left;
  const around = byItself && next !== undefined ? starts : lasts;
  return (
    <div className={`${roomStyles["screen"]} ${styles["above"]}`}>
      <RoomHead menu={menu} />
      <main className={styles["card"]}>
        <section>
          <p className={styles["kicker"]}>{kicker}</p>
          <h1>{title}</h1>
          <p className={styles["said"]}>{say}</p>
        </section>
        <aside>
          <p className={styles["kicker"]}>{next === undefined ? words.card.end : nextIs}</p>
          {next?.number === undefined ? null : <NumberTag number={next.number} />}
          {next === undefined ? null : (
            <h2 className={[...next.title].length > 9 ? styles["long"] : ""}>{next.title}</h2>
          )}
          {next === undefined || next.minutes === 0 ? null : (
            <p className={styles["kicker"]}>
              {last ? words.card.thenEnd(next.minutes) : words.card.then(next.minutes)}
            </p>
          )}
          <div className={styles["countdown"]}>
            <div className={styles["dots"]}>
              {Array.from({ length: DOTS }, (_, index) => index).map((index) => (
                <i key={index} className={index < gone ? styles["past"] : ""} />
              ))}
            </div>
            {ended ? (
              <p>{next === undefined ? words.card.overEnd : words.card.over}</p>
            ) : (
              <p>
                {around.before}{" "}
                <b className="n">{seconds ? Math.ceil(left / 1000) : Math.ceil(left / MINUTE)}</b>{" "}
                {around.after}
              </p>
            )}
          </div>
        </aside>
      </main>
      <RoomFoot hints={hints} say={foot} />
    </div>
  );
};
