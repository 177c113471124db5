import { type CivilDate, civilDateOf, type Instant } from "../clock/index.ts";

/** What the last download session on a host brought. */
export interface HostYield {
  readonly day: CivilDate;
  /** Items clipped on that day. */
  readonly count: number;
}

/**
 * The last day on which something was clipped from each host, and how much. It is told from what was
 * clipped and from nothing else: nobody notes which pages are looked at.
 */
export const lastYields = (
  clips: Iterable<{ readonly host: string; readonly at: Instant }>,
): ReadonlyMap<string, HostYield> => {
  const yields = new Map<string, HostYield>();
  for (const { host, at } of clips) {
    const day = civilDateOf(at);
    const before = yields.get(host);
    if (before !== undefined && before.day > day) continue;
    yields.set(host, { day, count: before?.day === day ? before.count + 1 : 1 });
  }
  return yields;
};
