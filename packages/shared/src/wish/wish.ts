import * as v from "valibot";
import { lifeOf, type RecordState } from "../changes/index.ts";
import { type CivilDate, civilDateSchema } from "../clock/index.ts";
import { type DamagedRow, readFields } from "../courseware/index.ts";
import { type RecordId, recordIdSchema, type SiteId } from "../identity/index.ts";
import { ok, type Result } from "../result/index.ts";

type Life = "alive" | "deleted" | "deleted-but-edited";

/** The longest wish that is kept, in characters (code points). */
export const WISH_LENGTH = 300;
/** The most that one slip, or one line of a paste, can count. */
export const SLIP_COUNT = 9999;

const textSchema = v.pipe(
  v.string(),
  v.minLength(1),
  v.check((text) => [...text].length <= WISH_LENGTH, "300 characters"),
);
const countSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(SLIP_COUNT));
const reasonSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

const wishFieldsSchema = v.object({
  /** A title or a topic, as it was written. Never who wrote it. */
  text: textSchema,
  /** How many said so when it was noted first; what came later are slips. */
  count: countSchema,
  notedOn: civilDateSchema,
  /** The item that fulfils it. */
  item: v.nullish(recordIdSchema),
  /** Why it will not be shown, in words for whoever asked. */
  declined: v.nullish(reasonSchema),
  /** Answered by hand: on that day, in words of one's own. */
  answered: v.nullish(v.object({ on: civilDateSchema, how: v.pipe(v.string(), v.maxLength(200)) })),
});
/** A wish (想看): what somebody asked to see, with no trace of who. */
export interface Wish extends v.InferOutput<typeof wishFieldsSchema> {
  readonly id: RecordId;
  readonly life: Life;
}

const slipFieldsSchema = v.object({
  wish: recordIdSchema,
  count: countSchema,
  on: civilDateSchema,
});
/** Somebody asked for the same again: a record of its own, so that two posts who count both count. */
export interface WishSlip extends v.InferOutput<typeof slipFieldsSchema> {
  readonly id: RecordId;
  readonly life: Life;
}

const ballotFieldsSchema = v.object({
  /** The day on which the list is for the picking. */
  on: civilDateSchema,
  rows: v.pipe(
    v.array(v.object({ wish: recordIdSchema, text: textSchema })),
    v.minLength(1),
    v.maxLength(10),
  ),
  /** How many ticks each row got, in the order of the rows. */
  ticks: v.nullish(v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(SLIP_COUNT)))),
});
/** A tick-list (勾选单) as it was printed, and what was ticked on it. */
export interface Ballot extends v.InferOutput<typeof ballotFieldsSchema> {
  readonly id: RecordId;
  readonly life: Life;
}

/** All that was wished for, as it is stored. */
export interface WishBook {
  readonly wishes: readonly Wish[];
  readonly slips: readonly WishSlip[];
  /** The latest first, without those that are deleted. */
  readonly ballots: readonly Ballot[];
  readonly damaged: readonly DamagedRow[];
}

/** The kinds of record that wishes are kept in. */
export const WISH_KINDS = ["wish", "wish-slip", "ballot"] as const;

const read = <S extends v.GenericSchema<unknown, object>>(
  schema: S,
  record: RecordState,
  site: SiteId,
): Result<v.InferOutput<S> & { readonly id: RecordId; readonly life: Life }, DamagedRow> => {
  const fields = readFields(schema, record, site);
  return fields.ok ? ok({ ...fields.value, id: record.id, life: lifeOf(record, site) }) : fields;
};

const latestFirst = (a: { on: CivilDate; id: RecordId }, b: { on: CivilDate; id: RecordId }) =>
  a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? 1 : -1;

/** Reads the wishes out of records; others are passed over. */
export const readWishBook = (records: Iterable<RecordState>, site: SiteId): WishBook => {
  const wishes: Wish[] = [];
  const slips: WishSlip[] = [];
  const ballots: Ballot[] = [];
  const damaged: DamagedRow[] = [];
  for (const record of records) {
    if (record.kind === "wish") {
      const one = read(wishFieldsSchema, record, site);
      if (one.ok) wishes.push(one.value);
      else damaged.push(one.error);
    } else if (record.kind === "wish-slip") {
      const one = read(slipFieldsSchema, record, site);
      if (one.ok) slips.push(one.value);
      else damaged.push(one.error);
    } else if (record.kind === "ballot") {
      const one = read(ballotFieldsSchema, record, site);
      if (!one.ok) damaged.push(one.error);
      else if (one.value.life !== "deleted") ballots.push(one.value);
    }
  }
  return { wishes, slips, ballots: ballots.sort(latestFirst), damaged };
};
