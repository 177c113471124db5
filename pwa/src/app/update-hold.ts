import type { Session } from "@dianbo/shared/session";

/** Why a newer version may not be put in place at this moment. */
export type UpdateHold =
  /** By the calendar people sit in the study room: nothing is said at all. */
  | "session"
  /** The study room is open in another window. */
  | "room"
  /** Another window of the office is open; its screens would miss their files. */
  | "office"
  /** Films are being copied to or from the folder on disk. */
  | "copying";

/** Minutes before its hour at which a session has begun as far as whoever prepares it is concerned. */
const BEFORE = 30;
/** How long a session lasts that does not say, in minutes. */
const AN_HOUR = 60;

/** Whether one of the day's sessions is on, or about to begin. `minute` counts from midnight. */
export const isSessionOn = (
  today: readonly Pick<Session, "cancelled" | "start" | "minutes">[],
  minute: number,
): boolean =>
  today.some(
    ({ cancelled, start, minutes }) =>
      cancelled !== true &&
      start != null &&
      minute >= start - BEFORE &&
      minute <= start + (minutes ?? AN_HOUR),
  );

/** What holds a newer version back, the most important first; `undefined` where nothing does. */
export const holdOf = (now: {
  readonly sessionOn: boolean;
  readonly roomOpen: boolean;
  readonly offices: number;
  readonly copying: boolean;
}): UpdateHold | undefined => {
  if (now.sessionOn) return "session";
  if (now.roomOpen) return "room";
  if (now.copying) return "copying";
  return now.offices > 1 ? "office" : undefined;
};
