import css from "./tally-marks.module.css";

/** The five strokes of 正 as people write them; each a line of a 16 by 16 square. */
const STROKES = ["M2 2.5h12", "M8 2.5v11", "M8 8h5", "M4 7v6.5", "M1.5 13.5h13"] as const;

/** More than this is told by the figure alone. */
const DRAWN = 25;

const Mark = ({ strokes }: { readonly strokes: number }) => (
  <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">
    <path
      d={STROKES.slice(0, strokes).join("")}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    />
  </svg>
);

/** A count as people here count by hand: one 正 for five, the figure beside it. */
export const TallyMarks = ({
  count,
  words,
}: {
  readonly count: number;
  /** The count in a sentence, for readers. */
  readonly words: string;
}) => {
  const whole = Math.floor(Math.min(count, DRAWN) / 5);
  const rest = count > DRAWN ? 0 : count % 5;
  return (
    <span className={css.tally} role="img" aria-label={words}>
      <span className={css.marks}>
        {Array.from({ length: whole }, (_, at) => at).map((at) => (
          <Mark key={at} strokes={5} />
        ))}
        {rest === 0 ? null : <Mark strokes={rest} />}
      </span>
      <b className="n">{count}</b>
    </span>
  );
};
