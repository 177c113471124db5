import { type RecordState, writeKey } from "../changes/index.ts";

/** Two 32-bit sums over a text, as one short word. Tells states of one record apart; it guards against nobody. */
export const textMark = (text: string): string => {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
};

const sorted = (entries: readonly (readonly [string, string])[]): string =>
  [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${value}`)
    .join(";");

const marks = new WeakMap<RecordState, string>();

/**
 * A short mark of all that a record holds: equal states have equal marks, whatever the order of their keys. Kept
 * per object, as the states of a library are shared and never changed in place.
 */
export const stateMark = (record: RecordState): string => {
  const known = marks.get(record);
  if (known !== undefined) return known;
  const seen = sorted(
    Object.entries(record.seen).map(([writer, counter]) => [writer, String(counter)]),
  );
  const fields = sorted(
    Object.entries(record.fields).map(([field, writes]) => [
      field,
      writes.map(writeKey).sort().join(","),
    ]),
  );
  const mark = textMark(`${record.kind}\n${seen}\n${fields}`);
  marks.set(record, mark);
  return mark;
};
