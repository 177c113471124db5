import type { Courseware } from "@dianbo/shared/courseware";
import type { RecordId } from "@dianbo/shared/identity";
import { useState } from "react";

/** Which items are ticked. They stay ticked while one searches for more. */
export interface Ticks {
  readonly ids: ReadonlySet<RecordId>;
  /** Ticks or unticks one; with `through` it ticks all in that list since the last one. */
  tick(id: RecordId, through?: readonly Courseware[]): void;
  all(ids: readonly RecordId[]): void;
  clear(): void;
}

const NONE: ReadonlySet<RecordId> = new Set();

/** The ticks of the library. */
export const useTicks = (): Ticks => {
  const [ids, setIds] = useState(NONE);
  const [last, setLast] = useState<RecordId>();
  return {
    ids,
    tick: (id, through) => {
      const next = new Set(ids);
      const from = through?.findIndex((item) => item.id === last) ?? -1;
      const to = through?.findIndex((item) => item.id === id) ?? -1;
      if (through !== undefined && from >= 0 && to >= 0) {
        for (const item of through.slice(Math.min(from, to), Math.max(from, to) + 1)) {
          next.add(item.id);
        }
      } else if (!next.delete(id)) next.add(id);
      setIds(next);
      setLast(id);
    },
    all: (some) => setIds(new Set([...ids, ...some])),
    clear: () => setIds(NONE),
  };
};
