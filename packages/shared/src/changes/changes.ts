import * as v from "valibot";
import { compareStamps, type Stamp, stampSchema } from "../clock/index.ts";
import {
  type Post,
  type RecordId,
  recordIdSchema,
  type SiteId,
  siteIdSchema,
  type WriterId,
} from "../identity/index.ts";
import { type Json, jsonSchema } from "./json.ts";
import {
  deletedValueSchema,
  type RecordState,
  rankWrites,
  seenAndHeld,
  sortWrites,
  type Write,
} from "./record.ts";
import { compareDots, dotSchema, type VersionVector, withDot } from "./version-vector.ts";

/** A value to be written, with the site that first wrote it where that is not this one (undo of an import). */
const valueToWriteSchema = v.object({ value: jsonSchema, site: v.optional(siteIdSchema) });

/** One field to be written. Several values stand only where an undo brings back an unsettled pair. */
export const fieldPutSchema = v.object({
  id: recordIdSchema,
  kind: v.string(),
  field: v.string(),
  /** In rising rank: the last is the one to show. */
  values: v.pipe(v.array(valueToWriteSchema), v.minLength(1)),
  /** `shown`: replaces what the person saw, what waits goes on waiting. `all`: settles the field. */
  over: v.picklist(["shown", "all"]),
  /** Where given, the put is left out unless exactly these dots stand: an undo never tramples a newer edit. */
  expects: v.optional(v.array(dotSchema)),
});
/** One field to be written; see `fieldPutSchema`. */
export type FieldPut = v.InferOutput<typeof fieldPutSchema>;

/**
 * The one currency of writes: commands return it, one writer applies it in one transaction, and its
 * inverse undoes it. `label` names the act for the undo line ("归类 3 条").
 */
export const changesSchema = v.object({
  label: v.object({
    type: v.string(),
    count: v.optional(v.number()),
    name: v.optional(v.string()),
  }),
  puts: v.array(fieldPutSchema),
});
/** A set of field writes; see `changesSchema`. */
export type Changes = v.InferOutput<typeof changesSchema>;

/** What an act is called in the undo line; the screen turns `type` into words. */
export type ChangeLabel = Changes["label"];

/** Writes one value over the one the person saw. */
export const put = (
  record: { readonly id: RecordId; readonly kind: string },
  field: string,
  value: Json,
): FieldPut => ({ id: record.id, kind: record.kind, field, values: [{ value }], over: "shown" });

/** Writes the value that settles a field: nothing waits in it any more. */
export const settle = (
  record: { readonly id: RecordId; readonly kind: string },
  field: string,
  value: Json,
): FieldPut => ({ id: record.id, kind: record.kind, field, values: [{ value }], over: "all" });

/** Writes all fields of a new record, skipping those that are `undefined`. */
export const create = (
  record: { readonly id: RecordId; readonly kind: string },
  fields: Readonly<Record<string, Json | undefined>>,
): readonly FieldPut[] =>
  Object.entries(fields).flatMap(([field, value]) =>
    value === undefined ? [] : [put(record, field, value)],
  );

/** Deletes a record: a write that remembers what was seen, so that an unseen edit is not lost. */
export const deleteRecord = (record: RecordState): FieldPut =>
  put(record, "deleted", { seen: toJson(seenAndHeld(record)) });

/** Brings a deleted record back. */
export const restoreRecord = (record: RecordState): FieldPut => settle(record, "deleted", null);

const toJson = (seen: VersionVector): Json => {
  const plain: Record<string, Json> = {};
  for (const [writer, counter] of Object.entries(seen)) {
    if (counter !== undefined) plain[writer] = counter;
  }
  return plain;
};

/** Who writes, when, and with which counter: the state of one run of one device. */
export interface Pen {
  readonly site: SiteId;
  readonly writer: WriterId;
  readonly post: Post | undefined;
  /** The counter of the next dot. */
  readonly counter: number;
  readonly stamp: Stamp;
}

/** What became of a set of changes. */
export interface Committed {
  /** The records as they are now, only those that changed. */
  readonly states: readonly RecordState[];
  /** Undoes exactly this, and nothing that came later. */
  readonly inverse: Changes;
  readonly nextCounter: number;
  /** Puts left out because the field had moved on (`expects`). */
  readonly skipped: readonly FieldPut[];
}

/**
 * A deletion has also seen all that this run wrote itself since it was planned: earlier puts of the same
 * act, and edits that were undone on the way back to a creation. What came from elsewhere it has not.
 */
const asWritten = (fieldPut: FieldPut, value: Json, record: RecordState, pen: Pen): Json => {
  const deleted = fieldPut.field === "deleted" ? v.safeParse(deletedValueSchema, value) : undefined;
  const counter = record.seen[pen.writer];
  if (deleted?.success !== true || counter === undefined) return value;
  return { seen: toJson(withDot(deleted.output.seen, { writer: pen.writer, counter })) };
};

const emptyRecord = (id: RecordId, kind: string): RecordState => ({
  id,
  kind,
  seen: {},
  fields: {},
});

const moved = (standing: readonly Write[], expects: FieldPut["expects"]): boolean =>
  expects !== undefined &&
  (standing.length !== expects.length ||
    !standing.every((write) =>
      expects.some((dot) => dot.writer === write.dot.writer && dot.counter === write.dot.counter),
    ));

/**
 * Where a value goes on waiting beside the new one, the new one must still be the one that is shown,
 * though this PC's clock may be behind: its stamp is lifted over the waiting ones, in this field only.
 */
const liftOver = (waiting: readonly Write[], stamp: Stamp): Stamp | undefined =>
  waiting
    .map((write) => write.stamp)
    .filter((other) => compareStamps(other, stamp) >= 0)
    .sort(compareStamps)
    .at(-1);

/** Applies changes to the records they touch. Pure: the caller reads the records and stores the result. */
export const commitChanges = (
  current: (id: RecordId) => RecordState | undefined,
  changes: Changes,
  pen: Pen,
): Committed => {
  const states = new Map<RecordId, RecordState>();
  const before = new Map<RecordId, RecordState | undefined>();
  const skipped: FieldPut[] = [];
  let counter = pen.counter;
  let tick = pen.stamp.tick;
  for (const fieldPut of changes.puts) {
    if (!before.has(fieldPut.id)) before.set(fieldPut.id, current(fieldPut.id));
    const record =
      states.get(fieldPut.id) ?? before.get(fieldPut.id) ?? emptyRecord(fieldPut.id, fieldPut.kind);
    const ranked = rankWrites(record, fieldPut.field, pen.site);
    if (moved(ranked, fieldPut.expects)) {
      skipped.push(fieldPut);
      continue;
    }
    const waiting = fieldPut.over === "all" ? [] : ranked.slice(1);
    const lift = liftOver(waiting, pen.stamp);
    let seen = record.seen;
    const fresh: Write[] = [];
    for (const { value, site } of fieldPut.values) {
      const dot = { writer: pen.writer, counter: counter++ };
      const stamp =
        lift === undefined
          ? { millis: pen.stamp.millis, tick: tick++ }
          : { millis: lift.millis, tick: lift.tick + 1 + fresh.length };
      seen = withDot(seen, dot);
      fresh.push({
        dot,
        stamp,
        site: site ?? pen.site,
        value: asWritten(fieldPut, value, record, pen),
        ...(pen.post === undefined ? {} : { by: pen.post }),
      });
    }
    states.set(fieldPut.id, {
      ...record,
      seen,
      fields: { ...record.fields, [fieldPut.field]: sortWrites([...waiting, ...fresh]) },
    });
  }
  return {
    states: [...states.values()],
    inverse: inverseOf(before, states, changes.label, pen.site),
    nextCounter: counter,
    skipped,
  };
};

/**
 * The changes that lead from the states after an act back to those before it. A record that the act
 * brought into being is deleted, a field is given back all that stood in it. Each put expects what
 * the act left, so a later edit is never trampled.
 */
export const inverseOf = (
  before: ReadonlyMap<RecordId, RecordState | undefined>,
  after: ReadonlyMap<RecordId, RecordState>,
  label: ChangeLabel,
  ownSite: SiteId,
): Changes => {
  const puts: FieldPut[] = [];
  for (const [id, now] of after) {
    const then = before.get(id);
    if (then === undefined) {
      puts.push({
        ...deleteRecord(now),
        expects: (now.fields["deleted"] ?? []).map(({ dot }) => dot),
      });
      continue;
    }
    for (const [field, writes] of Object.entries(now.fields)) {
      const old = then.fields[field] ?? [];
      const same =
        old.length === writes.length &&
        writes.every(({ dot }) => old.some((one) => compareDots(one.dot, dot) === 0));
      if (same) continue;
      const values = [...rankWrites(then, field, ownSite)]
        .reverse()
        .map(({ value, site }) => (site === ownSite ? { value } : { value, site }));
      puts.push({
        id,
        kind: now.kind,
        field,
        values: values.length === 0 ? [{ value: null }] : values,
        over: "all",
        expects: writes.map(({ dot }) => dot),
      });
    }
  }
  return { label, puts };
};

/** A stored pen, without the moment: kept by the store between transactions. */
export const penMemorySchema = v.object({ counter: v.number(), stamp: v.optional(stampSchema) });
