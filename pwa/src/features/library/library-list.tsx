import type { Courseware } from "@dianbo/shared/courseware";
import type { RecordId } from "@dianbo/shared/identity";
import type { Finds } from "@dianbo/shared/search";
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./library-list.module.css";
import { LibraryRow } from "./library-row.tsx";
import type { PlayedBefore } from "./playback-counts.ts";
import type { Ticks } from "./use-ticks.ts";
import { useWindow } from "./use-window.ts";

/** What the search box may ask of the list. */
export interface ListHandle {
  /** Puts the focus on the current row. */
  focus(): void;
}

/**
 * The items, one row current. ↑ ↓ Home End PageUp PageDown move, Space ticks (with Shift: all since the
 * last tick), Enter opens, Ctrl+A ticks all. Only rows in sight are drawn.
 */
export const LibraryList = ({
  place,
  found,
  spansOf,
  played,
  ticks,
  current,
  setCurrent,
  ringed,
  open,
  giveUp,
  foot,
  handle,
}: {
  /** What is searched on which shelf: when it changes, the list stands at the current row again. */
  readonly place: string;
  readonly found: readonly Courseware[];
  readonly spansOf: Finds["spansOf"];
  readonly played: ReadonlyMap<RecordId, PlayedBefore>;
  readonly ticks: Ticks;
  readonly current: string | undefined;
  readonly setCurrent: (id: string) => void;
  /** Whether the current row is ringed though the focus is elsewhere. */
  readonly ringed: boolean;
  readonly open: (id: RecordId) => void;
  readonly giveUp: () => void;
  /** Stands below the last row. */
  readonly foot: ReactNode;
  readonly handle: Ref<ListHandle>;
}) => {
  const { library: words } = useWords();
  const { clock } = useDependencies();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const wanted = useRef(false);
  const sight = useWindow(scroller, rows, found.length);
  const now = clock.now();
  const at = Math.max(
    0,
    found.findIndex(({ id }) => id === current),
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another search or shelf scrolls
  useLayoutEffect(() => sight.show(at), [place]);
  const focusRow = (): void => {
    rows.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  };
  useImperativeHandle(handle, () => ({
    focus: () => {
      sight.show(at);
      focusRow();
    },
  }));
  // A row that became current by a key takes the focus once it is drawn. Rows are drawn by place, so
  // that a keystroke only changes their words; where the items moved, the focus goes with its item.
  useEffect(() => {
    const holder = document.activeElement;
    const moved =
      holder instanceof HTMLElement &&
      holder.role === "row" &&
      holder.tabIndex !== 0 &&
      rows.current?.contains(holder) === true;
    if (!wanted.current && !moved) return;
    wanted.current = false;
    focusRow();
  });

  const goTo = (index: number): void => {
    const to = Math.min(found.length - 1, Math.max(0, index));
    const next = found[to];
    if (next === undefined) return;
    sight.show(to);
    wanted.current = true;
    if (to === at) focusRow();
    setCurrent(next.id);
  };
  const page = (): number =>
    Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / sight.rowHeight) - 1);

  const keyDown = (event: KeyboardEvent): void => {
    const item = found[at];
    if (item === undefined || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== "a") return;
      event.preventDefault();
      ticks.all(found.map(({ id }) => id));
      return;
    }
    const act = {
      ArrowDown: () => goTo(at + 1),
      ArrowUp: () => goTo(at - 1),
      PageDown: () => goTo(at + page()),
      PageUp: () => goTo(at - page()),
      Home: () => goTo(0),
      End: () => goTo(found.length - 1),
      Enter: () => open(item.id),
      " ": () => ticks.tick(item.id, event.shiftKey ? found : undefined),
      Escape: giveUp,
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  const drawn = found.slice(sight.from, sight.to).map((one, offset) => ({
    one,
    index: sight.from + offset,
  }));
  const apart = found[at];
  // The current row holds the focus, so it stays drawn when it is scrolled out of sight.
  if (apart !== undefined && (at < sight.from || at >= sight.to)) {
    drawn.push({ one: apart, index: at });
  }
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
              <span className="visually-hidden">{words.columns.tick}</span>
            </span>
            <span role="columnheader" className={css.number}>
              {words.columns.number}
            </span>
            <span role="columnheader" className={css.title}>
              {words.columns.title}
            </span>
            <span role="columnheader" className={css.kind}>
              {words.columns.kind}
            </span>
            <span role="columnheader" className={css.minutes}>
              {words.columns.minutes}
            </span>
            <span role="columnheader" className={css.played}>
              {words.columns.played}
            </span>
            <span role="columnheader" className={css.last}>
              {words.columns.last}
            </span>
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
              now={now}
              acts={{
                tick: (through) => ticks.tick(one.id, through ? found : undefined),
                open: () => open(one.id),
                focus: () => setCurrent(one.id),
              }}
            />
          ))}
        </div>
      </div>
      {foot}
    </div>
  );
};
