import { endsLikeChannel, FILE_END_BYTES } from "@dianbo/shared/channel";

/** What leads to a channel: its file, or its link off a QR code or out of a chat. */
export type BroughtChannel = File | string;

let waiting: BroughtChannel | undefined;
const listeners = new Set<() => void>();

/** Whether a `.dianbo` file is a channel; told from its end, whatever its size. */
export const isChannelFile = async (file: File): Promise<boolean> => {
  try {
    const end = file.slice(Math.max(0, file.size - FILE_END_BYTES));
    return endsLikeChannel(new Uint8Array(await end.arrayBuffer()));
  } catch {
    // A file that has gone; whoever opens it says so.
    return false;
  }
};

/** Takes a channel's file, or its link, to the room of channels. */
export const bringChannel = (channel: BroughtChannel): void => {
  waiting = channel;
  location.hash = "#/channels";
  for (const listener of listeners) listener();
};

/** What was brought and has not been looked at yet; once. */
export const takeBroughtChannel = (): BroughtChannel | undefined => {
  const channel = waiting;
  waiting = undefined;
  return channel;
};

/** Tells when a channel was brought; returns how to stop. */
export const onBroughtChannel = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
