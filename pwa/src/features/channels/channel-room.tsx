import { type ChannelItem, channelIdSchema, heldAs } from "@dianbo/shared/channel";
import { coursewareKindSchema } from "@dianbo/shared/courseware";
import { ArrowLeft, Plus, Search, X } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import * as v from "valibot";
import { useChannels, useHeldItems, useTakeFromChannel } from "../../app/channel-door.ts";
import { FillGaps } from "../../app/fill-gaps.tsx";
import { searchBoxProps } from "../../app/room-search.ts";
import { ShelfTabs } from "../../app/shelf-tabs.tsx";
import { Button, Key } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import type { ChannelSummary } from "../../storage/channels/index.ts";
import {
  addressOfAsk,
  askOfAddress,
  isNarrowed,
  type PageAsk,
  questionOf,
} from "./catalogue-ask.ts";
import { ChannelList, type ListHandle } from "./channel-list.tsx";
import css from "./channel-page.module.css";
import { NoChannel } from "./no-channel.tsx";
import { useCatalogue } from "./use-catalogue.ts";

const lengthSchema = v.picklist(["any", "short", "middle", "long"]);
const sortSchema = v.picklist(["title", "newest"]);

/** The choices beside the search: kind, length, order. */
const Choices = ({
  ask,
  change,
}: {
  readonly ask: PageAsk;
  readonly change: (ask: PageAsk) => void;
}) => {
  const { channels: words, library } = useWords();
  const id = useId();
  return (
    <div className={css.choices}>
      <label className="visually-hidden" htmlFor={`${id}-kind`}>
        {words.kind}
      </label>
      <select
        id={`${id}-kind`}
        className="field"
        value={ask.kind ?? ""}
        onChange={({ target }) => {
          const kind = v.safeParse(coursewareKindSchema, target.value);
          change({ ...ask, kind: kind.success ? kind.output : undefined });
        }}
      >
        <option value="">{words.anyKind}</option>
        {coursewareKindSchema.options.map((kind) => (
          <option key={kind} value={kind}>
            {library.kinds[kind]}
          </option>
        ))}
      </select>
      <label className="visually-hidden" htmlFor={`${id}-length`}>
        {words.length}
      </label>
      <select
        id={`${id}-length`}
        className="field"
        value={ask.length}
        onChange={({ target }) => change({ ...ask, length: v.parse(lengthSchema, target.value) })}
      >
        {lengthSchema.options.map((length) => (
          <option key={length} value={length}>
            {words.lengths[length]}
          </option>
        ))}
      </select>
      <label className="visually-hidden" htmlFor={`${id}-sort`}>
        {words.sort}
      </label>
      <select
        id={`${id}-sort`}
        className="field"
        value={ask.sort}
        onChange={({ target }) => change({ ...ask, sort: v.parse(sortSchema, target.value) })}
      >
        {sortSchema.options.map((sort) => (
          <option key={sort} value={sort}>
            {words.sorts[sort]}
          </option>
        ))}
      </select>
    </div>
  );
};

const ChannelPage = ({ channel }: { readonly channel: ChannelSummary }) => {
  const { channels: words } = useWords();
  const room = `#/channels/${channel.id}`;
  const [ask, setAsk] = useState(() => askOfAddress(location.hash));
  const [ticked, setTicked] = useState<ReadonlyMap<string, ChannelItem>>(new Map());
  const list = useRef<ListHandle>(null);
  const held = useHeldItems();
  const { take, shelfFull, missing } = useTakeFromChannel();
  const { asked, want } = useCatalogue(channel.id, questionOf(ask));
  const from = { id: channel.id, name: channel.index.name, site: channel.index.publisher.site };
  const found = asked.state === "here" ? asked.found : undefined;
  const wanted = [...ticked.values()].filter((item) => heldAs(item, held) === undefined);
  const minutes = wanted.reduce((sum, item) => sum + (item.minutes ?? 0), 0);
  const address = addressOfAsk(room, ask);
  useEffect(() => history.replaceState(history.state, "", address), [address]);

  const toggle = (item: ChannelItem): void => {
    const next = new Map(ticked);
    if (!next.delete(item.id)) next.set(item.id, item);
    setTicked(next);
  };
  const clear = (): void => {
    setTicked(new Map());
    list.current?.focus();
  };
  const takeTicked = async (): Promise<void> => {
    if (await take(wanted, from)) clear();
  };
  const giveUp = (): void => {
    if (wanted.length > 0) clear();
    else if (ask.query !== "") setAsk({ ...ask, query: "" });
  };
  return (
    <main className="main">
      <div className="head">
        <a className={`btn text ${css.back ?? ""}`} href="#/channels" aria-label={words.back}>
          <Icon of={ArrowLeft} />
        </a>
        <h1 className={`clip ${css.name ?? ""}`} title={channel.index.name}>
          {channel.index.name}
        </h1>
        <div role="search" className={`field ${css.find ?? ""}`}>
          <Search size={20} strokeWidth={1.75} aria-hidden="true" />
          <input
            {...searchBoxProps}
            aria-label={words.search}
            aria-keyshortcuts="/"
            placeholder={words.searchHint}
            autoComplete="off"
            spellCheck={false}
            value={ask.query}
            onChange={({ target }) => setAsk({ ...ask, query: target.value })}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === "ArrowDown" || event.key === "Enter") list.current?.focus();
              else if (event.key === "Escape") giveUp();
              else return;
              event.preventDefault();
            }}
          />
          <span className={`small clip ${css.found ?? ""}`} role="status">
            {found === undefined ? "" : words.found(found.total)}
          </span>
          {ask.query === "" ? (
            <Key>/</Key>
          ) : (
            <button
              type="button"
              className={css.clear}
              aria-label={words.clear}
              onClick={() => setAsk({ ...ask, query: "" })}
            >
              <X size={20} strokeWidth={1.75} aria-hidden="true" />
            </button>
          )}
        </div>
        <Choices ask={ask} change={setAsk} />
      </div>
      {shelfFull ? (
        <p className="note bad" role="alert">
          {words.shelfFull}
        </p>
      ) : null}
      {missing.length === 0 ? null : (
        <FillGaps key={missing.map(({ id }) => id).join(" ")} missing={missing} />
      )}
      <div className={css.book}>
        <section className={`sheet ${css.sheet ?? ""}`} aria-label={words.list}>
          {found === undefined ? (
            <p className={css.nothing} role="status">
              {asked.state === "gone" ? words.gone : words.opening}
            </p>
          ) : found.total === 0 ? (
            <div className={css.nothing}>
              <b>{words.nothing}</b>
              {isNarrowed(ask) ? (
                <Button onClick={() => setAsk({ query: ask.query, length: "any", sort: ask.sort })}>
                  {words.widen}
                </Button>
              ) : null}
            </div>
          ) : (
            <ChannelList
              found={found}
              want={want}
              place={address}
              ticked={ticked}
              tick={toggle}
              take={(item) => void take([item], from)}
              giveUp={giveUp}
              handle={list}
            />
          )}
          <div className={css.foot}>
            {wanted.length === 0 ? (
              <span className="dim">{words.keysHint}</span>
            ) : (
              <>
                <b className="n">{words.ticked(wanted.length, minutes)}</b>
                <Button
                  look="go"
                  icon={<Icon of={Plus} size={20} />}
                  onClick={() => void takeTicked()}
                >
                  {words.takeTicked(wanted.length)}
                </Button>
                <Button look="text" className="end" onClick={clear}>
                  {words.untick}
                  <Key>Esc</Key>
                </Button>
              </>
            )}
          </div>
        </section>
        <ShelfTabs
          counts={found?.counts ?? new Map()}
          total={found?.everywhere ?? channel.index.items}
          chosen={ask.category}
          choose={(category) => setAsk({ ...ask, category })}
        />
      </div>
    </main>
  );
};

/** One channel: its search, its filters, and the way of its items into the book. */
export const ChannelRoom = ({ id }: { readonly id: string }) => {
  const channels = useChannels();
  const channel = channels?.find(
    (one) => v.is(channelIdSchema, id) && one.id === id && one.role === "subscribed" && one.whole,
  );
  if (channel !== undefined) return <ChannelPage key={channel.id} channel={channel} />;
  return <NoChannel opening={channels === undefined} />;
};
