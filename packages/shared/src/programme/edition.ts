import * as v from "valibot";
import type { RecordState } from "../changes/index.ts";
import { instantSchema } from "../clock/index.ts";
import { type DamagedRow, readFields } from "../courseware/index.ts";
import type { RecordId, SiteId } from "../identity/index.ts";
import { ok, type Result } from "../result/index.ts";

const editionFieldsSchema = v.object({
  /** Counts the site's printed books: 第 12 期. */
  number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999)),
  /** The month in the footer, `YYYY-MM`. */
  month: v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/u)),
  printedAt: instantSchema,
});

/** An edition (期): one printing of the on-demand book, after which its numbers stand for ever. */
export interface Edition extends v.InferOutput<typeof editionFieldsSchema> {
  readonly id: RecordId;
}

/** Reads a stored edition. */
export const readEdition = (record: RecordState, ownSite: SiteId): Result<Edition, DamagedRow> => {
  const fields = readFields(editionFieldsSchema, record, ownSite);
  return fields.ok ? ok({ ...fields.value, id: record.id }) : fields;
};
