import { useState } from "react";
import type { Homes } from "../../app/homes.ts";
import { useDependencies } from "../../app/library-context.tsx";

/** What this home knows of the others; the offices always have it. */
export const useHomes = (): Homes => {
  const { homes } = useDependencies();
  if (homes === undefined) throw new Error("a screen about homes stands where there is none");
  return homes;
};

/** Opens the app of this page anew, at a route: another book may be here now. */
export const openAnew = (route: string): void => {
  location.hash = route;
  location.reload();
};

const HOUR = 3_600_000;
/** A copy that was left behind is kept at least so long. Hours. */
const KEPT_HOURS = 7 * 24;

/** How many days a copy still has to be kept, rounded up; 0 where it may go. */
export const daysToKeep = (since: number, now: number): number =>
  Math.max(0, Math.ceil((since + KEPT_HOURS * HOUR - now) / (24 * HOUR)));

/** The moment at which the screen was opened, in milliseconds since 1970. */
export const useNow = (): number => {
  const { clock } = useDependencies();
  const [now] = useState(() => clock.now());
  return now;
};
