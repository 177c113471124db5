import * as v from "valibot";
import { type WriterId, writerIdSchema } from "../identity/index.ts";

const counterSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.maxValue(Number.MAX_SAFE_INTEGER),
);

/** The name of one write: who wrote it and its how-manieth write it was. Never minted twice. */
export const dotSchema = v.object({ writer: writerIdSchema, counter: counterSchema });
/** The name of one write; see `dotSchema`. */
export type Dot = v.InferOutput<typeof dotSchema>;

/** For each writer the highest counter that a record has seen of it. */
export const versionVectorSchema = v.record(writerIdSchema, counterSchema);
/** What a record has seen; see `versionVectorSchema`. */
export type VersionVector = Readonly<Partial<Record<WriterId, number>>>;

/** Whether the write of this name has been seen. */
export const covers = (seen: VersionVector, dot: Dot): boolean =>
  (seen[dot.writer] ?? 0) >= dot.counter;

/** Everything that either has seen. */
export const joinVectors = (a: VersionVector, b: VersionVector): VersionVector => {
  const joined: Record<string, number | undefined> = { ...a };
  for (const [writer, counter] of Object.entries(b)) {
    joined[writer] = Math.max(joined[writer] ?? 0, counter ?? 0);
  }
  return joined;
};

/** The vector after one more write. */
export const withDot = (seen: VersionVector, dot: Dot): VersionVector => ({
  ...seen,
  [dot.writer]: Math.max(seen[dot.writer] ?? 0, dot.counter),
});

/** Orders dots by writer, then by counter: for a normal form, and where nothing better decides. */
export const compareDots = (a: Dot, b: Dot): number => {
  if (a.writer === b.writer) return a.counter - b.counter;
  return a.writer < b.writer ? -1 : 1;
};
