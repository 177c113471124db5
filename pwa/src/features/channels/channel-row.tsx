import type { ChannelItem } from "@dianbo/shared/channel";
import type { Courseware } from "@dianbo/shared/courseware";
import { Check } from "lucide-react";
import { memo } from "react";
import { HeldMark } from "../../app/held-mark.tsx";
import { KindOf } from "../../app/kind-of.tsx";
import { Button } from "../../design/button.tsx";
import { MarkedText } from "../../design/marked-text.tsx";
import { DigitBlock } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import type { FoundItem } from "../../storage/channels/index.ts";
import css from "./channel-page.module.css";

/** What a row may ask of the page. */
export interface RowActs {
  readonly tick: (item: ChannelItem) => void;
  readonly take: (item: ChannelItem) => void;
  readonly stand: (index: number) => void;
}

/** One item of the channel. The row is the stop for the keyboard; its box ticks, its button takes. */
export const ChannelRow = memo(function ChannelRow({
  found,
  held,
  index,
  top,
  current,
  ticked,
  acts,
}: {
  readonly found: FoundItem;
  /** The row of this site that it is already. */
  readonly held: Courseware | undefined;
  readonly index: number;
  /** Pixels from the top of the rows. */
  readonly top: number;
  readonly current: boolean;
  readonly ticked: boolean;
  readonly acts: RowActs;
}) {
  const { channels: words } = useWords();
  const { item, spans } = found;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it takes the keys of all rows
    <div
      role="row"
      tabIndex={current ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={ticked}
      data-item={item.id}
      className={`${css.row} ${ticked ? css.ticked : ""}`}
      style={{ top }}
      onFocus={() => acts.stand(index)}
      onClick={() => acts.stand(index)}
    >
      <span role="gridcell" className={css.box}>
        <button
          type="button"
          role="checkbox"
          aria-checked={ticked}
          aria-label={words.tick(item.title)}
          disabled={held !== undefined}
          tabIndex={-1}
          onClick={() => acts.tick(item)}
        >
          <span className={ticked ? "box on" : "box"}>
            {ticked ? <Check size={16} strokeWidth={2.5} aria-hidden="true" /> : null}
          </span>
        </button>
      </span>
      <span role="gridcell" className={css.title}>
        {item.category === undefined ? (
          <span className={css.unfiled} />
        ) : (
          <DigitBlock digit={item.category} />
        )}
        <span className={css.told}>
          <span className="clip" title={item.title}>
            <MarkedText text={item.title} spans={spans} />
          </span>
          <span className={`small clip ${css.facts ?? ""}`}>
            <KindOf kind={item.kind} />
            {item.publishedAt ?? ""}
          </span>
        </span>
      </span>
      <span role="gridcell" className={`st ${css.kind ?? ""}`}>
        <KindOf kind={item.kind} />
      </span>
      <span role="gridcell" className={`small clip ${css.publisher ?? ""}`} title={item.publisher}>
        {item.publisher ?? ""}
      </span>
      <span role="gridcell" className={`n dim ${css.day ?? ""}`}>
        {item.publishedAt ?? ""}
      </span>
      <span role="gridcell" className={`n ${css.minutes ?? ""}`}>
        {item.minutes ?? ""}
      </span>
      <span role="gridcell" className={css.act}>
        {held === undefined ? (
          <Button
            tabIndex={-1}
            aria-label={words.takeOne(item.title)}
            onClick={() => acts.take(item)}
          >
            {words.take}
          </Button>
        ) : (
          <HeldMark item={held} tabIndex={-1} />
        )}
      </span>
    </div>
  );
});
