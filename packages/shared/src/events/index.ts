/** The local ring of events that a person may copy for whoever helps. */
export {
  actNamed,
  type Event,
  type EventRoom,
  eventSchema,
  failureNamed,
  faultNamed,
  roomOfPath,
  scriptNumber,
} from "./event.ts";
export { EVENT_LIMIT, type EventRing, eventsAsText, readEventRing, withEvent } from "./ring.ts";
