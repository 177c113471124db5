import {
  type ChoiceCounts,
  type LibraryFilter,
  type LibrarySort,
  SORT_KEYS,
  trimFilter,
} from "@dianbo/shared/library-filter";
import { X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useId, useMemo } from "react";
import { useWords } from "../../locales/index.ts";
import { type Listing, offeredOf, toggled } from "./filter-changes.ts";
import css from "./filter-panel.module.css";
import { MinutesChoice } from "./minutes-choice.tsx";

const Chip = ({
  on,
  count,
  press,
  children,
}: {
  readonly on: boolean;
  readonly count: number;
  readonly press: () => void;
  readonly children: ReactNode;
}) => (
  <button
    type="button"
    className={on ? `chip on ${css.choice ?? ""}` : `chip ${css.choice ?? ""}`}
    aria-pressed={on}
    onClick={press}
  >
    <span className="clip">{children}</span>
    <span className="n dim">{count}</span>
  </button>
);

/** All ways to narrow the library, each with how many it leaves, and the order. */
export const FilterPanel = ({
  filter,
  sort,
  countChoices,
  change,
  setSort,
  close,
  saved,
}: {
  readonly filter: LibraryFilter;
  readonly sort: LibrarySort;
  readonly countChoices: () => ChoiceCounts;
  readonly change: (filter: LibraryFilter) => void;
  readonly setSort: (sort: LibrarySort) => void;
  readonly close: () => void;
  /** The filters that are kept by name. */
  readonly saved: ReactNode;
}) => {
  const { library: words } = useWords();
  const { filter: filterWords } = words;
  const sortId = useId();
  const counts = useMemo(countChoices, [countChoices]);
  const set = (next: LibraryFilter): void => change(trimFilter(next));
  const list = (condition: Listing, title: string, nameOf: (value: string) => string) => {
    const offered = offeredOf(filter, counts, condition);
    return offered.length === 0 ? null : (
      <fieldset>
        <legend>{title}</legend>
        <div className={css.choices}>
          {offered.map(({ value, count, on }) => (
            <Chip
              key={value}
              on={on}
              count={count}
              press={() => change(toggled(filter, condition, value))}
            >
              {nameOf(value)}
            </Chip>
          ))}
        </div>
      </fieldset>
    );
  };
  const kinds: Readonly<Record<string, string>> = words.kinds;
  const places: Readonly<Record<string, string>> = filterWords.where;
  const asItIs = (value: string): string => value;
  const reviewed = (wanted: boolean, word: string) => (
    <Chip
      on={filter.reviewed === wanted}
      count={counts.reviewed.get(String(wanted)) ?? 0}
      press={() => set({ ...filter, reviewed: filter.reviewed === wanted ? undefined : wanted })}
    >
      {word}
    </Chip>
  );
  return (
    <aside
      className={css.panel}
      aria-label={words.filters}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === "Escape" && !event.nativeEvent.isComposing) close();
      }}
    >
      <div className={css.head}>
        <h2>{words.filters}</h2>
        <button type="button" className={css.close} aria-label={words.close} onClick={close}>
          <X size={20} strokeWidth={1.75} aria-hidden="true" />
        </button>
      </div>
      {saved}
      <div className={css.sort}>
        <label htmlFor={sortId}>{words.sort}</label>
        <select
          id={sortId}
          className="field"
          value={`${sort.down ? "-" : ""}${sort.by}`}
          onChange={({ target: { value } }) => {
            const by = SORT_KEYS.find((key) => key === value.replace("-", ""));
            if (by !== undefined) setSort({ by, down: value.startsWith("-") });
          }}
        >
          {SORT_KEYS.flatMap((key) =>
            ["", "-"].map((way) => (
              <option key={way + key} value={way + key}>
                {words.sorts[key][way === "" ? "up" : "down"]}
              </option>
            )),
          )}
        </select>
      </div>
      {list("kinds", words.columns.kind, (value) => kinds[value] ?? value)}
      <MinutesChoice filter={filter} noMinutes={counts.noMinutes} change={set} />
      {list("audiences", filterWords.audiences, asItIs)}
      {list("tags", words.tags, asItIs)}
      <fieldset>
        <legend>{filterWords.playing}</legend>
        <div className={css.choices}>
          <Chip
            on={filter.notPlayedFor === 0}
            count={counts.neverPlayed}
            press={() =>
              set({ ...filter, notPlayedFor: filter.notPlayedFor === 0 ? undefined : 0 })
            }
          >
            {filterWords.notPlayedFor(0)}
          </Chip>
          {[4, 12, 26].map((weeks) => (
            <button
              key={weeks}
              type="button"
              className={`chip ${filter.notPlayedFor === weeks ? "on" : ""} ${css.choice ?? ""}`}
              aria-pressed={filter.notPlayedFor === weeks}
              onClick={() =>
                set({ ...filter, notPlayedFor: filter.notPlayedFor === weeks ? undefined : weeks })
              }
            >
              {filterWords.notPlayedFor(weeks)}
            </button>
          ))}
          <Chip
            on={filter.sinceEdition === true}
            count={counts.sinceEdition}
            press={() =>
              set({ ...filter, sinceEdition: filter.sinceEdition === true ? undefined : true })
            }
          >
            {filterWords.sinceEdition}
          </Chip>
        </div>
      </fieldset>
      {list("where", filterWords.whereabouts, (value) => places[value] ?? value)}
      <fieldset>
        <legend>{words.review}</legend>
        <div className={css.choices}>
          {reviewed(true, filterWords.reviewed)}
          {reviewed(false, filterWords.notReviewed)}
        </div>
      </fieldset>
      {list("publishers", filterWords.publishers, asItIs)}
    </aside>
  );
};
