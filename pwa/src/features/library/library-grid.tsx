import type { Courseware } from "@dianbo/shared/courseware";
import type { Span } from "@dianbo/shared/search";
import { Check } from "lucide-react";
import { type MouseEvent, memo, useLayoutEffect, useRef, useState } from "react";
import { KindOf } from "../../app/kind-of.tsx";
import { useHeldFile } from "../../app/use-held-file.ts";
import { useWindow } from "../../app/use-window.ts";
import { MarkedText } from "../../design/marked-text.tsx";
import { NumberTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./library-grid.module.css";
import type { ListProps } from "./library-list.tsx";
import { useListKeys } from "./use-list-keys.ts";
import { type RowActs, useRowActs } from "./use-row-acts.ts";

/** Narrower than this no card is, in rem. */
const NARROWEST = 13.5;

/** The kept cover of an item, its number on it; without one the number stands on its shelf's colour. */
const Cover = ({ item }: { readonly item: Courseware }) => {
  const { library: words } = useWords();
  const cover = useHeldFile(item.cover?.hash, item.cover?.mime);
  const shelf = item.category == null ? "" : `c${item.category}`;
  const held = cover.type === "held";
  return (
    <span className={`${css.cover ?? ""} ${shelf}`}>
      {held ? <img src={cover.url} alt="" /> : null}
      {item.number == null ? (
        <span className="hint">{words.unfiled}</span>
      ) : (
        <NumberTag number={item.number} {...(held ? {} : { size: "xl" as const })} />
      )}
    </span>
  );
};

const Card = memo(function Card({
  item,
  spans,
  at,
  count,
  current,
  ringed,
  ticked,
  times,
  acts,
}: {
  readonly item: Courseware;
  readonly spans: readonly Span[];
  /** Counted from 1… */
  readonly at: number;
  /** …and of how many. */
  readonly count: number;
  readonly current: boolean;
  readonly ringed: boolean;
  readonly ticked: boolean;
  readonly times: number;
  readonly acts: RowActs;
}) {
  const { library: words } = useWords();
  const onTick = (event: MouseEvent): void => {
    event.stopPropagation();
    acts.tick(item.id, event.shiftKey);
  };
  const minutes = item.minutes == null || item.minutes === 0 ? undefined : item.minutes;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it takes the keys of all cards
    <div
      role="option"
      tabIndex={current ? 0 : -1}
      aria-selected={ticked}
      aria-setsize={count}
      aria-posinset={at}
      data-item={item.id}
      className={[css.card, ticked ? css.ticked : "", ringed ? css.ringed : ""]
        .filter(Boolean)
        .join(" ")}
      onFocus={() => acts.focus(item.id)}
      onClick={() => acts.open(item.id)}
    >
      <Cover item={item} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: for the mouse only; Space ticks the card */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <span className={css.tick} onClick={onTick}>
        <span className={ticked ? "box on" : "box"}>
          {ticked ? <Check size={16} strokeWidth={2.5} aria-hidden="true" /> : null}
        </span>
      </span>
      <span className={css.line}>
        <span className={`st dim ${css.kind ?? ""}`}>
          <KindOf kind={item.kind} />
        </span>
        <span className="n dim end">{minutes === undefined ? "" : words.minutesOf(minutes)}</span>
      </span>
      <span className={css.title} title={item.title}>
        <MarkedText text={item.title} spans={spans} />
      </span>
      <span className={`small ${css.line ?? ""}`}>
        <span className="clip">{item.publisher ?? ""}</span>
        <span className="end">{words.played(times)}</span>
      </span>
    </div>
  );
});

/** The items as covers side by side; ← → go along, all else as in the table. */
export const LibraryGrid = ({
  place,
  found,
  spansOf,
  played,
  current,
  ringed,
  acts,
  foot,
  handle,
}: ListProps) => {
  const { library: words } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const [perRow, setPerRow] = useState(4);
  const rowActs = useRowActs(acts, found);
  const sight = useWindow(scroller, rows, Math.ceil(found.length / perRow));
  const { at, keyDown } = useListKeys({
    place,
    found,
    current,
    perRow,
    acts,
    sight,
    scroller,
    rows,
    handle,
  });

  useLayoutEffect(() => {
    const box = rows.current;
    if (box === null) return;
    const measure = (): void => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setPerRow(Math.max(1, Math.floor(box.clientWidth / (NARROWEST * rem))));
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(box);
    return () => sizes.disconnect();
  }, []);

  const inSight = Array.from({ length: sight.to - sight.from }, (_, offset) => sight.from + offset);
  const row = Math.floor(at / perRow);
  // The current card holds the focus, so its row stays drawn when it is scrolled out of sight.
  const drawn = row >= sight.from && row < sight.to ? inSight : [...inSight, row];
  return (
    <div className={css.scroller} ref={scroller}>
      <div
        role="listbox"
        aria-label={words.list}
        aria-multiselectable="true"
        className={css.rows}
        ref={rows}
        style={{ height: Math.ceil(found.length / perRow) * sight.rowHeight }}
        onKeyDown={keyDown}
      >
        {drawn.map((index) => (
          <div
            key={index}
            role="presentation"
            className={css.row}
            style={{
              top: index * sight.rowHeight,
              gridTemplateColumns: `repeat(${perRow}, minmax(0, 1fr))`,
            }}
          >
            {found.slice(index * perRow, (index + 1) * perRow).map((one, offset) => (
              <Card
                key={offset}
                item={one}
                spans={spansOf(one)}
                at={index * perRow + offset + 1}
                count={found.length}
                current={index * perRow + offset === at}
                ringed={ringed && index * perRow + offset === at}
                ticked={acts.ticks.ids.has(one.id)}
                times={played.get(one.id)?.times ?? 0}
                acts={rowActs}
              />
            ))}
          </div>
        ))}
      </div>
      {foot}
    </div>
  );
};
