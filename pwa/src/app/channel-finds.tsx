import { CATEGORY_NAMES } from "@dianbo/shared/category";
import { type ChannelItem, heldAs } from "@dianbo/shared/channel";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { MarkedText } from "../design/marked-text.tsx";
import { useWords } from "../locales/index.ts";
import {
  type ChannelGroup,
  useChannelGroups,
  useHeldItems,
  useTakeFromChannel,
} from "./channel-door.ts";
import css from "./channel-finds.module.css";
import { FillGaps } from "./fill-gaps.tsx";
import { HeldMark } from "./held-mark.tsx";

/** Finds that stand below the library's own; the channel's page has them all. */
const SHOWN = 8;

const detailsOf = ({ category, publisher }: ChannelItem): string =>
  [category === undefined ? undefined : CATEGORY_NAMES[category], publisher]
    .filter((part) => part !== undefined)
    .join(" · ");

const Group = ({ group, query }: { readonly group: ChannelGroup; readonly query: string }) => {
  const { channels: words } = useWords();
  const held = useHeldItems();
  const { take, shelfFull, missing } = useTakeFromChannel();
  const [ticked, setTicked] = useState<ReadonlyMap<string, ChannelItem>>(new Map());
  const channel = { id: group.channel, name: group.name, site: group.publisherSite };
  const title = words.findsIn(group.name, group.total);
  const wanted = [...ticked.values()].filter((item) => heldAs(item, held) === undefined);

  const toggle = (item: ChannelItem): void => {
    const next = new Map(ticked);
    if (!next.delete(item.id)) next.set(item.id, item);
    setTicked(next);
  };
  const takeTicked = async (): Promise<void> => {
    if (await take(wanted, channel)) setTicked(new Map());
  };
  return (
    <section className={css.group} aria-label={title}>
      <div className={css.head}>
        <h2>{title}</h2>
        {wanted.length === 0 ? null : (
          <Button icon={<Icon of={Plus} size={18} />} onClick={() => void takeTicked()}>
            {words.takeTicked(wanted.length)}
          </Button>
        )}
        <a className="end" href={`#/channels/${group.channel}?q=${encodeURIComponent(query)}`}>
          {words.seeAll}
        </a>
      </div>
      {shelfFull ? (
        <p className="note bad" role="alert">
          {words.shelfFull}
        </p>
      ) : null}
      {missing.length === 0 ? null : (
        <FillGaps key={missing.map(({ id }) => id).join(" ")} missing={missing} />
      )}
      <ul>
        {group.some.map(({ item, spans }) => {
          const here = heldAs(item, held);
          return (
            <li key={item.id} className={css.row}>
              <label className={css.tick}>
                <input
                  type="checkbox"
                  aria-label={words.tick(item.title)}
                  checked={here === undefined && ticked.has(item.id)}
                  disabled={here !== undefined}
                  onChange={() => toggle(item)}
                />
              </label>
              <span className={`grow clip ${css.title ?? ""}`} title={item.title}>
                <MarkedText text={item.title} spans={spans} />
              </span>
              <span className={`small clip ${css.details ?? ""}`}>{detailsOf(item)}</span>
              <span className={`n ${css.minutes ?? ""}`}>
                {item.minutes === undefined ? "" : words.minutes(item.minutes)}
              </span>
              <span className={css.act}>
                {here === undefined ? (
                  <Button
                    aria-label={words.takeOne(item.title)}
                    onClick={() => void take([item], channel)}
                  >
                    {words.take}
                  </Button>
                ) : (
                  <HeldMark item={here} />
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};

/** What the subscribed channels have for what was typed, below the library's own finds. */
export const ChannelFinds = ({ query }: { readonly query: string }) => {
  const groups = useChannelGroups(query, SHOWN);
  return (
    <>
      {groups.map((group) => (
        <Group key={group.channel} group={group} query={query} />
      ))}
    </>
  );
};
