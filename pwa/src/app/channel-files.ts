import { endsLikeChannel, FILE_END_BYTES } from "@dianbo/shared/channel";

let waiting: File | undefined;
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

/** Takes a channel's file to the room of channels. */
export const bringChannelFile = (file: File): void => {
  waiting = file;
  location.hash = "#/channels";
  for (const listener of listeners) listener();
};

/** The channel's file that came and has not been looked at yet; once. */
export const takeBroughtChannelFile = (): File | undefined => {
  const file = waiting;
  waiting = undefined;
  return file;
};

/** Tells when a channel's file has come; returns how to stop. */
export const onBroughtChannelFile = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
