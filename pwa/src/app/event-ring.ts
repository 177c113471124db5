import type { Clock } from "@dianbo/shared/clock";
import {
  type Event,
  type EventRing,
  readEventRing,
  roomOfPath,
  withEvent,
} from "@dianbo/shared/events";
import { createContext, useContext } from "react";

/** What happened; when and in which room the log adds itself. */
export type Happening =
  | Omit<Extract<Event, { type: "act" }>, "at" | "room">
  | Omit<Extract<Event, { type: "failed" }>, "at" | "room">
  | Omit<Extract<Event, { type: "fault" }>, "at" | "room">;

/** The ring of events of this browser profile, over all its tabs. */
export interface EventLog {
  record(happening: Happening): void;
  ring(): EventRing;
}

/** Where the ring lies; the same shape as `localStorage`. */
interface TextStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const KEY = "dianbo-events";

const stored = (store: TextStore): EventRing | undefined => {
  try {
    return readEventRing(JSON.parse(store.getItem(KEY) ?? "[]"));
  } catch {
    // Storage refused, or somebody else's text under our key.
    return undefined;
  }
};

/**
 * Opens the log. It lies beside the database, not in it: a database that does not open is just what it
 * must tell of. Where nothing may be stored it is kept in memory. It never throws.
 */
export const openEventLog = ({
  clock,
  store,
  path,
}: {
  readonly clock: Clock;
  /** Asked for at every use: the browser may refuse even the mention of it. */
  readonly store: () => TextStore;
  /** The present address within the office, such as `/library/abc`. */
  readonly path: () => string;
}): EventLog => {
  let inMemory: EventRing = [];
  const read = (): EventRing => {
    try {
      return stored(store()) ?? inMemory;
    } catch {
      return inMemory;
    }
  };
  return {
    ring: read,
    record: (happening) => {
      inMemory = withEvent(read(), { ...happening, at: clock.now(), room: roomOfPath(path()) });
      try {
        store().setItem(KEY, JSON.stringify(inMemory));
      } catch {
        // Kept in memory; this tab can still show it.
      }
    },
  };
};

const NO_LOG: EventLog = { record: () => undefined, ring: () => [] };

/** The context itself, for the boundary, which is a class. */
export const EventLogContext = createContext<EventLog>(NO_LOG);

/** Hands the log down to the pages that tell of trouble. */
export const EventLogProvider = EventLogContext.Provider;

/** The log of events. */
export const useEventLog = (): EventLog => useContext(EventLogContext);
