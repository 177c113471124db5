import { type RoomLog, roomLog } from "../../app/room-log.ts";
import { systemClock } from "../../app/system-clock.ts";

/**
 * Writes into the ring of events. It comes with the room's screens, which are fetched while the database
 * opens: the page that fetches them stays as light as it was.
 */
export const note = (write: (log: RoomLog) => void): void => write(roomLog(systemClock));
