import {
  compareDots,
  covers,
  joinVectors,
  type RecordState,
  sortWrites,
  type VersionVector,
  type Write,
  writeKey,
} from "../changes/index.ts";

const sameDot = (a: Write, b: Write): boolean => compareDots(a.dot, b.dot) === 0;

/**
 * The writes of one side that outlive the join: those the other side also holds, and those it has
 * never seen. A write the other side has seen and no longer holds was replaced there by somebody who
 * knew it.
 */
const survivors = (
  mine: readonly Write[],
  theirs: readonly Write[],
  theySaw: VersionVector,
): readonly Write[] =>
  mine.filter(
    (write) => !covers(theySaw, write.dot) || theirs.some((other) => sameDot(write, other)),
  );

/** The normal form of what outlived: each write once, sorted. */
const distinct = (left: readonly Write[], right: readonly Write[]): readonly Write[] => {
  if (right.length === 0) return left;
  if (left.length === 0) return right;
  const [only] = left;
  const [other] = right;
  const single = left.length === 1 && right.length === 1;
  if (single && only !== undefined && other !== undefined && sameDot(only, other)) {
    return writeKey(only) === writeKey(other) ? left : sortWrites([only, other]);
  }
  return sortWrites([
    ...new Map([...right, ...left].map((write) => [writeKey(write), write])).values(),
  ]);
};

const joinField = (
  left: readonly Write[],
  right: readonly Write[],
  leftSaw: VersionVector,
  rightSaw: VersionVector,
): readonly Write[] => {
  const joined = distinct(survivors(left, right, rightSaw), survivors(right, left, leftSaw));
  // Only two copies of one running program can each claim to have replaced the other: keep both.
  return joined.length > 0 ? joined : distinct(left, right);
};

const sameWrites = (a: readonly Write[] | undefined, b: readonly Write[]): boolean =>
  a !== undefined && a.length === b.length && b.every((write, at) => write === a[at]);

/** A joined vector has all writers of both, so equal counts and counters mean equal vectors. */
const sameVectors = (before: VersionVector, joined: VersionVector): boolean => {
  const counters: Readonly<Record<string, number | undefined>> = before;
  const entries = Object.entries(joined);
  return (
    entries.length === Object.keys(before).length &&
    entries.every(([writer, counter]) => counters[writer] === counter)
  );
};

/** Whether a join brought nothing new, so that nothing need be stored. */
const isUnchanged = (before: RecordState, after: RecordState): boolean =>
  before.kind === after.kind &&
  Object.keys(before.fields).length === Object.keys(after.fields).length &&
  Object.entries(after.fields).every(([field, writes]) =>
    sameWrites(before.fields[field], writes),
  ) &&
  sameVectors(before.seen, after.seen);

/**
 * *Merge* of two replicas of one record of one site. Commutative, associative, idempotent; all
 * replicas end equal; no write is dropped unless a write that had seen it replaced it. A dot that
 * two copies of one run minted for different contents keeps both when the two meet. Where `b` brings
 * nothing new the very `a` is returned.
 */
export const joinRecords = (a: RecordState, b: RecordState): RecordState => {
  const fields: Record<string, readonly Write[]> = {};
  for (const field of [...new Set([...Object.keys(a.fields), ...Object.keys(b.fields)])].sort()) {
    const left = a.fields[field];
    const right = b.fields[field];
    // A field is never emptied (invariant 1): one that is absent was never seen there.
    fields[field] =
      left === undefined || right === undefined
        ? (left ?? right ?? [])
        : joinField(left, right, a.seen, b.seen);
  }
  const joined = {
    id: a.id,
    kind: [a.kind, b.kind].sort()[0] ?? a.kind,
    seen: joinVectors(a.seen, b.seen),
    fields,
  };
  return isUnchanged(a, joined) ? a : joined;
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
