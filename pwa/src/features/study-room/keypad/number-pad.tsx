import { RoomIcon } from "../room-icons.tsx";
import type { RoomKey } from "../room-keys.ts";
import { useRoomWords } from "../room-words.ts";
import styles from "./keypad.module.css";

const ROWS = [
  ["1", "2", "3", "4", "5"],
  ["6", "7", "8", "9", "0"],
] as const;

/** The keys on the screen, for touch. Those that lead nowhere are dimmed and can still be pressed. */
export const NumberPad = ({
  leads,
  ready,
  press,
}: {
  /** Which digits lead on; undefined when all do. */
  readonly leads: ReadonlySet<string> | undefined;
  /** Enter would put something on. */
  readonly ready: boolean;
  readonly press: (key: RoomKey) => void;
}) => {
  const words = useRoomWords();
  const digitKey = (digit: string) => (
    <button
      key={digit}
      type="button"
      tabIndex={-1}
      className={leads === undefined || leads.has(digit) ? "" : styles["off"]}
      onClick={() => press({ type: "digit", digit })}
    >
      {digit}
    </button>
  );
  return (
    <div className={styles["pad"]}>
      {ROWS[0].map(digitKey)}
      <button
        type="button"
        tabIndex={-1}
        className={styles["plain"]}
        aria-label={words.keys.backspace}
        onClick={() => press({ type: "back" })}
      >
        <RoomIcon name="delete" />
      </button>
      {ROWS[1].map(digitKey)}
      <button
        type="button"
        tabIndex={-1}
        className={ready ? styles["go"] : styles["plain"]}
        onClick={() => press({ type: "enter" })}
      >
        {words.keys.play}
      </button>
    </div>
  );
};
