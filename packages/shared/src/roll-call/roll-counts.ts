import * as v from "valibot";
import { type Changes, create, lifeOf, type RecordState } from "../changes/index.ts";
import { type CivilDate, civilDateSchema } from "../clock/index.ts";
import { type DamagedRow, readFields } from "../courseware/index.ts";
import { type RecordId, recordIdSchema, type SiteId } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import { type RollCounts, type RollPlace, rollIdOf } from "./roll.ts";

/** The kind of record in which a roll call's counts stand; the names are not in it. */
export const ROLL_COUNT_KIND = "roll-count";

const figure = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99_999));

const countSchema = v.object({
  on: civilDateSchema,
  branch: recordIdSchema,
  session: v.nullish(recordIdSchema),
  expected: figure,
  present: figure,
  late: figure,
  early: figure,
  sick: figure,
  excused: figure,
  unmarked: figure,
});

/** The counts of one roll call, which stay when its names are cleared out. */
export interface RollCount extends RollCounts {
  readonly id: RecordId;
  readonly on: CivilDate;
  readonly branch: RecordId;
  readonly session?: RecordId | null | undefined;
}

/** Reads a roll call's counts; `undefined` where the record is none. */
const readRollCount = (
  record: RecordState,
  site: SiteId,
): Result<RollCount, DamagedRow> | undefined => {
  if (record.kind !== ROLL_COUNT_KIND || lifeOf(record, site) === "deleted") return undefined;
  const fields = readFields(countSchema, record, site);
  return fields.ok ? ok({ ...fields.value, id: record.id }) : err(fields.error);
};

/** Keeps what a roll call came to. */
export const keepRollCount = (place: RollPlace, counts: RollCounts, site: SiteId): Changes => ({
  label: { type: "call-roll" },
  puts: [
    ...create(
      { id: rollIdOf(place, site), kind: ROLL_COUNT_KIND },
      { on: place.on, branch: place.branch, session: place.session, ...counts },
    ),
  ],
});

/** All counts of a library, in the order of their days. */
export const readRollCounts = (
  records: Iterable<RecordState>,
  site: SiteId,
): readonly RollCount[] => {
  const counts: RollCount[] = [];
  for (const record of records) {
    const read = readRollCount(record, site);
    if (read?.ok === true) counts.push(read.value);
  }
  return counts.sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1));
};
