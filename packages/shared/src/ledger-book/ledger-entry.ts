import * as v from "valibot";
import { type Json, lifeOf, type RecordState, shownValues } from "../changes/index.ts";
import { type CivilDate, type Instant, instantSchema } from "../clock/index.ts";
import type { DamagedRow } from "../courseware/index.ts";
import {
  type Post,
  postSchema,
  type RecordId,
  recordIdSchema,
  type SiteId,
} from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import { calendarDateSchema } from "../session/index.ts";
import type { Value, Values } from "./book-form.ts";

/** The kind of record that is one row of a book, or what was written into it later. */
export const LEDGER_ENTRY_KIND = "ledger-entry";

/** The most characters of a reason. */
export const REASON_LENGTH = 200;
/** The most characters in one column. */
export const CELL_LENGTH = 2000;

/** Each column's value stands in a field of its own, so that what two posts wrote joins column by column. */
export const VALUE_FIELD = "value-";

const cellSchema = v.pipe(v.string(), v.maxLength(CELL_LENGTH));
const valueSchema = v.union([
  cellSchema,
  v.number(),
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(12), v.readonly()),
]);
/** Values as they are stored; see `Values`. */
export const valuesSchema = v.record(v.string(), valueSchema);

const entrySchema = v.object({
  book: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  on: calendarDateSchema,
  writtenAt: instantSchema,
  /** Its place among the rows of the same act, which have one instant. */
  line: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0))),
  post: v.nullish(postSchema),
  /** Why a row was put right, or written into a month that had been printed. */
  reason: v.nullish(v.pipe(v.string(), v.maxLength(REASON_LENGTH))),
  /** The row that this one puts right. */
  corrects: v.nullish(recordIdSchema),
  /** The row that this one goes on with: later columns of it. */
  continues: v.nullish(recordIdSchema),
  struck: v.nullish(
    v.object({
      reason: v.pipe(v.string(), v.maxLength(REASON_LENGTH)),
      at: instantSchema,
      post: v.nullish(postSchema),
    }),
  ),
});

/** Why and when a row was struck out. */
export interface Struck {
  /** Empty where another PC had put the same row right, or where the step that wrote it was taken back. */
  readonly reason: string;
  readonly at: Instant;
  readonly post?: Post | null | undefined;
}

/** One thing that was written into a book: a row, or what was added to one later. Never rewritten. */
export interface LedgerEntry {
  readonly id: RecordId;
  readonly book: string;
  readonly on: CivilDate;
  readonly writtenAt: Instant;
  readonly line: number;
  readonly post: Post | undefined;
  readonly reason: string | undefined;
  readonly corrects: RecordId | undefined;
  readonly continues: RecordId | undefined;
  readonly struck: Struck | undefined;
  /** What may be merged and backed up; what names people is in the personal table under the same id. */
  readonly values: Values;
  /** The step that wrote it was taken back. */
  readonly gone: boolean;
}

const valuesOf = (shown: Readonly<Record<string, Json>>): Values | undefined => {
  const entries = Object.entries(shown).filter(
    ([field, value]) => field.startsWith(VALUE_FIELD) && value !== null,
  );
  const values = v.safeParse(
    valuesSchema,
    Object.fromEntries(entries.map(([field, value]) => [field.slice(VALUE_FIELD.length), value])),
  );
  return values.success ? values.output : undefined;
};

/** Reads one entry; `undefined` where the record is none. */
export const readLedgerEntry = (
  record: RecordState,
  ownSite: SiteId,
): Result<LedgerEntry, DamagedRow> | undefined => {
  if (record.kind !== LEDGER_ENTRY_KIND) return undefined;
  const shown = shownValues(record, ownSite);
  const fields = v.safeParse(entrySchema, shown);
  const values = valuesOf(shown);
  if (!fields.success || values === undefined) {
    return err({
      type: "damaged-row",
      id: record.id,
      kind: record.kind,
      problems: fields.success
        ? ["values"]
        : fields.issues.map((issue) => v.getDotPath(issue) ?? issue.message),
      raw: JSON.stringify(shown, null, 2),
    });
  }
  const { book, on, writtenAt, line, post, reason, corrects, continues, struck } = fields.output;
  return ok({
    id: record.id,
    book,
    on,
    writtenAt,
    line: line ?? 0,
    post: post ?? undefined,
    reason: reason ?? undefined,
    corrects: corrects ?? undefined,
    continues: continues ?? undefined,
    struck: struck ?? undefined,
    values,
    gone: lifeOf(record, ownSite) === "deleted",
  });
};

/** Whether something stands in a column. */
export const isFilled = (value: Value | undefined): boolean =>
  value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
