import { civilDateOf } from "@dianbo/shared/clock";
import type { Courseware } from "@dianbo/shared/courseware";
import type { RecordId } from "@dianbo/shared/identity";
import type { LibrarySort } from "@dianbo/shared/library-filter";
import type { Finds } from "@dianbo/shared/search";
import { ArrowUp as Arrow, Check } from "lucide-react";
import { type ReactNode, type Ref, useRef } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { useWindow } from "../../app/use-window.ts";
import { useWords } from "../../locales/index.ts";
import css from "./library-list.module.css";
import { LibraryRow } from "./library-row.tsx";
import type { PlayedBefore } from "./playback-counts.ts";
import { type ListActs, type ListHandle, useListKeys } from "./use-list-keys.ts";
import { useRowActs } from "./use-row-acts.ts";

/** By which columns a table is sorted with a click. */
const SORTED = { number: "number", title: "title", minutes: "minutes", last: "played" } as const;

/** What both looks of the list are given. */
export interface ListProps {
  /** What is asked: when it changes, the list stands at the current item again. */
  readonly place: string;
  readonly found: readonly Courseware[];
  readonly spansOf: Finds["spansOf"];
  readonly played: ReadonlyMap<RecordId, PlayedBefore>;
  readonly current: string | undefined;
  /** Whether the current item is ringed though the focus is elsewhere. */
  readonly ringed: boolean;
  readonly acts: ListActs;
  /** Stands below the last item. */
  readonly foot: ReactNode;
  readonly handle: Ref<ListHandle>;
}

/** The items as a table, one row current; see `useListKeys` for its keys. Only rows in sight are drawn. */
export const LibraryList = ({
  place,
  found,
  spansOf,
  played,
  current,
  ringed,
  acts,
  foot,
  handle,
  sort,
  setSort,
}: ListProps & {
  readonly sort: LibrarySort;
  readonly setSort: (sort: LibrarySort) => void;
}) => {
  const { library: words } = useWords();
  const { clock } = useDependencies();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const sight = useWindow(scroller, rows, found.length);
  const { at, keyDown } = useListKeys({
    place,
    found,
    current,
    perRow: 1,
    acts,
    sight,
    scroller,
    rows,
    handle,
  });
  const rowActs = useRowActs(acts, found);
  const { ticks } = acts;
  const year = civilDateOf(clock.now()).slice(0, 4);
  const all = ticks.ids.size >= found.length && found.every(({ id }) => ticks.ids.has(id));

  const drawn = found.slice(sight.from, sight.to).map((one, offset) => ({
    one,
    index: sight.from + offset,
  }));
  const apart = found[at];
  // The current row holds the focus, so it stays drawn when it is scrolled out of sight.
  if (apart !== undefined && (at < sight.from || at >= sight.to)) {
    drawn.push({ one: apart, index: at });
  }
  const sorter = (column: keyof typeof SORTED) => {
    const by = SORTED[column];
    const here = sort.by === by;
    // What was played last stands first: that is what one asks for.
    const down = here ? !sort.down : by === "played";
    return (
      <span
        role="columnheader"
        className={css[column]}
        aria-sort={here ? (sort.down ? "descending" : "ascending") : "none"}
      >
        <button type="button" className={css.sorter} onClick={() => setSort({ by, down })}>
          {words.columns[column]}
          {here ? (
            <Arrow size={14} strokeWidth={2} aria-hidden="true" data-down={sort.down} />
          ) : null}
        </button>
      </span>
    );
  };
  return (
    <div className={css.scroller} ref={scroller}>
      <div
        role="grid"
        aria-label={words.list}
        aria-multiselectable="true"
        aria-rowcount={found.length + 1}
        onKeyDown={keyDown}
      >
        <div role="rowgroup" className={css.head}>
          <div role="row" aria-rowindex={1} className={css.columns}>
            <span role="columnheader" className={css.box}>
              <button
                type="button"
                role="checkbox"
                aria-checked={all}
                aria-label={all ? words.tickNone : words.tickAll(found.length)}
                onClick={() => (all ? ticks.clear() : ticks.all(found.map(({ id }) => id)))}
              >
                <span className={all ? "box on" : "box"}>
                  {all ? <Check size={16} strokeWidth={2.5} aria-hidden="true" /> : null}
                </span>
              </button>
            </span>
            {sorter("number")}
            {sorter("title")}
            <span role="columnheader" className={css.kind}>
              {words.columns.kind}
            </span>
            {sorter("minutes")}
            <span role="columnheader" className={css.played}>
              {words.columns.played}
            </span>
            {sorter("last")}
          </div>
        </div>
        <div
          role="rowgroup"
          className={css.rows}
          ref={rows}
          style={{ height: found.length * sight.rowHeight }}
        >
          {drawn.map(({ one, index }) => (
            <LibraryRow
              key={index}
              item={one}
              spans={spansOf(one)}
              index={index}
              top={index * sight.rowHeight}
              current={index === at}
              ringed={ringed && index === at}
              ticked={ticks.ids.has(one.id)}
              played={played.get(one.id)}
              year={year}
              acts={rowActs}
            />
          ))}
        </div>
      </div>
      {foot}
    </div>
  );
};
