import type { Courseware } from "@dianbo/shared/courseware";
import { deleteCourseware } from "@dianbo/shared/programme";
import { ok } from "@dianbo/shared/result";
import { type ReactNode, useMemo, useState } from "react";
import { useSnapshot } from "../../app/library-context.tsx";
import { menusUsing } from "../../app/menus-using.ts";
import { RemoveQuestion } from "../../app/remove-question.tsx";
import type { Act } from "../../app/use-act.ts";
import { recordsOf } from "./bulk-acts.ts";

/** How items leave the library. */
export interface Removal {
  /** Deletes, after a question where a menu would miss them. */
  readonly ask: (some: readonly Courseware[]) => void;
  /** The question, while it is asked. */
  readonly question: ReactNode;
}

const idsOf = (items: readonly Courseware[]) => new Set(items.map(({ id }) => id));

/** Deleting with the question about menus. `kept` is called when the answer was no. */
export const useRemoval = (act: Act, gone: () => void, kept: () => void): Removal => {
  const snapshot = useSnapshot();
  const [leaving, setLeaving] = useState<readonly Courseware[]>([]);
  const menus = useMemo(() => menusUsing(idsOf(leaving), snapshot), [leaving, snapshot]);
  const remove = async (some: readonly Courseware[]): Promise<void> => {
    setLeaving([]);
    const done = await act(({ snapshot: { records } }) =>
      ok(deleteCourseware(recordsOf(some, records))),
    );
    if (done) gone();
  };
  return {
    ask: (some) => {
      if (menusUsing(idsOf(some), snapshot).length > 0) setLeaving(some);
      else void remove(some);
    },
    question:
      leaving.length === 0 || menus.length === 0 ? undefined : (
        <RemoveQuestion
          menus={menus}
          count={leaving.length}
          remove={() => void remove(leaving)}
          keep={() => {
            setLeaving([]);
            kept();
          }}
        />
      ),
  };
};
