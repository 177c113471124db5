import css from "./report-paper.module.css";

/** One column: its height, what stands above and below it. */
export interface ChartColumn {
  readonly key: string;
  readonly value: number;
  readonly above: string;
  readonly below: string;
}

const WIDTH = 640;
const HEIGHT = 168;
const LEFT = 26;
const FOOT = 22;
const HEAD = 20;

/** Round marks of an axis that reaches `most`: at most five of them. */
const marksUpTo = (most: number): readonly number[] => {
  const step = [1, 2, 5, 10, 20, 50, 100, 200].find((one) => most / one <= 5) ?? most;
  const top = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: top + 1 }, (_, at) => at * step);
};

/** Columns on a line, a dashed one for the target; `name` says it to those who do not see it. */
export const ColumnChart = ({
  name,
  columns,
  target,
  low = false,
}: {
  readonly name: string;
  readonly columns: readonly ChartColumn[];
  readonly target: number | undefined;
  /** Half as high. */
  readonly low?: boolean;
}) => {
  const height = low ? HEIGHT * 0.62 : HEIGHT;
  const marks = marksUpTo(Math.max(target ?? 0, ...columns.map(({ value }) => value), 1));
  const top = marks.at(-1) ?? 1;
  const yOf = (value: number): number => height - FOOT - (value / top) * (height - FOOT - HEAD);
  const step = (WIDTH - LEFT) / Math.max(1, columns.length);
  const bar = Math.min(36, step * 0.66);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={name} className={css.chart}>
      {marks.map((mark) => (
        <g key={mark}>
          <line x1={LEFT} x2={WIDTH} y1={yOf(mark)} y2={yOf(mark)} className={css.mark} />
          <text x={LEFT - 8} y={yOf(mark) + 4} textAnchor="end">
            {mark}
          </text>
        </g>
      ))}
      {columns.map(({ key, value, above, below }, at) => {
        const middle = LEFT + step * (at + 0.5);
        return (
          <g key={key}>
            <rect
              x={middle - bar / 2}
              width={bar}
              y={yOf(value)}
              height={Math.max(0, height - FOOT - yOf(value))}
              className={css.bar}
            />
            {above === "" ? null : (
              <text x={middle} y={yOf(value) - 6} textAnchor="middle" className={css.above}>
                {above}
              </text>
            )}
            <text x={middle} y={height - 5} textAnchor="middle">
              {below}
            </text>
          </g>
        );
      })}
      {target === undefined ? null : (
        <line x1={LEFT} x2={WIDTH} y1={yOf(target)} y2={yOf(target)} className={css.target} />
      )}
    </svg>
  );
};
