import { RoundTag } from "../../design/number-tag.tsx";
import css from "./sheets.module.css";

/** A programme number on paper: its first digit reversed out, the rest in ink; it takes the size of the type around it. */
export const PaperNumber = ({ number }: { readonly number: number }) => {
  const digits = String(number);
  return (
    <b className={`${css.pn ?? ""} c${/^[1-5]/u.test(digits) ? digits.charAt(0) : 0}`}>
      <i>{digits.charAt(0)}</i>
      {digits.slice(1)}
    </b>
  );
};

/** A set menu's number on paper: round. */
export const PaperRound = ({ number }: { readonly number: number }) => (
  <span className={css.round}>
    <RoundTag number={number} />
  </span>
);
