import type { CivilDate } from "../clock/index.ts";
import type { RecordId } from "../identity/index.ts";
import { SESSION_MINUTES } from "../set-menu/index.ts";
import { dayOf } from "./civil-days.ts";
import type { Session } from "./schedule.ts";

/** What two showings must say to be compared. */
export interface Occupying {
  readonly id?: RecordId | undefined;
  readonly date: CivilDate;
  readonly start?: number | null | undefined;
  readonly minutes?: number | null | undefined;
  readonly place?: string | null | undefined;
  readonly cancelled?: boolean;
}

/** One place however it is typed: width, case and spaces make no other place. */
export const placeKey = (place: string): string =>
  place.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();

const stretchOf = ({ date, start, minutes }: Occupying): [number, number] | undefined => {
  if (start == null) return undefined;
  const begins = dayOf(date) * 1440 + start;
  return [begins, begins + (minutes == null || minutes === 0 ? SESSION_MINUTES : minutes)];
};

/** Whether two showings need one place at one time. Without an hour or a place there is nothing to say. */
export const doClash = (a: Occupying, b: Occupying): boolean => {
  if (a.cancelled === true || b.cancelled === true || a.place == null || b.place == null)
    return false;
  if (placeKey(a.place) !== placeKey(b.place)) return false;
  const [one, other] = [stretchOf(a), stretchOf(b)];
  return one !== undefined && other !== undefined && one[0] < other[1] && other[0] < one[1];
};

/** The sessions that a showing is in the way of; itself is none of them. */
export const clashesWith = (showing: Occupying, sessions: readonly Session[]): readonly Session[] =>
  sessions.filter((other) => other.id !== showing.id && doClash(showing, other));
