import * as v from "valibot";
import { create, type FieldPut, type RecordState } from "../changes/index.ts";
import { type Instant, instantSchema } from "../clock/index.ts";
import { type Courseware, type DamagedRow, readFields } from "../courseware/index.ts";
import { type NewId, newRecordId, recordIdSchema, type SiteId } from "../identity/index.ts";
import { speakNumbers } from "../programme/index.ts";
import { ok, type Result } from "../result/index.ts";

const playbackFieldsSchema = v.object({
  item: recordIdSchema,
  startedAt: instantSchema,
  /** Kept beside the id, so that the register still reads when the item is gone. */
  title: v.string(),
  number: v.nullish(v.number()),
});
/** One line of the playback register: an item that began to play in the study room. */
export interface Playback extends v.InferOutput<typeof playbackFieldsSchema> {
  readonly id: RecordState["id"];
}

/** Reads a stored line of the playback register. */
export const readPlayback = (
  record: RecordState,
  ownSite: SiteId,
): Result<Playback, DamagedRow> => {
  const fields = readFields(playbackFieldsSchema, record, ownSite);
  return fields.ok ? ok({ ...fields.value, id: record.id }) : fields;
};

/** Writes a line into the playback register; what was played was spoken, so its number stays for ever. */
export const recordPlayback = (
  item: Courseware,
  startedAt: Instant,
  newId: NewId,
): readonly FieldPut[] => [
  ...create(
    { id: newRecordId(newId), kind: "playback" },
    { item: item.id, startedAt, title: item.title, number: item.number ?? undefined },
  ),
  ...speakNumbers([item]),
];
