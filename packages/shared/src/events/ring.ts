import * as v from "valibot";
import { type Event, eventSchema } from "./event.ts";

/** How many events are kept; the oldest goes when one more comes. */
export const EVENT_LIMIT = 500;

/** The last events of this browser profile, oldest first. */
export type EventRing = readonly Event[];

/** The ring with one event more. */
export const withEvent = (ring: EventRing, event: Event): EventRing =>
  [...ring, event].slice(-EVENT_LIMIT);

/** Reads a stored ring; rows that are no events, and keys that events have not, are left out. */
export const readEventRing = (stored: unknown): EventRing => {
  if (!Array.isArray(stored)) return [];
  return stored
    .flatMap((row: unknown) => {
      const event = v.safeParse(eventSchema, row);
      return event.success ? [event.output] : [];
    })
    .slice(-EVENT_LIMIT);
};

const lineOf = (event: Event): string => {
  const head = `${new Date(event.at).toISOString().slice(0, 19)}Z ${event.room} ${event.type}`;
  switch (event.type) {
    case "act":
      return `${head} ${event.act} ${event.count}`;
    case "failed":
      return `${head} ${event.failure}`;
    case "fault":
      return event.script === 0
        ? `${head} ${event.fault}`
        : `${head} ${event.fault} ${event.script.toString(16)}:${event.line}:${event.column}`;
  }
};

/** The ring as plain text, a line an event, newest first; times are UTC. */
export const eventsAsText = (ring: EventRing): string => ring.map(lineOf).reverse().join("\n");
