import type { LibraryFilter } from "@dianbo/shared/library-filter";
import { useId } from "react";
import { useWords } from "../../locales/index.ts";
import css from "./filter-panel.module.css";

/** The lengths that people ask for: up to ten minutes, up to half an hour, longer. */
const USUAL = [
  { to: 10 },
  { from: 11, to: 30 },
  { from: 31 },
] as const satisfies readonly LibraryFilter["minutes"][];

const readMinutes = (typed: string): number | undefined => {
  const digits = typed.normalize("NFKC").trim();
  if (!/^\d{1,4}$/u.test(digits)) return undefined;
  return Math.min(1440, Number(digits));
};

/** How long an item may be: the usual lengths, or from and to as typed. */
export const MinutesChoice = ({
  filter,
  noMinutes,
  change,
}: {
  readonly filter: LibraryFilter;
  /** How many have no minutes. */
  readonly noMinutes: number;
  readonly change: (filter: LibraryFilter) => void;
}) => {
  const { library: words } = useWords();
  const id = useId();
  const { from, to } = filter.minutes ?? {};
  const set = (minutes: LibraryFilter["minutes"]): void => change({ ...filter, minutes });
  const end = (which: "from" | "to", value: number | undefined, word: string) => (
    <>
      <label htmlFor={`${id}-${which}`}>{word}</label>
      <input
        id={`${id}-${which}`}
        className="field"
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        value={value ?? ""}
        onChange={({ target }) => {
          const { [which]: _gone, ...other } = filter.minutes ?? {};
          const typed = readMinutes(target.value);
          set(typed === undefined ? other : { ...other, [which]: typed });
        }}
      />
    </>
  );
  return (
    <fieldset>
      <legend>{words.columns.minutes}</legend>
      <div className={css.choices}>
        {USUAL.map((usual) => {
          const one: NonNullable<LibraryFilter["minutes"]> = usual;
          const on = from === one.from && to === one.to;
          return (
            <button
              key={`${one.from}-${one.to}`}
              type="button"
              className={`chip ${on ? "on" : ""} ${css.choice ?? ""}`}
              aria-pressed={on}
              onClick={() => set(on ? undefined : one)}
            >
              {words.filter.minutesBetween(one.from, one.to)}
            </button>
          );
        })}
        <button
          type="button"
          className={`chip ${filter.noMinutes === true ? "on" : ""} ${css.choice ?? ""}`}
          aria-pressed={filter.noMinutes === true}
          onClick={() =>
            change({ ...filter, noMinutes: filter.noMinutes === true ? undefined : true })
          }
        >
          <span className="clip">{words.filter.noMinutes}</span>
          <span className="n dim">{noMinutes}</span>
        </button>
      </div>
      <div className={css.ends}>
        {end("from", from, words.filter.from)}
        {end("to", to, words.filter.to)}
      </div>
    </fieldset>
  );
};
