/** What many subscribers cost one host, computed from what one was measured to cost and from their own schedule. */
import { channelIdSchema, nextCheck } from "@dianbo/shared/channel";
import { instantSchema } from "@dianbo/shared/clock";
import { newSiteId } from "@dianbo/shared/identity";
import { parsed } from "../support/county-channel.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Nine in the morning in China, a Monday. */
const NINE = Date.UTC(2026, 10, 30, 1);
const channel = parsed(channelIdSchema, "county-channel-0001");

/** The most requests in one second. */
const peakOf = (times: readonly number[]): number => {
  const seconds = new Map<number, number>();
  for (const time of times) {
    const second = Math.floor(time / 1000);
    seconds.set(second, (seconds.get(second) ?? 0) + 1);
  }
  return Math.max(...seconds.values());
};

/** Requests for the index in the busiest second of a day, by how the sites' PCs are used. */
export const peaks = (sites: number) => {
  const ids = Array.from({ length: sites }, (_, at) =>
    newSiteId(() => `site${String(at).padStart(20, "-")}`),
  );
  const asked = (opened: number, before: number): readonly number[] =>
    ids.map((site) => {
      const now = parsed(instantSchema, opened);
      const askedAt = parsed(instantSchema, before);
      const checking = { rhythm: "daily", failures: 0, askedAt } as const;
      return nextCheck(checking, { site, channel, openedAt: now, now }) ?? 0;
    });
  return {
    /** All are on all day: each asks at its own turn. */
    allDay: peakOf(asked(NINE - 3 * HOUR, NINE - 3 * HOUR)),
    /** All are switched on at nine sharp, and most have missed their turn: the worst that the schedule allows. */
    atNine: peakOf(asked(NINE, NINE - DAY + 10 * 60_000)),
    /** Without a schedule: all ask in the minute in which they are switched on. */
    without: Math.ceil(sites / 60),
  };
};

/** What one subscriber costs: bytes with header lines. */
export interface CostOfOne {
  readonly firstSync: number;
  readonly look: number;
  readonly weeklySync: number;
  readonly segmentsAWeek: number;
}

/** A month is a twelfth of a year. */
const DAYS = 365.25 / 12;
const WEEKS = DAYS / 7;
const GB = 1e9;

/** Requests a day, GB a month, GB once for all first syncs. */
export const loadOf = (sites: number, one: CostOfOne) => ({
  requestsADay: sites * (1 + one.segmentsAWeek / 7),
  gbAMonth: (sites * (one.look * DAYS + one.weeklySync * WEEKS)) / GB,
  gbAtFirst: (sites * one.firstSync) / GB,
});
