/** News of one subscribed channel. */
export interface NewsOfChannel {
  readonly name: string;
  readonly release: number;
  /** Items that are new or changed, where that is known. */
  readonly written?: number | undefined;
}

let news: readonly NewsOfChannel[] = [];
const listeners = new Set<() => void>();

/** What waits of all channels; empty until somebody has looked. It starts no worker: the start page asks it. */
export const channelNews = (): readonly NewsOfChannel[] => news;

/** Calls back when there are other news; returns how to stop. */
export const onChannelNews = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Says what waits now. */
export const tellChannelNews = (now: readonly NewsOfChannel[]): void => {
  if (JSON.stringify(now) === JSON.stringify(news)) return;
  news = now;
  for (const listener of listeners) listener();
};
