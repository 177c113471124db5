import * as v from "valibot";
import { type Changes, create, lifeOf, put, type RecordState } from "../changes/index.ts";
import { type CivilDate, civilDateSchema, type Instant, instantSchema } from "../clock/index.ts";
import { type DamagedRow, readFields } from "../courseware/index.ts";
import {
  type Post,
  postSchema,
  type RecordId,
  recordIdSchema,
  type SiteId,
} from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";

/** The kind of record in which a showing's head count stands. */
export const SESSION_REPORT_KIND = "session-report";

/** How many came, of one sort. */
export const headCountSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999));

/** The most characters of what was discussed. */
export const DISCUSSION_LENGTH = 2000;

const reportSchema = v.object({
  on: civilDateSchema,
  /** The session of the calendar, where it was one. */
  session: v.nullish(recordIdSchema),
  members: v.nullish(headCountSchema),
  residents: v.nullish(headCountSchema),
  discussion: v.nullish(v.pipe(v.string(), v.maxLength(DISCUSSION_LENGTH))),
  /** Nobody wants to write anything of it. */
  skipped: v.nullish(v.boolean()),
  answeredAt: v.nullish(instantSchema),
  post: v.nullish(postSchema),
});
/** What is said of a showing after it: counts and a line, never a name. */
export interface SessionReport extends v.InferOutput<typeof reportSchema> {
  readonly id: RecordId;
}

/** Reads a showing's report; `undefined` where it is none, or was taken back. */
export const readSessionReport = (
  record: RecordState,
  ownSite: SiteId,
): Result<SessionReport, DamagedRow> | undefined => {
  if (record.kind !== SESSION_REPORT_KIND || lifeOf(record, ownSite) === "deleted") {
    return undefined;
  }
  const fields = readFields(reportSchema, record, ownSite);
  return fields.ok ? ok({ ...fields.value, id: record.id }) : err(fields.error);
};

/** A showing that can be reported on: its day, and the session of the calendar where it was one. */
export interface ReportedShowing {
  readonly on: CivilDate;
  readonly session?: RecordId | undefined;
}

/**
 * The id of a showing's report, the same on all PCs of a site: two posts who count the same showing without
 * having met settle field by field and count nobody twice. Showings of a day that belong to no session are
 * one showing.
 */
export const reportIdOf = ({ on, session }: ReportedShowing, site: SiteId): RecordId =>
  v.parse(
    recordIdSchema,
    session === undefined
      ? `${site.slice(0, 50)}_r${on.replaceAll("-", "")}`
      : `${session.slice(0, 62)}_r`,
  );

/** What is answered on the card. */
export interface ReportAnswer {
  readonly members: number | undefined;
  readonly residents: number | undefined;
  readonly discussion: string;
}

const base = ({ on, session }: ReportedShowing) => ({ on, session });

/** Answers the card of a showing; answering again replaces what was said, undo brings it back. */
export const answerShowing = (
  showing: ReportedShowing,
  { members, residents, discussion }: ReportAnswer,
  known: SessionReport | undefined,
  by: { readonly site: SiteId; readonly post: Post; readonly now: Instant },
): Changes => {
  const record = { id: reportIdOf(showing, by.site), kind: SESSION_REPORT_KIND };
  const said = discussion.trim().slice(0, DISCUSSION_LENGTH);
  return {
    label: { type: "answer-showing" },
    puts: [
      ...create(record, {
        ...base(showing),
        members,
        residents,
        answeredAt: by.now,
        post: by.post,
      }),
      ...(known?.members != null && members === undefined ? [put(record, "members", null)] : []),
      ...(known?.residents != null && residents === undefined
        ? [put(record, "residents", null)]
        : []),
      ...(said === "" && known?.discussion == null ? [] : [put(record, "discussion", said)]),
      ...(known?.skipped === true ? [put(record, "skipped", false)] : []),
    ],
  };
};

/** Puts the card of a showing away unanswered; the register shows that nothing was noted. */
export const skipShowing = (showing: ReportedShowing, site: SiteId): Changes => ({
  label: { type: "skip-showing" },
  puts: create(
    { id: reportIdOf(showing, site), kind: SESSION_REPORT_KIND },
    { ...base(showing), skipped: true },
  ).slice(),
});
