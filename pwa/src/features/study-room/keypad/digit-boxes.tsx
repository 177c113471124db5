import { useRoomWords } from "../room-words.ts";
import styles from "./keypad.module.css";

/** The typed number in its boxes: the first digit on its shelf's pigment, the next box waiting. */
export const DigitBoxes = ({
  digits,
  boxes,
  wrong,
  menu,
}: {
  readonly digits: string;
  readonly boxes: number;
  /** Nobody has this number: its last digit is struck out. */
  readonly wrong: boolean;
  /** The digits are a set menu's: a round tag is a menu, so their boxes are rounded. */
  readonly menu: boolean;
}) => {
  const words = useRoomWords();
  const first = digits.charAt(0);
  const pigment = /^[1-5]$/u.test(first) ? `c${first}` : "c0";
  const boxClass = (index: number): string => {
    if (menu && index < digits.length) {
      return [
        styles["menuDigit"],
        index === 0 ? styles["menuStart"] : "",
        index === digits.length - 1 ? styles["menuEnd"] : "",
      ].join(" ");
    }
    if (index === digits.length) return styles["waiting"] ?? "";
    if (wrong && index === digits.length - 1) return styles["miss"] ?? "";
    if (index === 0 && digits !== "") return styles["first"] ?? "";
    return "";
  };
  return (
    <div
      role="img"
      aria-label={digits === "" ? words.idle.title : digits}
      className={`${styles["digits"]} ${pigment} ${boxes === 5 ? styles["five"] : ""}`}
    >
      {Array.from({ length: boxes }, (_, index) => index).map((index) => (
        <span key={index} className={boxClass(index)}>
          {digits.charAt(index)}
        </span>
      ))}
    </div>
  );
};
