import * as v from "valibot";
import { lifeOf, type RecordState } from "../changes/index.ts";
import { instantSchema } from "../clock/index.ts";
import { type DamagedRow, readFields } from "../courseware/index.ts";
import { postSchema, type RecordId, recordIdSchema, type SiteId } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";

/** How something is shown that the study room does not play itself. */
export const SHOWN_BY = ["disc", "television", "broadcast", "other-player"] as const;
/** How something is shown elsewhere than in the study room; see `SHOWN_BY`. */
export type ShownBy = (typeof SHOWN_BY)[number];

/** Kinds of record that are lines of the register: what has an item here, and what has none. */
export const REGISTER_KINDS = ["playback", "showing"] as const;

const lineSchema = v.object({
  /** The item; a showing of something that the library does not have has none. */
  item: v.nullish(recordIdSchema),
  startedAt: instantSchema,
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  number: v.nullish(v.number()),
  menu: v.nullish(recordIdSchema),
  session: v.nullish(recordIdSchema),
  played: v.nullish(
    v.object({ seconds: v.pipe(v.number(), v.minValue(0)), completed: v.boolean() }),
  ),
  /** As a stick's receipt tells it: whole minutes, and whether it ran to its end. */
  minutes: v.nullish(v.pipe(v.number(), v.minValue(0))),
  completed: v.nullish(v.boolean()),
  /** Missing where the study room played it. */
  by: v.nullish(v.picklist(SHOWN_BY)),
  place: v.nullish(v.pipe(v.string(), v.maxLength(60))),
  branch: v.nullish(recordIdSchema),
  /** The post that wrote it by hand. */
  post: v.nullish(postSchema),
  /** The line that this one puts right. */
  corrects: v.nullish(recordIdSchema),
  /** Why it was written into a month that had been printed. */
  reason: v.nullish(v.pipe(v.string(), v.maxLength(200))),
  /** Set once a correction has struck it out. */
  struck: v.nullish(
    v.object({
      reason: v.pipe(v.string(), v.maxLength(200)),
      at: instantSchema,
      post: v.nullish(postSchema),
    }),
  ),
});

/** A line of the register as paper and screen show it. */
export interface RegisterLine
  extends Omit<v.InferOutput<typeof lineSchema>, "minutes" | "completed"> {
  readonly id: RecordId;
  readonly kind: (typeof REGISTER_KINDS)[number];
  /** The step that wrote it was taken back, after it had been printed: it stands on paper, and so it stays. */
  readonly takenBack?: boolean | undefined;
}

/**
 * Reads a line of the register; `undefined` where it is none, or where the step that wrote it was taken
 * back and it stands on no paper.
 */
export const readRegisterLine = (
  record: RecordState,
  ownSite: SiteId,
  printed: ReadonlySet<RecordId> = new Set(),
): Result<RegisterLine, DamagedRow> | undefined => {
  const kind = REGISTER_KINDS.find((known) => known === record.kind);
  if (kind === undefined) return undefined;
  const isGone = lifeOf(record, ownSite) === "deleted";
  if (isGone && !printed.has(record.id)) return undefined;
  const fields = readFields(lineSchema, record, ownSite);
  if (!fields.ok) return err(fields.error);
  const { minutes, completed, ...rest } = fields.value;
  const told =
    minutes == null ? undefined : { seconds: minutes * 60, completed: completed ?? false };
  const line = { ...rest, played: rest.played ?? told, id: record.id, kind };
  return ok(
    isGone
      ? { ...line, takenBack: true, struck: rest.struck ?? { reason: "", at: rest.startedAt } }
      : line,
  );
};
