import type { DamagedRow } from "@dianbo/shared/courseware";
import { useEffect, useMemo, useState } from "react";
import { useIdentity, useSnapshot } from "./library-context.tsx";
import { questionsOf, registerOf, scheduleOf, wishesOf } from "./site-records.ts";

/**
 * All rows that cannot be read, whichever room they belong to: the start page counts them, the library shows
 * them. A session or a wish that cannot be read is told there as well as in its own room. Those are read in
 * a pause of the page: nobody waits for them.
 */
export const useDamaged = (): readonly DamagedRow[] => {
  const { damaged, records } = useSnapshot();
  const { site } = useIdentity();
  const [paused, setPaused] = useState(false);
  useEffect(() => {
    const asked = requestIdleCallback(() => setPaused(true));
    return () => cancelIdleCallback(asked);
  }, []);
  return useMemo(() => {
    if (!paused) return [...damaged.values()];
    // A playback that the snapshot could not read either counts once.
    const rows = [
      ...damaged.values(),
      ...scheduleOf(records, site).damaged,
      ...wishesOf(records, site).book.damaged,
      ...questionsOf(records, site).damaged,
      ...registerOf(records, site).damaged,
    ];
    return [...new Map(rows.map((row) => [row.id, row])).values()];
  }, [paused, damaged, records, site]);
};
