import { InboxDb } from "./inbox-db.ts";

/** Whether a write failed because the disk, or the browser's share of it, is full. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === "QuotaExceededError" || ("inner" in error && isDiskFull(error.inner)));

/** The inbox's database as one context has it open, and the news of what others change in it. */
export interface OpenTables {
  readonly db: InboxDb;
  /** Tells all contexts, this one too, that something changed. */
  tell(): void;
  /** Calls back after every change, from this context or another; returns how to stop. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

/**
 * Opens the database of that name; `news` names what is told of: contexts hear each other's changes of the
 * same thing by BroadcastChannel. It makes way for a newer version of the extension.
 */
export const openTables = (name: string, news: string): OpenTables => {
  const db = new InboxDb(name);
  db.on("versionchange", () => db.close());
  const channel = new BroadcastChannel(`${name}-${news}`);
  const listeners = new Set<() => void>();
  const tellHere = (): void => {
    for (const listener of listeners) listener();
  };
  channel.onmessage = tellHere;
  return {
    db,
    tell: () => {
      channel.postMessage("changed");
      tellHere();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      channel.close();
      db.close();
    },
  };
};
