import { civilDateOf, type Instant } from "@dianbo/shared/clock";
import type { Courseware } from "@dianbo/shared/courseware";
import type { Span } from "@dianbo/shared/search";
import { Check } from "lucide-react";
import { type MouseEvent, memo } from "react";
import { KindOf } from "../../app/kind-of.tsx";
import { MarkedText } from "../../design/marked-text.tsx";
import { NumberTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./library-list.module.css";
import type { PlayedBefore } from "./playback-counts.ts";
import type { RowActs } from "./use-row-acts.ts";

const LastPlayed = ({ at, thisYear }: { readonly at: Instant; readonly thisYear: string }) => {
  const { library: words } = useWords();
  const day = civilDateOf(at);
  const [year, month, date] = day.split("-").map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  return (
    <time dateTime={day}>
      {day.startsWith(thisYear) ? words.date(month, date) : words.dateOfYear(year, month)}
    </time>
  );
};

/**
 * One item of the list. The row is the stop for the keyboard; its box ticks, the rest of it opens. Drawn
 * anew only where something of it changed: while one scrolls, forty others stand still.
 */
export const LibraryRow = memo(function LibraryRow({
  item,
  spans,
  index,
  top,
  current,
  ringed,
  ticked,
  played,
  year,
  acts,
}: {
  readonly item: Courseware;
  /** What of the title was found. */
  readonly spans: readonly Span[];
  readonly index: number;
  /** Pixels from the top of the rows. */
  readonly top: number;
  readonly current: boolean;
  /** Whether Enter would open it though the focus is in the search box. */
  readonly ringed: boolean;
  readonly ticked: boolean;
  readonly played: PlayedBefore | undefined;
  /** The present year, four digits: days of another are told with theirs. */
  readonly year: string;
  readonly acts: RowActs;
}) {
  const { library: words } = useWords();
  const onTick = (event: MouseEvent): void => {
    event.stopPropagation();
    acts.tick(item.id, event.shiftKey);
  };
  const marks = [
    ...(item.pending.length > 0 || item.life === "deleted-but-edited" ? [words.pending] : []),
    ...(item.category == null ? [words.unfiled] : []),
    ...(item.sample === true ? [words.sample] : []),
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it takes the keys of all rows
    <div
      role="row"
      tabIndex={current ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={ticked}
      data-item={item.id}
      className={[css.row, ticked ? css.ticked : "", ringed ? css.ringed : ""]
        .filter(Boolean)
        .join(" ")}
      style={{ top }}
      onFocus={() => acts.focus(item.id)}
      onClick={() => acts.open(item.id)}
    >
      <span role="gridcell" className={css.box}>
        <button
          type="button"
          role="checkbox"
          aria-checked={ticked}
          aria-label={words.tick(item.title)}
          tabIndex={-1}
          onClick={onTick}
        >
          <span className={ticked ? "box on" : "box"}>
            {ticked ? <Check size={16} strokeWidth={2.5} aria-hidden="true" /> : null}
          </span>
        </button>
      </span>
      <span role="gridcell" className={css.number}>
        {item.number == null ? <span className="hint">–</span> : <NumberTag number={item.number} />}
      </span>
      <span role="gridcell" className={css.title}>
        <a
          href={`#/library/${item.id}`}
          tabIndex={-1}
          className="clip"
          title={item.title}
          onClick={(event) => event.stopPropagation()}
        >
          <MarkedText text={item.title} spans={spans} />
        </a>
        {marks.map((mark) => (
          <span key={mark} className={css.mark}>
            {mark}
          </span>
        ))}
      </span>
      <span role="gridcell" className={`st ${css.kind ?? ""}`}>
        <KindOf kind={item.kind} />
      </span>
      <span role="gridcell" className={`n ${css.minutes ?? ""}`}>
        {item.minutes == null || item.minutes === 0 ? "" : item.minutes}
      </span>
      <span role="gridcell" className={css.played}>
        {words.played(played?.times ?? 0)}
      </span>
      <span role="gridcell" className={`n dim ${css.last ?? ""}`}>
        {played === undefined ? null : <LastPlayed at={played.last} thisYear={year} />}
      </span>
    </div>
  );
});
