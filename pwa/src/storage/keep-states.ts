import {
  type Changes,
  type Committed,
  commitChanges,
  inverseOf,
  type Pen,
  type RecordState,
} from "@dianbo/shared/changes";
import type { RecordId } from "@dianbo/shared/identity";

/** One act that is more than writes of this PC: records as an import has joined them, and our writes over them. */
export interface JoinedChanges {
  /** The records as they will be, foreign writes with their own dots among ours. */
  readonly states: readonly RecordState[];
  /** Our own writes on top: numbers, choices. Their label names the whole act. */
  readonly changes: Changes;
}

/**
 * Commits joined records and the writes over them as one act with one inverse: undoing it deletes what
 * was new and gives every field back what stood in it before the join.
 */
export const commitJoined = (
  current: ReadonlyMap<RecordId, RecordState>,
  { states, changes }: JoinedChanges,
  pen: Pen,
): Committed => {
  const after = new Map(states.map((state) => [state.id, state]));
  const committed = commitChanges((id) => after.get(id) ?? current.get(id), changes, pen);
  for (const state of committed.states) after.set(state.id, state);
  const before = new Map([...after.keys()].map((id) => [id, current.get(id)]));
  return {
    ...committed,
    states: [...after.values()],
    inverse: inverseOf(before, after, changes.label, pen.site),
  };
};
