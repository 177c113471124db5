import type { ListedChannel } from "@dianbo/shared/channel";
import { useState } from "react";
import { channelDoor } from "../../app/channel-door.ts";
import { useDependencies } from "../../app/library-context.tsx";
import type { ChannelTrouble } from "../../storage/channels/index.ts";
import { knownAsSite } from "./publisher-standing.ts";

/** What became of one channel of a list. */
export type TakenChannel =
  | { readonly type: "working" }
  | { readonly type: "done"; readonly items: number }
  | { readonly type: "failed"; readonly why: ChannelTrouble };

/** Subscribes to channels of a list one after the other; what fails says why and stops none of the others. */
export const useOpmlTaking = () => {
  const { clock, library, inbox } = useDependencies();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, TakenChannel>>(new Map());
  const [busy, setBusy] = useState(false);

  const takeOne = async ({ address, key }: ListedChannel): Promise<TakenChannel> => {
    const from = { type: "web", address, ...(key === undefined ? {} : { key }) } as const;
    const seen = await channelDoor().ask({ type: "look", from });
    if (seen.type !== "looked") {
      return { type: "failed", why: seen.type === "failed" ? seen.failure : "not-stored" };
    }
    const { records } = library.snapshot();
    const looked = await knownAsSite(seen.looked, records, library.identity().site);
    if (looked === undefined) {
      void channelDoor().ask({ type: "leave" });
      return { type: "failed", why: "other-signer" };
    }
    const taken = await channelDoor().ask({ type: "take", at: clock.now(), rhythm: "daily" });
    if (taken.type === "done") return { type: "done", items: looked.index.items };
    return { type: "failed", why: taken.type === "failed" ? taken.failure : "not-stored" };
  };

  /** Called in the click itself: the browser asks for leave, for all hosts at once, only then. */
  const take = async (channels: readonly ListedChannel[]): Promise<void> => {
    setBusy(true);
    const hosts = [...new Set(channels.map(({ address }) => new URL(address).hostname))];
    const mayAsk = await inbox?.portals?.ask(hosts);
    for (const channel of channels) {
      const tell = (outcome: TakenChannel): void =>
        setOutcomes((before) => new Map([...before, [channel.address, outcome]]));
      tell({ type: "working" });
      tell(mayAsk === false ? { type: "failed", why: "no-leave" } : await takeOne(channel));
    }
    setBusy(false);
  };
  return { outcomes, busy, take };
};
