import * as v from "valibot";
import { categorySchema } from "../category/index.ts";
import { lifeOf, type RecordState } from "../changes/index.ts";
import { civilDateSchema, instantSchema, minutesSchema } from "../clock/index.ts";
import { coursewareKindSchema, type DamagedRow, readFields } from "../courseware/index.ts";
import { postSchema, recordIdSchema, type SiteId } from "../identity/index.ts";
import { ok, type Result } from "../result/index.ts";

const entryFieldsSchema = v.object({
  item: recordIdSchema,
  /** The site's day on which its file, or its text, was held whole. */
  date: civilDateSchema,
  at: instantSchema,
  /** Kept beside the id, so that the log still reads when the item is gone. */
  title: v.string(),
  kind: coursewareKindSchema,
  publisher: v.nullish(v.string()),
  /** The portal's host, and the page. */
  portal: v.string(),
  url: v.string(),
  /** As it was filed first; where it stands today, the item says. */
  category: v.nullish(categorySchema),
  minutes: v.nullish(minutesSchema),
  /** Bytes of the file, where there is one. */
  size: v.nullish(v.number()),
  /** The file, where there is one: the same file again is no other download. */
  hash: v.nullish(v.string()),
  /** Where it was kept first: always the browser's own storage so far. */
  keptIn: v.string(),
  /** Who took it down. */
  post: v.nullish(postSchema),
});
/** A line of the download log (下载记录簿): something taken from a portal and held. */
export interface DownloadEntry extends v.InferOutput<typeof entryFieldsSchema> {
  readonly id: RecordState["id"];
  readonly life: "alive" | "deleted" | "deleted-but-edited";
}

/** Reads a stored line of the download log. */
export const readDownloadEntry = (
  record: RecordState,
  ownSite: SiteId,
): Result<DownloadEntry, DamagedRow> => {
  const fields = readFields(entryFieldsSchema, record, ownSite);
  return fields.ok ? ok({ ...fields.value, id: record.id, life: lifeOf(record, ownSite) }) : fields;
};
