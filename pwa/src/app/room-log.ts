import type { Clock } from "@dianbo/shared/clock";
import { failureNamed } from "@dianbo/shared/events";
import { type EventLog, openEventLog } from "./event-ring.ts";
import { watchPageFaults } from "./page-faults.ts";

/** What the study room writes into the ring of events. */
export interface RoomLog {
  /** The room was opened over a book of so many records. */
  opened(count: number): void;
  /** Something went wrong, by its listed word. */
  failed(word: string): void;
}

let log: EventLog | undefined;

/** The ring as the room writes it; with the first call the page's own faults go into it as well. */
export const roomLog = (clock: Clock): RoomLog => {
  if (log === undefined) {
    log = openEventLog({ clock, store: () => localStorage, path: () => "/study-room" });
    watchPageFaults(log, window);
  }
  const { record } = log;
  return {
    opened: (count) => record({ type: "act", act: "open-room", count }),
    failed: (word) => record({ type: "failed", failure: failureNamed(word) }),
  };
};
