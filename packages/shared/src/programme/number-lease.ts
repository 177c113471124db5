import * as v from "valibot";
import { categorySchema } from "../category/index.ts";
import type { RecordState } from "../changes/index.ts";
import { type DamagedRow, readFields } from "../courseware/index.ts";
import { deviceIdSchema, type RecordId, type SiteId } from "../identity/index.ts";
import { ok, type Result } from "../result/index.ts";
import { LAST_PLACE } from "./programme-number.ts";

/** The fields of a `number-lease` record. */
export const leaseFieldsSchema = v.object({
  device: deviceIdSchema,
  category: categorySchema,
  from: v.pipe(v.number(), v.integer(), v.minValue(1)),
  to: v.pipe(v.number(), v.integer(), v.maxValue(LAST_PLACE)),
});

/** A block of places on a shelf that one device may give out without asking anybody. */
export interface NumberLease extends v.InferOutput<typeof leaseFieldsSchema> {
  readonly id: RecordId;
}

/** Reads a stored lease. */
export const readNumberLease = (
  record: RecordState,
  ownSite: SiteId,
): Result<NumberLease, DamagedRow> => {
  const fields = readFields(leaseFieldsSchema, record, ownSite);
  return fields.ok ? ok({ ...fields.value, id: record.id }) : fields;
};
