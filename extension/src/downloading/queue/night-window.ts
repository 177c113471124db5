import { type Instant, instantSchema, LATEST_INSTANT } from "@dianbo/shared/clock";
import * as v from "valibot";

/** The hours in which a site downloads by night, in minutes after midnight; `from` may lie after `to`. */
export interface NightWindow {
  readonly from: number;
  readonly to: number;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

/** Minutes after midnight in the zone that sites keep their days in. */
const minuteOfDay = (now: Instant, zone: string): number => {
  const text = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(now);
  const [hours = 0, minutes = 0] = text.split(":").map(Number);
  return hours * 60 + minutes;
};

/** Whether it is night now. Equal ends mean the whole day. */
export const isNight = (
  now: Instant,
  { from, to }: NightWindow,
  zone = "Asia/Shanghai",
): boolean => {
  if (from === to) return true;
  const at = minuteOfDay(now, zone);
  return from < to ? at >= from && at < to : at >= from || at < to;
};

/** The next moment at which night begins or ends. */
export const nextTurnOfNight = (
  now: Instant,
  window: NightWindow,
  zone = "Asia/Shanghai",
): Instant => {
  const at = minuteOfDay(now, zone);
  const edge = isNight(now, window, zone) ? window.to : window.from;
  const minutes = (edge - at + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES;
  const start = now - (now % MINUTE_MS);
  return v.parse(instantSchema, Math.min(LATEST_INSTANT, start + minutes * MINUTE_MS));
};

/** Whether the hours of a site's wishes hold now. */
export const isNightNow = (
  now: Instant,
  wishes: { readonly nightFrom: number; readonly nightTo: number },
): boolean => isNight(now, { from: wishes.nightFrom, to: wishes.nightTo });
