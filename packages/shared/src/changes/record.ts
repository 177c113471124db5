import * as v from "valibot";
import { compareStamps, stampSchema } from "../clock/index.ts";
import { postSchema, recordIdSchema, type SiteId, siteIdSchema } from "../identity/index.ts";
import { canonicalJson, type Json, jsonSchema } from "./json.ts";
import {
  compareDots,
  covers,
  dotSchema,
  joinVectors,
  type VersionVector,
  versionVectorSchema,
  withDot,
} from "./version-vector.ts";

/**
 * A record: one thing that is kept (a courseware item, a set menu, a menu's entry…).
 *
 *   record ─ seen ──── version vector: every write this record has ever taken in
 *          └ fields ── name → writes that stand now: one, or several that had not seen each other
 *
 * Invariants
 *   1. A field never becomes empty; clearing it is a write of `null`, deleting the record a write of
 *      the field `deleted`.
 *   2. Every standing write is covered by `seen`.
 *   3. A record travels whole: parts of a record are never sent to another replica, because `seen`
 *      speaks for all its fields at once.
 *   4. Writes of a field are sorted by dot, so equal states are equal values.
 * Unknown fields of a newer version ride along untouched.
 */
export const writeSchema = v.object({
  dot: dotSchema,
  stamp: stampSchema,
  /** The site at which the value was written; own values are shown before foreign ones. */
  site: siteIdSchema,
  /** The post at the keyboard, where one was. */
  by: v.optional(postSchema),
  value: jsonSchema,
});
/** One write that stands in a field. */
export type Write = v.InferOutput<typeof writeSchema>;

/** The kinds of record that this version knows; others are carried along unread. */
export const RECORD_KINDS = [
  "courseware",
  "set-menu",
  "set-menu-entry",
  "number-lease",
  "edition",
  "playback",
  "showing",
  "session-report",
  "download",
  "portal",
  "portal-column",
  "saved-filter",
  "session",
  "session-rule",
  "branch",
  "study-plan",
  "wish",
  "wish-slip",
  "ballot",
  "site-targets",
  "ledger-entry",
  "ledger-print",
  "ledger-form",
  "ledger-set",
  "roll-count",
  "report",
  "learning-use",
  "question",
  "known-site",
  "site-key-change",
] as const;
/** A kind of record that this version knows. */
export type RecordKind = (typeof RECORD_KINDS)[number];

/** A stored or received record; see `writeSchema` for the model. */
export const recordStateSchema = v.object({
  id: recordIdSchema,
  kind: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  seen: versionVectorSchema,
  fields: v.record(v.string(), v.pipe(v.array(writeSchema), v.minLength(1))),
});
/** A record with everything it has taken in. */
export type RecordState = {
  readonly id: v.InferOutput<typeof recordIdSchema>;
  readonly kind: string;
  readonly seen: VersionVector;
  readonly fields: Readonly<Record<string, readonly Write[]>>;
};

/** Tells two writes apart even where a copied run minted one dot twice, or an import re-attributed one. */
export const writeKey = (write: Write): string =>
  `${write.dot.writer}:${write.dot.counter}:${write.stamp.millis}:${write.stamp.tick}:${write.site}:${write.by ?? ""}:${canonicalJson(write.value)}`;

const compareKeys = (a: Write, b: Write): number => {
  const left = writeKey(a);
  const right = writeKey(b);
  if (left === right) return 0;
  return left < right ? -1 : 1;
};

/** The normal form of a field: by dot, then by content. */
export const sortWrites = (writes: readonly Write[]): readonly Write[] =>
  writes.length < 2
    ? writes
    : [...writes].sort((a, b) => compareDots(a.dot, b.dot) || compareKeys(a, b));

/** The fixed rule for what is shown: own site first, then the later stamp, then the higher writer id. */
const compareShown =
  (ownSite: SiteId) =>
  (a: Write, b: Write): number =>
    Number(b.site === ownSite) - Number(a.site === ownSite) ||
    compareStamps(b.stamp, a.stamp) ||
    compareDots(b.dot, a.dot) ||
    compareKeys(a, b);

/** The standing writes of a field, the shown one first. */
export const rankWrites = (
  record: RecordState,
  field: string,
  ownSite: SiteId,
): readonly Write[] => {
  const writes = record.fields[field] ?? [];
  return writes.length < 2 ? writes : [...writes].sort(compareShown(ownSite));
};

/** The value that a screen shows; `undefined` where the field was never written. */
export const shownValue = (record: RecordState, field: string, ownSite: SiteId): Json | undefined =>
  rankWrites(record, field, ownSite)[0]?.value;

/**
 * What a hand has seen that has this record before it: its vector, and what stands in it. The two differ only
 * where a value of one of our PCs came back in another site's list before that PC was met.
 */
export const seenAndHeld = (record: RecordState): VersionVector =>
  Object.values(record.fields)
    .flat()
    .reduce((seen, { dot }) => (covers(seen, dot) ? seen : withDot(seen, dot)), record.seen);

/** All shown values by field name. */
export const shownValues = (record: RecordState, ownSite: SiteId): Record<string, Json> => {
  const values: Record<string, Json> = {};
  for (const field of Object.keys(record.fields)) {
    const value = shownValue(record, field, ownSite);
    if (value !== undefined) values[field] = value;
  }
  return values;
};

/** The value of `deleted` when a record is deleted: what the deleting hand had seen. */
export const deletedValueSchema = v.object({ seen: versionVectorSchema });

const seenByDeletion = (value: Json | undefined): VersionVector | undefined => {
  if (value == null) return undefined;
  const parsed = v.safeParse(deletedValueSchema, value);
  return parsed.success ? parsed.output.seen : undefined;
};

/**
 * Deletion is a write like any other. An edit that no deletion had seen keeps the record alive, and
 * both wait under 待定. Two posts who both deleted agree: what either had seen counts.
 */
export const lifeOf = (
  record: RecordState,
  ownSite: SiteId,
): "alive" | "deleted" | "deleted-but-edited" => {
  if (seenByDeletion(shownValue(record, "deleted", ownSite)) === undefined) return "alive";
  const known = (record.fields["deleted"] ?? [])
    .map(({ value }) => seenByDeletion(value) ?? {})
    .reduce(joinVectors, {});
  const editedUnseen = Object.entries(record.fields).some(
    ([field, writes]) => field !== "deleted" && writes.some((write) => !covers(known, write.dot)),
  );
  return editedUnseen ? "deleted-but-edited" : "deleted";
};

/** A field in which writes of different value wait to be settled, the shown one first. */
export interface PendingField {
  readonly field: string;
  readonly writes: readonly Write[];
}

/** What two writes of a field must share to need no settling; two deletions agree whatever they had seen. */
const meaningOf = (field: string, value: Json): string =>
  field === "deleted" && seenByDeletion(value) !== undefined ? "deleted" : canonicalJson(value);

/** What waits under 待定 in a record. Writes of equal value need no settling. */
export const pendingFields = (record: RecordState, ownSite: SiteId): readonly PendingField[] =>
  Object.keys(record.fields)
    .sort()
    .map((field) => ({ field, writes: rankWrites(record, field, ownSite) }))
    .filter(
      ({ field, writes }) =>
        writes.length > 1 && new Set(writes.map(({ value }) => meaningOf(field, value))).size > 1,
    );
