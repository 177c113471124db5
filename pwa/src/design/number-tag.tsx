/** The five pigments by digit, and ink for what belongs to no shelf. */
const pigment = (digit: string): string => (/^[1-5]$/u.test(digit) ? `c${digit}` : "c0");

/**
 * The number tag (号签): first digit reversed out in its pigment, the rest in ink. A square tag is an
 * item. The one component for it, on every screen and sheet.
 */
export const NumberTag = ({
  number,
  size = "m",
  blank = false,
}: {
  readonly number: number;
  readonly size?: "s" | "m" | "l" | "xl";
  /** A number kept for what is not there yet. */
  readonly blank?: boolean;
}) => {
  const text = String(number);
  const classes = ["num", pigment(text.charAt(0)), size === "m" ? "" : size, blank ? "blank" : ""];
  return (
    <b className={classes.filter(Boolean).join(" ")}>
      <i>{text.charAt(0)}</i>
      <span>{text.slice(1)}</span>
    </b>
  );
};

/** The round tag: a bundle's number of one or two digits. */
export const RoundTag = ({ number }: { readonly number: number }) => (
  <b className="mnum">{number}</b>
);

/** A single digit on its pigment, for choices and shelf heads. */
export const DigitBlock = ({ digit }: { readonly digit: number }) => (
  <b className={`dig ${pigment(String(digit))}`}>{digit}</b>
);
