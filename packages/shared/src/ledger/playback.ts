import * as v from "valibot";
import { create, type FieldPut, lifeOf, type RecordState, shownValue } from "../changes/index.ts";
import { type Instant, instantSchema } from "../clock/index.ts";
import { type Courseware, type DamagedRow, readFields } from "../courseware/index.ts";
import {
  type NewId,
  newRecordId,
  type RecordId,
  recordIdSchema,
  type SiteId,
} from "../identity/index.ts";
import { speakNumbers } from "../programme/index.ts";
import { ok, type Result } from "../result/index.ts";

const playbackFieldsSchema = v.object({
  item: recordIdSchema,
  startedAt: instantSchema,
  /** Kept beside the id, so that the register still reads when the item is gone. */
  title: v.string(),
  number: v.nullish(v.number()),
  /** The set menu it was played from; missing where it was called by itself, or before this was kept. */
  menu: v.nullish(recordIdSchema),
  /** The session it was shown at: a stored one's id, or `occurrenceId` of a rule's day. */
  session: v.nullish(recordIdSchema),
});
/** What an item was played as part of, as far as the room knows. */
export interface PlayedWithin {
  /** The set menu that was called. */
  readonly menu?: RecordId | undefined;
  /** The session that was on. */
  readonly session?: RecordId | undefined;
}

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

/**
 * Whether a line stands in the register: it was not taken back with the step that wrote it, and no
 * correction has struck it out (`correctLine`). A struck line stays readable in the register alone.
 */
export const standsInRegister = (record: RecordState, ownSite: SiteId): boolean =>
  shownValue(record, "struck", ownSite) == null && lifeOf(record, ownSite) !== "deleted";

/**
 * Writes a line into the playback register, with the menu and the session that it was played within where
 * they are known; what was played was spoken, so its number stays for ever. `newId` is called once and
 * names the line: whoever writes its end later (`recordPlaybackEnd`) mints the id and hands it in here.
 */
export const recordPlayback = (
  item: Courseware,
  startedAt: Instant,
  newId: NewId,
  within: PlayedWithin = {},
): readonly FieldPut[] => [
  ...create(
    { id: newRecordId(newId), kind: "playback" },
    {
      item: item.id,
      startedAt,
      title: item.title,
      number: item.number ?? undefined,
      menu: within.menu,
      session: within.session,
    },
  ),
  ...speakNumbers([item]),
];
