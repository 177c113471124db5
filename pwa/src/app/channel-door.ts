import type { ChannelId, ChannelItem } from "@dianbo/shared/channel";
import { heldItems, takeChannelItems } from "@dianbo/shared/channel";
import { type Courseware, isListed } from "@dianbo/shared/courseware";
import type { RecordId, SiteId } from "@dianbo/shared/identity";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import ChannelWorker from "../storage/channels/channel-worker.ts?worker";
import {
  type ChannelDoor,
  type ChannelSummary,
  type FoundItem,
  mayHaveChannels,
  openChannelDoor,
} from "../storage/channels/index.ts";
import { useDependencies, useSnapshot } from "./library-context.tsx";
import { useAct } from "./use-act.ts";

let opened: ChannelDoor | undefined;

/** The way to the channels of this browser; its worker starts with the first question. */
export const channelDoor = (): ChannelDoor => {
  opened ??= openChannelDoor(() => new ChannelWorker());
  return opened;
};

/** All channels; `undefined` until they are known. Where there never was one, no worker is started. */
export const useChannels = (): readonly ChannelSummary[] | undefined => {
  const [channels, setChannels] = useState<readonly ChannelSummary[]>();
  useEffect(() => {
    let left = false;
    const read = async (): Promise<void> => {
      const reply = (await mayHaveChannels())
        ? await channelDoor().ask({ type: "list" })
        : undefined;
      if (!left) setChannels(reply?.type === "listed" ? reply.channels : []);
    };
    void read();
    const stop = channelDoor().onChange(() => void read());
    return () => {
      left = true;
      stop();
    };
  }, []);
  return channels;
};

/** What of one channel fits what was typed. */
export interface ChannelGroup {
  readonly channel: ChannelId;
  readonly name: string;
  readonly publisherSite?: SiteId | undefined;
  readonly total: number;
  readonly some: readonly FoundItem[];
}

/** How long nobody types before the channels are asked. */
const PAUSE_MS = 120;

const NO_GROUPS: readonly ChannelGroup[] = [];

/**
 * The first finds of every channel for what is typed, asked in the worker: while one answer is awaited,
 * only the newest question waits, and the finds of the one before stand until the new ones are there.
 */
export const useChannelGroups = (query: string, limit: number): readonly ChannelGroup[] => {
  const [found, setFound] = useState(NO_GROUPS);
  const [changes, setChanges] = useState(0);
  const wanted = useRef<string>(undefined);
  const asking = useRef(false);
  useEffect(() => channelDoor().onChange(() => setChanges((before) => before + 1)), []);

  const ask = useCallback(async (): Promise<void> => {
    if (asking.current) return;
    asking.current = true;
    if (await mayHaveChannels()) {
      for (let next = wanted.current; next !== undefined; next = wanted.current) {
        wanted.current = undefined;
        const reply = await channelDoor().ask({ type: "search", query: next, limit });
        if (reply.type === "found" && wanted.current === undefined) setFound(reply.groups);
      }
    }
    asking.current = false;
  }, [limit]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when a channel has changed
  useEffect(() => {
    if (query.trim() === "") {
      setFound(NO_GROUPS);
      return;
    }
    // The site's own finds first: while somebody types on, the channels are not asked.
    const timer = setTimeout(() => {
      wanted.current = query;
      void ask();
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [query, ask, changes]);
  return query.trim() === "" ? NO_GROUPS : found;
};

/** What this site holds, by page and by file, to mark what of a channel is here already. */
export const useHeldItems = () => {
  const { items } = useSnapshot();
  return useMemo(() => heldItems(items.values()), [items]);
};

/** Kinds that are shown from a file. */
const OF_A_FILE: ReadonlySet<Courseware["kind"]> = new Set(["video", "film", "audio", "document"]);

/** The channel that items are taken from. */
export interface TakenFrom {
  readonly id: ChannelId;
  readonly name: string;
  readonly site: SiteId | undefined;
}

/** Takes items of a channel into the library: one step of undo, told by the line at the foot. */
export const useTakeFromChannel = () => {
  const { newId, library, inbox } = useDependencies();
  const { act, shelfFull } = useAct();
  const { items } = useSnapshot();
  const [missing, setMissing] = useState<readonly RecordId[]>([]);
  return {
    shelfFull,
    /** What was taken last, still stands and is shown from a file that nobody has yet; where a queue could fetch it. */
    missing: missing.flatMap((id) => {
      const item = items.get(id);
      return item !== undefined && isListed(item) && item.media == null ? [item] : [];
    }),
    /** Answers whether they were kept. */
    take: async (wanted: readonly ChannelItem[], channel: TakenFrom): Promise<boolean> => {
      let allHeld = false;
      let taken: readonly RecordId[] = [];
      const kept = await act(({ snapshot, book, clock, identity }) => {
        const made = takeChannelItems(wanted, channel, {
          items: snapshot.items.values(),
          book,
          newId,
          now: clock.now(),
          post: identity.post,
        });
        if (made.ok) {
          taken = [...made.value.taken.values()];
          return { ok: true, value: made.value.changes };
        }
        if (made.error.type === "shelf-full") return { ok: false, error: made.error };
        // Another tab took them meanwhile: nothing is left to write.
        allHeld = true;
        return { ok: true, value: { label: { type: "take-from-channel", count: 0 }, puts: [] } };
      });
      const here = library.snapshot().items;
      const bare = taken.filter((id) => {
        const item = here.get(id);
        return item !== undefined && OF_A_FILE.has(item.kind) && item.source != null;
      });
      setMissing(kept && inbox?.fetchAll !== undefined ? bare : []);
      return kept || allHeld;
    },
  };
};
