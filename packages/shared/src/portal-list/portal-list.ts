import * as v from "valibot";
import { lifeOf, type RecordState } from "../changes/index.ts";
import { type DamagedRow, readFields } from "../courseware/index.ts";
import { type RecordId, recordIdSchema, type SiteId } from "../identity/index.ts";
import { ok, type Result } from "../result/index.ts";
import { pageAddressSchema } from "./page-address-schema.ts";

const order = v.pipe(v.string(), v.maxLength(400));

const portalFieldsSchema = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  /** Its first page. */
  home: pageAddressSchema,
  /** Fractional index. */
  order,
});
/** A portal (门户) of the site's own list. */
export interface Portal extends v.InferOutput<typeof portalFieldsSchema> {
  readonly id: RecordId;
  readonly life: "alive" | "deleted" | "deleted-but-edited";
}

const columnFieldsSchema = v.object({
  portal: recordIdSchema,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  url: pageAddressSchema,
  /** Fractional index among the columns of its portal. */
  order,
});
/** A column (栏目) of a portal: a page on which a download session starts. */
export interface PortalColumn extends v.InferOutput<typeof columnFieldsSchema> {
  readonly id: RecordId;
  readonly life: "alive" | "deleted" | "deleted-but-edited";
}

/** Reads a portal record as it is shown at this site. */
export const readPortal = (record: RecordState, ownSite: SiteId): Result<Portal, DamagedRow> => {
  const fields = readFields(portalFieldsSchema, record, ownSite);
  if (!fields.ok) return fields;
  return ok({ ...fields.value, id: record.id, life: lifeOf(record, ownSite) });
};

/** Reads a portal-column record as it is shown at this site. */
export const readPortalColumn = (
  record: RecordState,
  ownSite: SiteId,
): Result<PortalColumn, DamagedRow> => {
  const fields = readFields(columnFieldsSchema, record, ownSite);
  if (!fields.ok) return fields;
  return ok({ ...fields.value, id: record.id, life: lifeOf(record, ownSite) });
};
