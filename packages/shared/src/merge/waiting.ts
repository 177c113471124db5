import * as v from "valibot";
import {
  covers,
  deletedValueSchema,
  type FieldPut,
  type Json,
  lifeOf,
  pendingFields,
  type RecordState,
  rankWrites,
  settle,
  type Write,
} from "../changes/index.ts";
import { compareStamps } from "../clock/index.ts";
import type { RecordId, SiteId } from "../identity/index.ts";

/** One thing that two hands wrote without having seen each other, and that a person settles. */
export type Waiting = {
  readonly id: RecordId;
  readonly kind: string;
  /** `outside` where another site's value is among them; this site's own pairs come first. */
  readonly from: "own-site" | "outside";
  /** The later of the stamps, in milliseconds. */
  readonly at: number;
} & (
  | {
      readonly type: "value";
      readonly field: string;
      /** What stands, the shown one first; at least two of different value. */
      readonly writes: readonly Write[];
      /** Both in one, where the field takes that. */
      readonly both: Json | undefined;
    }
  /** One deleted it, the other changed it; `deletion` is the deleting hand's. */
  | { readonly type: "deleted"; readonly deletion: Write; readonly edit: Write }
  /** Several numbers, settled together by the law of numbers. */
  | { readonly type: "numbers" }
);

const NUMBERS: ReadonlySet<string> = new Set(["number", "formerNumbers"]);
/** Texts of several lines: two of them are one text, line after line. */
const OF_LINES: ReadonlySet<string> = new Set(["note", "noteBefore", "noteDuring", "noteAfter"]);

const isText = (value: Json): value is string => typeof value === "string";
const areTexts = (value: Json): value is readonly string[] =>
  Array.isArray(value) && value.every((part) => typeof part === "string");

/**
 * Both of two values in one: lists are joined, notes are written one under the other. `undefined` where a
 * field has room for one value only, and where one of them has all of the other already.
 */
export const bothValues = (field: string, values: readonly Json[]): Json | undefined => {
  const [first] = values;
  if (first === undefined) return undefined;
  if (values.every(areTexts)) return [...new Set(values.flat())];
  if (!OF_LINES.has(field) || !values.every(isText)) return undefined;
  const lines = [...new Set(values.flatMap((text) => text.split("\n")))];
  return lines.filter((line) => line.trim() !== "").join("\n");
};

const latest = (writes: readonly Write[]): number =>
  Math.max(...writes.map(({ stamp }) => stamp.millis));

/** What waits in one record. */
const waitingIn = (record: RecordState, ownSite: SiteId): readonly Waiting[] => {
  if (!Object.values(record.fields).some((writes) => writes.length > 1)) {
    if (record.fields["deleted"] === undefined) return [];
  }
  const of = (writes: readonly Write[]) => ({
    id: record.id,
    kind: record.kind,
    from: writes.every(({ site }) => site === ownSite)
      ? ("own-site" as const)
      : ("outside" as const),
    at: latest(writes),
  });
  const pending = pendingFields(record, ownSite);
  const waiting: Waiting[] = [];
  const numbers = pending.filter(({ field }) => NUMBERS.has(field));
  if (numbers.length > 0) {
    waiting.push({ ...of(numbers.flatMap(({ writes }) => writes)), type: "numbers" });
  }
  const life = lifeOf(record, ownSite);
  if (life === "deleted") return [];
  const [deletion] = rankWrites(record, "deleted", ownSite).filter(({ value }) => value !== null);
  const known = v.safeParse(deletedValueSchema, deletion?.value);
  const unseen = (write: Write): number =>
    Number(!known.success || !covers(known.output.seen, write.dot));
  const edit = Object.entries(record.fields)
    .flatMap(([field, writes]) => (field === "deleted" ? [] : writes))
    .sort((a, b) => unseen(b) - unseen(a) || compareStamps(b.stamp, a.stamp))[0];
  const contested =
    life === "deleted-but-edited" || pending.some(({ field }) => field === "deleted");
  if (contested && deletion !== undefined && edit !== undefined) {
    waiting.push({ ...of([deletion, edit]), type: "deleted", deletion, edit });
  }
  for (const { field, writes } of pending) {
    if (NUMBERS.has(field) || field === "deleted") continue;
    const both = bothValues(
      field,
      writes.map(({ value }) => value),
    );
    waiting.push({ ...of(writes), type: "value", field, writes, both });
  }
  return waiting;
};

/**
 * All that waits to be settled: first what this site's own posts wrote apart, then what came from outside,
 * the latest first. Nothing here blocks any work.
 */
export const waitingPairs = (records: Iterable<RecordState>, ownSite: SiteId): readonly Waiting[] =>
  [...records]
    .flatMap((record) => waitingIn(record, ownSite))
    .sort(
      (a, b) =>
        Number(a.from === "outside") - Number(b.from === "outside") ||
        b.at - a.at ||
        (a.id < b.id ? -1 : 1),
    );

/** Settles a value: a write that has seen all the others, and travels like any other. */
export const settleValue = (
  { id, kind, field }: { readonly id: RecordId; readonly kind: string; readonly field: string },
  value: Json,
): FieldPut => settle({ id, kind }, field, value);
