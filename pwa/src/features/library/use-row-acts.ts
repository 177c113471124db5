import type { Courseware } from "@dianbo/shared/courseware";
import type { RecordId } from "@dianbo/shared/identity";
import { useLayoutEffect, useMemo, useRef } from "react";
import type { ListActs } from "./use-list-keys.ts";

/** What one drawn item can ask of its list. */
export interface RowActs {
  /** `through` ticks everything since the last tick as well. */
  readonly tick: (id: RecordId, through: boolean) => void;
  readonly open: (id: RecordId) => void;
  readonly focus: (id: RecordId) => void;
}

/** The same object at every drawing, so that items that did not change are not drawn anew; its acts are always today's. */
export const useRowActs = (acts: ListActs, found: readonly Courseware[]): RowActs => {
  const now = useRef({ acts, found });
  useLayoutEffect(() => {
    now.current = { acts, found };
  });
  return useMemo(
    () => ({
      tick: (id, through) =>
        now.current.acts.ticks.tick(id, through ? now.current.found : undefined),
      open: (id) => now.current.acts.open(id),
      focus: (id) => now.current.acts.setCurrent(id),
    }),
    [],
  );
};
