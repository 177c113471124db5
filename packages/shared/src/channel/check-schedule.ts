import * as v from "valibot";
import { type Instant, instantSchema, LATEST_INSTANT } from "../clock/index.ts";
import type { SiteId } from "../identity/index.ts";
import type { ChannelId } from "./channel-index.ts";

/** How often a channel's host is asked for news without anybody pressing: what the person chose. */
export const checkRhythmSchema = v.picklist(["daily", "weekly", "never"]);
/** How often a channel looks for news by itself; see `checkRhythmSchema`. */
export type CheckRhythm = v.InferOutput<typeof checkRhythmSchema>;

/** What is remembered of looking for news. */
export interface Checking {
  readonly rhythm: CheckRhythm;
  /** When the host was asked last, whatever came of it. */
  readonly askedAt?: Instant | undefined;
  /** How often in a row nothing came of it. */
  readonly failures: number;
}

/** Milliseconds. */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** All sites lie in one zone, eight hours before Greenwich. */
const CHINA = 8 * HOUR;
/** Offices are open from eight in the morning; over twelve hours a county's sites come one by one. */
const OPENS = 8 * HOUR;
const SPREAD = 12 * HOUR;
/** A page that was just opened is let alone for some minutes, other ones in other places. */
const FIRST_PEACE = MINUTE;
const MORE_PEACE = 9 * MINUTE;
/** After a failure a host has an hour of peace, then three times as much each time, at most this often. */
const FIRST_PAUSE = HOUR;
const PAUSE_GROWS = 3;

/** A number from 0 to 1 that the same text always has (FNV-1a, its bits mixed as in MurmurHash3). */
const shareOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
};

const PERIODS: Readonly<Record<Exclude<CheckRhythm, "never">, number>> = {
  daily: DAY,
  weekly: 7 * DAY,
};

const instantAt = (millis: number): Instant =>
  v.parse(instantSchema, Math.min(LATEST_INSTANT, Math.max(0, Math.floor(millis))));

/** Where in its day, or on which day of the week and where in it, a site's turn is. */
const turnIn = (rhythm: Exclude<CheckRhythm, "never">, name: string): number => {
  const day = rhythm === "weekly" ? Math.floor(shareOf(`${name} day`) * 7) * DAY : 0;
  // A whole millisecond: who asked at its turn must not find that turn still to come.
  return Math.floor(day + OPENS + shareOf(name) * SPREAD - CHINA);
};

/**
 * When a channel's host is asked for news next; `undefined`: never. Each site has its own time of day, always
 * the same, so that fifty thousand do not come at once; a PC that was off then asks some minutes after it was
 * opened. `openedAt` is when the app was.
 */
export const nextCheck = (
  { rhythm, askedAt, failures }: Checking,
  {
    site,
    channel,
    openedAt,
    now,
  }: {
    readonly site: SiteId;
    readonly channel: ChannelId;
    readonly openedAt: Instant;
    readonly now: Instant;
  },
): Instant | undefined => {
  if (rhythm === "never") return undefined;
  const name = `${site} ${channel}`;
  const soonest = openedAt + FIRST_PEACE + shareOf(`${name} peace`) * MORE_PEACE;
  const period = PERIODS[rhythm];
  // A clock that was wrong said a time to come: that does not keep the channel silent until then.
  if (askedAt === undefined || askedAt > now + HOUR) return instantAt(soonest);
  const turn = turnIn(rhythm, name);
  const ownTurn = Math.floor((askedAt - turn) / period) * period + period + turn;
  if (failures === 0) return instantAt(Math.max(soonest, ownTurn));
  const pause = FIRST_PAUSE * PAUSE_GROWS ** Math.min(failures - 1, 20);
  const somewhatMore = 0.75 + shareOf(`${name} ${failures}`) / 2;
  return instantAt(Math.max(soonest, askedAt + Math.min(pause, period) * somewhatMore));
};
