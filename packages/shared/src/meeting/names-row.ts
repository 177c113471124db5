import * as v from "valibot";
import {
  canonicalJson,
  commitChanges,
  type Json,
  type Pen,
  put,
  type RecordState,
  recordStateSchema,
  shownValue,
} from "../changes/index.ts";
import { type RecordId, recordIdSchema } from "../identity/index.ts";
import { joinRecords } from "../merge/index.ts";
import { stateMark, textMark } from "./state-mark.ts";

/**
 * A row that names people, as it is kept and as it travels between the PCs of one site.
 *
 * - `life`: how often the row was removed. A removal takes everything of it away at once, and no older life
 *   ever comes back; who writes again after having seen the removal begins the next life.
 * - `record`: what stands in this life, by the law of all records; missing where the row is removed.
 */
export const namesRowSchema = v.object({
  kind: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  id: recordIdSchema,
  life: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER)),
  record: v.optional(recordStateSchema),
});
/** A row that names people; see `namesRowSchema`. */
export interface NamesRow {
  readonly kind: string;
  readonly id: RecordId;
  readonly life: number;
  readonly record?: RecordState | undefined;
}

/**
 * Joins two copies of one row: the later life alone, else what stands in both by the law of records.
 * Commutative, associative, idempotent. Where `b` brings nothing new the very `a` is returned.
 */
export const joinNamesRow = (a: NamesRow, b: NamesRow): NamesRow => {
  if (a.life !== b.life) return a.life > b.life ? a : b;
  if (b.record === undefined) return a;
  if (a.record === undefined) return b;
  const record = joinRecords(a.record, b.record);
  return record === a.record ? a : { ...a, record };
};

/** A row with nothing in it any more: what was there is gone from this PC, and goes from the others. */
export const removeNamesRow = (row: NamesRow): NamesRow => ({
  kind: row.kind,
  id: row.id,
  life: row.life + 1,
});

/**
 * Writes fields into a row, those alone whose value is another than the shown one. Answers the row and the
 * counter of the next dot; the very same row where nothing changes.
 */
export const writeNamesRow = (
  row: NamesRow,
  fields: Readonly<Record<string, Json>>,
  pen: Pen,
): { readonly row: NamesRow; readonly nextCounter: number } => {
  const puts = Object.entries(fields).flatMap(([field, value]) => {
    const shown = row.record === undefined ? undefined : shownValue(row.record, field, pen.site);
    const same = shown !== undefined && canonicalJson(shown) === canonicalJson(value);
    // What was never written is empty already.
    return same || (shown === undefined && value === null) ? [] : [put(row, field, value)];
  });
  if (puts.length === 0) return { row, nextCounter: pen.counter };
  const done = commitChanges(() => row.record, { label: { type: "names" }, puts }, pen);
  const [record] = done.states;
  return { row: { ...row, record }, nextCounter: done.nextCounter };
};

/** A short mark of all that a row holds. */
export const namesRowMark = ({ kind, id, life, record }: NamesRow): string =>
  `${kind}:${id}:${life}:${record === undefined ? "" : stateMark(record)}`;

/** A short mark of many rows, whatever their order. */
export const namesMark = (rows: Iterable<NamesRow>): string =>
  textMark([...rows].map(namesRowMark).sort().join("\n"));
