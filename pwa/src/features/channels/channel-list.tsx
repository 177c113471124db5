import { type ChannelItem, heldAs } from "@dianbo/shared/channel";
import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useHeldItems } from "../../app/channel-door.ts";
import { useWindow } from "../../app/use-window.ts";
import { useWords } from "../../locales/index.ts";
import css from "./channel-page.module.css";
import { ChannelRow, type RowActs } from "./channel-row.tsx";
import { type CatalogueView, rowAt } from "./use-catalogue.ts";

/** What the search box may ask of the list. */
export interface ListHandle {
  /** Puts the focus on the current row. */
  focus(): void;
}

/**
 * What a channel's question found, 100,000 rows as light as fifty: only rows in sight are drawn and asked
 * for. One row is current: arrows, Home, End, PageUp and PageDown move, Space ticks, Enter takes.
 */
export const ChannelList = ({
  found,
  want,
  place,
  ticked,
  tick,
  take,
  giveUp,
  handle,
}: {
  readonly found: CatalogueView;
  readonly want: (from: number, to: number) => void;
  /** What is asked: when it changes, the list begins anew. */
  readonly place: string;
  readonly ticked: ReadonlyMap<string, ChannelItem>;
  readonly tick: (item: ChannelItem) => void;
  readonly take: (item: ChannelItem) => void;
  readonly giveUp: () => void;
  readonly handle: Ref<ListHandle>;
}) => {
  const { channels: words } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const sight = useWindow(scroller, rows, found.total);
  const [standing, setStanding] = useState(0);
  const at = Math.min(standing, Math.max(0, found.total - 1));
  const byKey = useRef(false);
  const held = useHeldItems();
  const { from, to } = sight;

  useEffect(() => want(from, to), [want, from, to]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another question begins anew
  useLayoutEffect(() => {
    setStanding(0);
    if (scroller.current !== null) scroller.current.scrollTop = 0;
  }, [place]);
  const focusRow = (): void => {
    rows.current
      ?.querySelector<HTMLElement>('[data-item][tabindex="0"]')
      ?.focus({ preventScroll: true });
  };
  useImperativeHandle(handle, () => ({
    focus: () => {
      sight.show(at);
      byKey.current = true;
      focusRow();
    },
  }));
  // The row that became current by a key takes the focus once it is drawn, which may be an answer later.
  useEffect(() => {
    if (!byKey.current) return;
    focusRow();
    byKey.current = document.activeElement?.getAttribute("aria-rowindex") !== String(at + 2);
  });

  const goTo = (index: number): void => {
    const next = Math.min(found.total - 1, Math.max(0, index));
    sight.show(next);
    byKey.current = true;
    setStanding(next);
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const row = rowAt(found, at);
    const page = Math.max(
      1,
      Math.floor((scroller.current?.clientHeight ?? 0) / sight.rowHeight) - 1,
    );
    const onRow = (act: (item: ChannelItem) => void) => () => {
      if (row !== undefined && heldAs(row.item, held) === undefined) act(row.item);
    };
    const act = {
      ArrowDown: () => goTo(at + 1),
      ArrowUp: () => goTo(at - 1),
      PageDown: () => goTo(at + page),
      PageUp: () => goTo(at - page),
      Home: () => goTo(0),
      End: () => goTo(found.total - 1),
      Enter: onRow(take),
      " ": onRow(tick),
      Escape: giveUp,
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  const latest = useRef({ tick, take });
  latest.current = { tick, take };
  const acts = useMemo(
    (): RowActs => ({
      tick: (item) => latest.current.tick(item),
      take: (item) => latest.current.take(item),
      stand: setStanding,
    }),
    [],
  );
  const drawn = Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
  // The current row holds the focus, so it stays drawn when it is scrolled out of sight.
  if (found.total > 0 && (at < from || at >= to)) drawn.push(at);
  return (
    <div className={css.scroller} ref={scroller}>
      <div
        role="grid"
        aria-label={words.list}
        aria-multiselectable="true"
        aria-rowcount={found.total + 1}
        onKeyDown={keyDown}
      >
        <div role="rowgroup" className={css.head}>
          <div role="row" aria-rowindex={1} className={css.columns}>
            <span role="columnheader" className={css.box}>
              <span className="visually-hidden">{words.columns.take}</span>
            </span>
            <span role="columnheader" className={css.title}>
              {words.columns.title}
            </span>
            <span role="columnheader" className={css.kind}>
              {words.columns.kind}
            </span>
            <span role="columnheader" className={css.publisher}>
              {words.columns.publisher}
            </span>
            <span role="columnheader" className={css.day}>
              {words.columns.day}
            </span>
            <span role="columnheader" className={css.minutes}>
              {words.columns.minutes}
            </span>
            <span role="columnheader" className={css.act}>
              {words.columns.take}
            </span>
          </div>
        </div>
        <div
          role="rowgroup"
          ref={rows}
          className={css.rows}
          style={{ height: found.total * sight.rowHeight }}
        >
          {drawn.map((index) => {
            const row = rowAt(found, index);
            const top = index * sight.rowHeight;
            if (row === undefined) {
              return <div key={index} className={css.row} style={{ top }} aria-hidden="true" />;
            }
            return (
              <ChannelRow
                key={index}
                found={row}
                held={heldAs(row.item, held)}
                index={index}
                top={top}
                current={index === at}
                ticked={ticked.has(row.item.id)}
                acts={acts}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
};
