import * as v from "valibot";
import { lifeOf, type RecordState } from "../changes/index.ts";
import { civilDateSchema, minutesSchema } from "../clock/index.ts";
import { type DamagedRow, readFields } from "../courseware/index.ts";
import { type RecordId, recordIdSchema, type SiteId } from "../identity/index.ts";
import { ok, type Result } from "../result/index.ts";

/** A session stays within an hour unless the menu says otherwise. */
export const SESSION_MINUTES = v.parse(minutesSchema, 60);

const setMenuFieldsSchema = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  number: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99))),
  audience: v.nullish(v.pipe(v.string(), v.maxLength(100))),
  occasion: v.nullish(v.pipe(v.string(), v.maxLength(100))),
  mustPlay: v.nullish(v.boolean()),
  sessionMinutes: v.nullish(minutesSchema),
  noteBefore: v.nullish(v.pipe(v.string(), v.maxLength(2000))),
  noteDuring: v.nullish(v.pipe(v.string(), v.maxLength(2000))),
  noteAfter: v.nullish(v.pipe(v.string(), v.maxLength(2000))),
  /** The spare (备片): what plays when one of its films fails. */
  spare: v.nullish(recordIdSchema),
  /** The day it was archived (收起): out of the lists, its number its own. */
  archivedOn: v.nullish(civilDateSchema),
  sample: v.nullish(v.boolean()),
});
/** The shown fields of a set menu. */
export type SetMenuFields = v.InferOutput<typeof setMenuFieldsSchema>;

/** A set menu (套餐): an ordered bundle for an audience, called by one or two digits. */
export interface SetMenu extends SetMenuFields {
  readonly id: RecordId;
  readonly life: "alive" | "deleted" | "deleted-but-edited";
}

/** Reads a set-menu record as it is shown at this site. */
export const readSetMenu = (record: RecordState, ownSite: SiteId): Result<SetMenu, DamagedRow> => {
  const fields = readFields(setMenuFieldsSchema, record, ownSite);
  if (!fields.ok) return fields;
  return ok({ ...fields.value, id: record.id, life: lifeOf(record, ownSite) });
};

const entryFieldsSchema = v.object({
  menu: recordIdSchema,
  /** Fractional index; may be malformed in a received record, see `arrange`. */
  order: v.pipe(v.string(), v.maxLength(400)),
  /** The courseware item, by id, so that a rename shows everywhere… */
  item: v.nullish(recordIdSchema),
  /** …or an activity (讲解, 讨论) of so many minutes. */
  activity: v.nullish(
    v.object({ name: v.pipe(v.string(), v.maxLength(100)), minutes: minutesSchema }),
  ),
  /** Whether this place must be played; where nothing is said, as the menu says. */
  mustPlay: v.nullish(v.boolean()),
  sample: v.nullish(v.boolean()),
});
/** One place in a set menu: an item or an activity. */
export interface SetMenuEntry extends v.InferOutput<typeof entryFieldsSchema> {
  readonly id: RecordId;
  readonly life: "alive" | "deleted" | "deleted-but-edited";
}

/** Reads a set-menu-entry record as it is shown at this site. */
export const readSetMenuEntry = (
  record: RecordState,
  ownSite: SiteId,
): Result<SetMenuEntry, DamagedRow> => {
  const fields = readFields(entryFieldsSchema, record, ownSite);
  if (!fields.ok) return fields;
  return ok({ ...fields.value, id: record.id, life: lifeOf(record, ownSite) });
};
