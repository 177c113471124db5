import type { Category } from "@dianbo/shared/category";
import type { CatalogueAsk, ChannelId } from "@dianbo/shared/channel";
import { useCallback, useEffect, useRef, useState } from "react";
import { channelDoor } from "../../app/channel-door.ts";
import type { FoundItem } from "../../storage/channels/index.ts";

/** Rows that are asked for at once. */
const BLOCK = 100;
/** Blocks that are kept; those longest out of sight are asked for again. */
const MOST_BLOCKS = 40;

/** What a question found; rows come as they come into sight. */
export interface CatalogueView {
  readonly view: number;
  readonly total: number;
  /** With every condition but the category. */
  readonly everywhere: number;
  readonly counts: ReadonlyMap<Category, number>;
  readonly blocks: ReadonlyMap<number, readonly FoundItem[]>;
}

/** A channel under a question: what was found last stands until the next answer is there. */
export type AskedCatalogue =
  | { readonly state: "opening" | "gone" }
  | { readonly state: "here"; readonly found: CatalogueView };

/** The row at a place, where it has come. */
export const rowAt = ({ blocks }: CatalogueView, index: number): FoundItem | undefined =>
  blocks.get(Math.floor(index / BLOCK))?.[index % BLOCK];

const withBlock = (
  blocks: CatalogueView["blocks"],
  at: number,
  rows: readonly FoundItem[],
): CatalogueView["blocks"] => {
  const next = new Map(blocks);
  next.delete(at);
  next.set(at, rows);
  for (const old of [...next.keys()].slice(0, -MOST_BLOCKS)) next.delete(old);
  return next;
};

/** Asks a channel in its worker; while one answer is awaited only the newest question waits. */
export const useCatalogue = (
  channel: ChannelId,
  ask: CatalogueAsk,
): {
  readonly asked: AskedCatalogue;
  /** Sees to it that the rows from one place up to another come. */
  readonly want: (from: number, to: number) => void;
} => {
  const [asked, setAsked] = useState<AskedCatalogue>({ state: "opening" });
  const [changes, setChanges] = useState(0);
  const wanted = useRef<CatalogueAsk>(undefined);
  const asking = useRef(false);
  const onTheWay = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => channelDoor().onChange(() => setChanges((before) => before + 1)), []);

  const work = useCallback(async (): Promise<void> => {
    if (asking.current) return;
    asking.current = true;
    for (let next = wanted.current; next !== undefined; next = wanted.current) {
      wanted.current = undefined;
      const reply = await channelDoor().ask({ type: "view", channel, ask: { ...next } });
      if (reply.type !== "viewed") {
        setAsked({ state: "gone" });
        continue;
      }
      const { view, total, everywhere } = reply;
      const first = await channelDoor().ask({ type: "page", view, from: 0, to: BLOCK });
      if (first.type !== "rows" || wanted.current !== undefined) continue;
      onTheWay.current = new Set();
      const found = {
        view,
        total,
        everywhere,
        counts: new Map(reply.counts),
        blocks: new Map([[0, first.rows]]),
      };
      setAsked({ state: "here", found });
    }
    asking.current = false;
  }, [channel]);
  const question = JSON.stringify(ask);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the channel has changed; `question` is `ask`
  useEffect(() => {
    wanted.current = ask;
    void work();
  }, [question, work, changes]);

  const found = asked.state === "here" ? asked.found : undefined;
  const want = useCallback(
    (from: number, to: number): void => {
      if (found === undefined) return;
      const { view } = found;
      for (let at = Math.floor(from / BLOCK); at * BLOCK < Math.min(to, found.total); at += 1) {
        const name = `${view}/${at}`;
        if (found.blocks.has(at) || onTheWay.current.has(name)) continue;
        onTheWay.current = new Set([...onTheWay.current, name]);
        const page = { type: "page", view, from: at * BLOCK, to: (at + 1) * BLOCK } as const;
        void channelDoor()
          .ask(page)
          .then((reply) => {
            onTheWay.current = new Set([...onTheWay.current].filter((one) => one !== name));
            if (reply.type !== "rows") return;
            setAsked((now) =>
              now.state === "here" && now.found.view === view
                ? {
                    state: "here",
                    found: { ...now.found, blocks: withBlock(now.found.blocks, at, reply.rows) },
                  }
                : now,
            );
          });
      }
    },
    [found],
  );
  return { asked, want };
};
