import type { DamagedRow } from "@dianbo/shared/courseware";
import { useMemo } from "react";
import { useSnapshot } from "./library-context.tsx";
import { useRegister, useSchedule, useWishes } from "./site-records.ts";

/**
 * All rows that cannot be read, whichever room they belong to: the start page counts them, the library shows
 * them. A session or a wish that cannot be read is told there as well as in its own room.
 */
export const useDamaged = (): readonly DamagedRow[] => {
  const { damaged } = useSnapshot();
  const schedule = useSchedule();
  const wishes = useWishes();
  const register = useRegister();
  return useMemo(() => {
    // The register reads playbacks anew; one that the snapshot holds already counts once.
    const rows = [
      ...damaged.values(),
      ...schedule.damaged,
      ...wishes.book.damaged,
      ...register.damaged,
    ];
    return [...new Map(rows.map((row) => [row.id, row])).values()];
  }, [damaged, schedule, wishes, register]);
};
