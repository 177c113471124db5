import type { Weighed } from "./weigh-items.ts";

/** Items that share one claim on the minutes: a shelf that is to have its part of the evening. */
export interface Group {
  readonly items: readonly Weighed[];
  /** The claim, in minutes: up to there a minute of this group is worth `CLAIM` more. */
  readonly share: number;
}

/** Worth of a minute by which a shelf comes nearer to its share. */
const CLAIM = 0.8;

/** What a group's claim adds when it gets so many minutes. */
export const claimOf = (share: number, minutes: number): number => CLAIM * Math.min(share, minutes);

const better = (a: Weighed, b: Weighed): number =>
  b.worth - a.worth || (a.item.id < b.item.id ? -1 : 1);

/**
 * Of items with one length only the best few can ever stand in a best choice: as many as go in. That
 * leaves some hundred of five thousand, and loses nothing.
 */
const worthTrying = (items: readonly Weighed[], room: number): readonly Weighed[] => {
  const byLength = new Map<number, Weighed[]>();
  for (const one of items) {
    if (one.minutes > room) continue;
    const same = byLength.get(one.minutes);
    if (same === undefined) byLength.set(one.minutes, [one]);
    else same.push(one);
  }
  return [...byLength.keys()]
    .sort((a, b) => a - b)
    .flatMap((length) =>
      (byLength.get(length) ?? []).sort(better).slice(0, Math.floor(room / length)),
    );
};

/** The best choice from one group for every number of minutes. */
interface Filled {
  /** By minutes; `-Infinity` where no choice takes exactly so many. */
  readonly worth: Float64Array;
  choose(minutes: number): readonly Weighed[];
}

const fillGroup = (all: readonly Weighed[], room: number): Filled => {
  const items = worthTrying(all, room);
  const width = room + 1;
  const worth = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  worth[0] = 0;
  const taken = new Uint8Array(items.length * width);
  for (const [index, { minutes, worth: own }] of items.entries()) {
    const row = index * width;
    for (let total = room; total >= minutes; total -= 1) {
      const candidate = (worth[total - minutes] ?? 0) + own;
      if (candidate > (worth[total] ?? 0)) {
        worth[total] = candidate;
        taken[row + total] = 1;
      }
    }
  }
  return {
    worth,
    choose: (minutes) => {
      const chosen: Weighed[] = [];
      let left = minutes;
      for (let index = items.length - 1; index >= 0 && left > 0; index -= 1) {
        const one = items[index];
        if (one === undefined || taken[index * width + left] !== 1) continue;
        chosen.push(one);
        left -= one.minutes;
      }
      return chosen;
    },
  };
};

/** A choice from several groups together. */
export interface Fit {
  readonly chosen: readonly Weighed[];
  readonly minutes: number;
}

/**
 * The best choice that takes at most `room` minutes and at least `room - tolerance`. Where there is none,
 * the nearest below: the one that takes the most minutes, and of those the best. Exact: every total that
 * some combination reaches is known (0/1 knapsack over minutes in each group, the groups joined by a
 * max-plus convolution that knows each group's claim).
 *
 *     worth[minutes] of a group       joined[minutes] = max over a of joined'[minutes - a] + worth[a] + claim(a)
 */
export const fitMinutes = (groups: readonly Group[], room: number, tolerance: number): Fit => {
  const width = room + 1;
  let joined = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  joined[0] = 0;
  const steps = groups.map(({ items, share }) => {
    const filled = fillGroup(items, room);
    const next = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
    const part = new Uint16Array(width);
    for (let own = 0; own <= room; own += 1) {
      const worth = filled.worth[own] ?? Number.NEGATIVE_INFINITY;
      if (worth === Number.NEGATIVE_INFINITY) continue;
      const gain = worth + claimOf(share, own);
      for (let before = 0; before + own <= room; before += 1) {
        const candidate = (joined[before] ?? Number.NEGATIVE_INFINITY) + gain;
        if (candidate > (next[before + own] ?? 0)) {
          next[before + own] = candidate;
          part[before + own] = own;
        }
      }
    }
    joined = next;
    return { filled, part };
  });
  const worthAt = (minutes: number): number => joined[minutes] ?? Number.NEGATIVE_INFINITY;
  let minutes = room;
  for (let total = room - 1; total >= Math.max(0, room - tolerance); total -= 1) {
    if (worthAt(total) > worthAt(minutes)) minutes = total;
  }
  while (minutes > 0 && worthAt(minutes) === Number.NEGATIVE_INFINITY) minutes -= 1;
  const chosen: Weighed[] = [];
  let left = minutes;
  for (const { filled, part } of [...steps].reverse()) {
    const own = part[left] ?? 0;
    chosen.unshift(...filled.choose(own));
    left -= own;
  }
  return { chosen, minutes };
};
