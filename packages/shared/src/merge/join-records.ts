import {
  covers,
  joinVectors,
  type RecordState,
  sortWrites,
  type VersionVector,
  type Write,
  writeKey,
} from "../changes/index.ts";

const dotKey = ({ dot }: Write): string => `${dot.writer}:${dot.counter}`;

/**
 * The writes of one side that outlive the join: those the other side also holds, and those it has
 * never seen. A write the other side has seen and no longer holds was replaced there by somebody who
 * knew it.
 */
const survivors = (
  mine: readonly Write[],
  theirs: readonly Write[],
  theySaw: VersionVector,
): readonly Write[] => {
  const held = new Set(theirs.map(dotKey));
  return mine.filter((write) => held.has(dotKey(write)) || !covers(theySaw, write.dot));
};

const distinct = (writes: readonly Write[]): readonly Write[] => [
  ...new Map(writes.map((write) => [writeKey(write), write])).values(),
];

/**
 * *Merge* of two replicas of one record of one site. Commutative, associative, idempotent; all
 * replicas end equal; no write is dropped unless a write that had seen it replaced it. A dot that
 * two copies of one run minted for different contents keeps both.
 */
export const joinRecords = (a: RecordState, b: RecordState): RecordState => {
  const fields: Record<string, readonly Write[]> = {};
  for (const field of new Set([...Object.keys(a.fields), ...Object.keys(b.fields)])) {
    const left = a.fields[field];
    const right = b.fields[field];
    if (left === undefined || right === undefined) {
      // A field is never emptied (invariant 1): one that is absent was never seen there.
      fields[field] = left ?? right ?? [];
      continue;
    }
    fields[field] = sortWrites(
      distinct([...survivors(left, right, b.seen), ...survivors(right, left, a.seen)]),
    );
  }
  return {
    id: a.id,
    kind: a.kind < b.kind ? a.kind : b.kind,
    seen: joinVectors(a.seen, b.seen),
    fields: Object.fromEntries(Object.entries(fields).sort(([x], [y]) => (x < y ? -1 : 1))),
  };
};

/** *Merge* of two whole replicas: record by record, by id. */
export const joinReplicas = (
  a: ReadonlyMap<string, RecordState>,
  b: ReadonlyMap<string, RecordState>,
): ReadonlyMap<string, RecordState> => {
  const joined = new Map(a);
  for (const [id, record] of b) {
    const mine = joined.get(id);
    joined.set(id, mine === undefined ? record : joinRecords(mine, record));
  }
  return joined;
};
