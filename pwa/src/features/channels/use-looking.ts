import { type CheckRhythm, readChannelLink } from "@dianbo/shared/channel";
import { useCallback, useEffect, useState } from "react";
import { channelDoor } from "../../app/channel-door.ts";
import { onBroughtChannel, takeBroughtChannel } from "../../app/channel-files.ts";
import { useDependencies } from "../../app/library-context.tsx";
import { useWords } from "../../locales/index.ts";
import type { ChannelAsk, ChannelTrouble, LookedAt } from "../../storage/channels/index.ts";
import { channelInFolder } from "./channel-folder.ts";
import { knownAsSite } from "./publisher-standing.ts";

/** Where the room stands: choosing, or looking through one release. */
export type LookingState =
  | {
      readonly type: "choosing";
      readonly reading?: string;
      readonly failure?: { readonly why: ChannelTrouble; readonly name: string | undefined };
      /** What came of the last act. */
      readonly said?: string;
    }
  | { readonly type: "preview"; readonly looked: LookedAt };

/** Opens releases from files, folders and addresses, and takes in the one that was looked through. */
export const useLooking = () => {
  const { channels: words } = useWords();
  const { clock, library, inbox } = useDependencies();
  const [state, setState] = useState<LookingState>({ type: "choosing" });

  const look = useCallback(
    async (
      name: string,
      open: () => Promise<ChannelAsk | ChannelTrouble>,
      isCheck = false,
    ): Promise<void> => {
      setState({ type: "choosing", reading: name });
      const ask = await open();
      const reply = typeof ask === "string" ? undefined : await channelDoor().ask(ask);
      if (reply?.type === "looked") {
        const { records } = library.snapshot();
        const looked = await knownAsSite(reply.looked, records, library.identity().site);
        const { name, release } = reply.looked.index;
        // Whoever looks for news of what he has wants to know that there is none, and no more.
        if (isCheck && looked?.standing === "same") {
          void channelDoor().ask({ type: "leave" });
          setState({ type: "choosing", said: words.nothingNew(name, release) });
          return;
        }
        setState(
          looked === undefined
            ? { type: "choosing", failure: { why: "other-signer", name } }
            : { type: "preview", looked },
        );
      } else {
        const failed = reply?.type === "failed" ? reply : undefined;
        const why = typeof ask === "string" ? ask : (failed?.failure ?? "not-stored");
        setState({ type: "choosing", failure: { why, name: failed?.name } });
      }
    },
    [library, words],
  );
  const openFile = useCallback(
    (file: File) => look(file.name, async () => ({ type: "look", from: { type: "file", file } })),
    [look],
  );
  const openFolder = useCallback(
    (folder: FileSystemDirectoryHandle) =>
      look(folder.name, async () => {
        try {
          const from = await channelInFolder(folder);
          return from === undefined ? "not-a-channel" : { type: "look", from };
        } catch {
          // The stick was pulled out while it was looked through.
          return "not-a-channel";
        }
      }),
    [look],
  );
  const leaveFor = inbox?.portals;
  const openWeb = useCallback(
    (typed: string, isCheck = false): void => {
      const link = readChannelLink(typed, location.origin);
      const open = async (): Promise<ChannelAsk | ChannelTrouble> => {
        if (!link.ok) return link.error.type;
        const { address, key } = link.value;
        // Asked in the click itself, for the browser shows its question only then.
        const mayAsk = await leaveFor?.ask([new URL(address).hostname]);
        const from = { type: "web", address, ...(key === undefined ? {} : { key }) } as const;
        return mayAsk === false ? "no-leave" : { type: "look", from };
      };
      void look(link.ok ? link.value.address : typed, open, isCheck);
    },
    [look, leaveFor],
  );
  const [brought, setBrought] = useState<string>();
  useEffect(() => {
    const take = (): void => {
      const channel = takeBroughtChannel();
      if (channel instanceof File) void openFile(channel);
      // A link off a camera was no click: where the browser must be asked for leave, the person presses once.
      else if (channel !== undefined && leaveFor !== undefined) setBrought(channel);
      else if (channel !== undefined) openWeb(channel);
    };
    take();
    return onBroughtChannel(take);
  }, [openFile, openWeb, leaveFor]);

  const take = async (
    { index, standing }: LookedAt,
    rhythm: CheckRhythm | undefined,
  ): Promise<void> => {
    const wish = { type: "take", at: clock.now() } as const;
    const reply = await channelDoor().ask(rhythm === undefined ? wish : { ...wish, rhythm });
    if (reply.type !== "done") {
      const failed = reply.type === "failed" ? reply : undefined;
      const why = failed?.failure ?? "not-stored";
      setState({ type: "choosing", failure: { why, name: failed?.name } });
      return;
    }
    const count = standing === "update" ? index.release : index.items;
    setState({ type: "choosing", said: words.taken[standing](index.name, count) });
  };
  return {
    state,
    /** A channel's link that was read off a code and waits for a press. */
    brought,
    openFile,
    openFolder,
    openWeb,
    take,
    leave: (): void => {
      void channelDoor().ask({ type: "leave" });
      setState({ type: "choosing" });
    },
    told: (said: string): void => setState({ type: "choosing", said }),
  };
};
