import {
  CHANNEL_LIMITS,
  type ChannelIndex,
  isChannelPath,
  judgePlace,
  type PlaceRefusal,
} from "@dianbo/shared/channel";
import {
  type HostFailure,
  type Progress,
  tryTarget,
  type Uploaded,
  uploadFiles,
} from "@dianbo/shared/hosting";
import { useEffect, useRef, useState } from "react";
import { channelDoor } from "../../../app/channel-door.ts";
import { useDependencies } from "../../../app/library-context.tsx";
import { useWords } from "../../../locales/index.ts";
import type { ChannelSummary, ChannelTrouble } from "../../../storage/channels/index.ts";
import { filesToPublish } from "../files-to-publish.ts";
import {
  type DraftFailure,
  type HostDraft,
  type HostPlace,
  hostOf,
  placeOf,
} from "./host-draft.ts";
import { openPlace } from "./open-place.ts";

/** Why a channel does not lie where it should. */
export type HostTrouble =
  | HostFailure
  | PlaceRefusal
  | DraftFailure
  | { readonly type: "cancelled" | "no-leave" | "elsewhere-open" }
  /** The release itself could not be had. */
  | { readonly type: "no-release"; readonly why: ChannelTrouble };

/** What is being done, and what became of it. */
export type HostState =
  | { readonly type: "still" | "trying" | "tried" | "making" | "made" }
  | { readonly type: "sending"; readonly progress: Progress | undefined }
  | { readonly type: "done"; readonly index: ChannelIndex; readonly uploaded: Uploaded }
  | {
      readonly type: "failed";
      readonly act: "try" | "publish";
      readonly trouble: HostTrouble;
      /** How far it was. */
      readonly progress: Progress | undefined;
    };

const pause = (millis: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, millis);
  });

/**
 * Tries a host, makes the folder that it lacks, puts the release that is held there. `reached` is called as soon
 * as a host has taken something, with the form that it was reached by. Leaving the room breaks off.
 */
export const useHosting = (
  channel: ChannelSummary,
  readAt: string | undefined,
  reached: (draft: HostDraft) => Promise<void>,
) => {
  const words = useWords();
  const { inbox, newId, random } = useDependencies();
  const [state, setState] = useState<HostState>({ type: "still" });
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);

  /** Asks the browser within the click itself, then opens the place. */
  const within = async (
    draft: HostDraft,
    act: "try" | "publish",
    busy: HostState,
    work: (place: HostPlace, stop: AbortSignal) => Promise<HostState>,
  ): Promise<void> => {
    const failed = (trouble: HostTrouble): void =>
      setState({ type: "failed", act, trouble, progress: undefined });
    const place = placeOf(draft);
    if (!place.ok) return failed(place.error);
    const asked = inbox?.portals?.ask([hostOf(place.value)]);
    const stop = new AbortController();
    stopping.current?.abort();
    stopping.current = stop;
    setState(busy);
    if ((await asked) === false) return failed({ type: "no-leave" });
    setState(await work(place.value, stop.signal));
  };

  const upload = async (
    place: HostPlace,
    stop: AbortSignal,
    onReached: () => void,
  ): Promise<HostState> => {
    let progress: Progress | undefined;
    const failed = (trouble: HostTrouble): HostState => ({
      type: "failed",
      act: "publish",
      trouble,
      progress,
    });
    const reply = await channelDoor().ask({ type: "copy", channel: channel.id });
    if (reply.type !== "release") {
      const why = reply.type === "failed" ? reply.failure : "not-stored";
      return failed({ type: "no-release", why });
    }
    const done = await uploadFiles<PlaceRefusal>({
      files: filesToPublish({ ...reply, address: readAt }, words),
      target: await openPlace(place, stop),
      entryLimit: CHANNEL_LIMITS.indexBytes,
      judge: (there) => judgePlace(there, reply.index),
      isOurs: isChannelPath,
      told: (now) => {
        progress = now;
        if (now.files === 1) onReached();
        setState({ type: "sending", progress: now });
      },
      isCancelled: () => stop.aborted,
      wait: pause,
      random,
    });
    return done.ok
      ? { type: "done", index: reply.index, uploaded: done.value }
      : failed(done.error);
  };

  return {
    state,
    /** Something was typed: what was said of the form before is over. */
    still: () => setState({ type: "still" }),
    stop: () => stopping.current?.abort(),
    tryIt: (draft: HostDraft) =>
      within(draft, "try", { type: "trying" }, async (place, stop) => {
        const tried = await tryTarget(await openPlace(place, stop), newId());
        if (!tried.ok) {
          const trouble = stop.aborted ? ({ type: "cancelled" } as const) : tried.error;
          return { type: "failed", act: "try", trouble, progress: undefined };
        }
        await reached(draft);
        return { type: "tried" };
      }),
    makeFolder: (draft: HostDraft) =>
      within(draft, "try", { type: "making" }, async (place, stop) => {
        const made = await (await openPlace(place, stop)).makeFolder("");
        return made.ok
          ? { type: "made" }
          : { type: "failed", act: "try", trouble: made.error, progress: undefined };
      }),
    publish: (draft: HostDraft) =>
      within(draft, "publish", { type: "sending", progress: undefined }, (place, stop) =>
        // Two tabs that put the same channel to the same place would sweep each other's files.
        navigator.locks.request(
          `dianbo-publish-${channel.id}`,
          { ifAvailable: true },
          (lock): Promise<HostState> | HostState =>
            lock === null
              ? {
                  type: "failed",
                  act: "publish",
                  trouble: { type: "elsewhere-open" },
                  progress: undefined,
                }
              : upload(place, stop, () => void reached(draft)),
        ),
      ),
  };
};
