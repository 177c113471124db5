import * as v from "valibot";
import {
  CHANNELS_DB,
  CHANNELS_TOLD,
  type ChannelAsk,
  type ChannelReply,
  channelReplySchema,
} from "./channel-messages.ts";

/** The way from a screen to the channels' worker. */
export interface ChannelDoor {
  /** Answers as the worker does; `failed` where it could not. */
  ask(request: ChannelAsk): Promise<ChannelReply>;
  /** Calls back when a channel is another now, here or in another tab; returns how to stop. */
  onChange(listener: () => void): () => void;
}

/**
 * Whether this browser ever had a channel. Where the browser does not tell, it may have; the worker then
 * starts and finds none.
 */
export const mayHaveChannels = async (): Promise<boolean> => {
  if (typeof indexedDB.databases !== "function") return true;
  try {
    return (await indexedDB.databases()).some(({ name }) => name === CHANNELS_DB);
  } catch {
    return true;
  }
};

/** Opens the door; the worker starts with the first question. */
export const openChannelDoor = (startWorker: () => Worker): ChannelDoor => {
  let worker: Worker | undefined;
  let job = 0;
  const waiting = new Map<number, (reply: ChannelReply) => void>();
  const listeners = new Set<() => void>();
  const told = new BroadcastChannel(CHANNELS_TOLD);
  // The worker's own messages reach this tab too: it is another end of the same channel.
  told.onmessage = () => {
    for (const listener of listeners) listener();
  };
  const start = (): Worker => {
    const started = startWorker();
    started.addEventListener("message", (event: MessageEvent<unknown>) => {
      const reply = v.safeParse(channelReplySchema, event.data);
      if (!reply.success) return;
      waiting.get(reply.output.job)?.(reply.output);
      waiting.delete(reply.output.job);
    });
    started.addEventListener("error", () => {
      // A worker that fell is started anew with the next question; those who wait are told.
      for (const [one, tell] of waiting) tell({ job: one, type: "failed", failure: "not-stored" });
      waiting.clear();
      worker = undefined;
    });
    return started;
  };
  return {
    ask: (request) =>
      new Promise((resolve) => {
        worker ??= start();
        job += 1;
        waiting.set(job, resolve);
        worker.postMessage({ ...request, job });
      }),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
