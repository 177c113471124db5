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
  /** What had been printed and was changed since: what it said, when and why it was changed. */
  amended: v.nullish(
    v.array(
      v.object({
        at: instantSchema,
        reason: v.pipe(v.string(), v.maxLength(200)),
        members: v.nullish(headCountSchema),
        residents: v.nullish(headCountSchema),
        discussion: v.nullish(v.pipe(v.string(), v.maxLength(DISCUSSION_LENGTH))),
      }),
    ),
  ),
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

/** One change of what was printed, as it is stored. */
type Amendment = NonNullable<SessionReport["amended"]>[number];

const asWritten = ({ at, reason, members, residents, discussion }: Amendment) => ({
  at,
  reason,
  members: members ?? null,
  residents: residents ?? null,
  discussion: discussion ?? null,
});

const base = ({ on, session }: ReportedShowing) => ({ on, session });

/** Whether anything was said of a showing. */
const isAnswered = (report: SessionReport | undefined): report is SessionReport =>
  report?.members != null || report?.residents != null || (report?.discussion ?? "") !== "";

/**
 * Whether an answer would change what stands on paper already, so that a reason is asked for: the month was
 * printed after the card had been answered.
 */
export const changesPrinted = (
  known: SessionReport | undefined,
  print: { readonly last: Instant } | undefined,
): boolean => print !== undefined && isAnswered(known) && (known.answeredAt ?? 0) <= print.last;

/**
 * Answers the card of a showing; answering again replaces what was said, undo brings it back. What a printed
 * month says (`print`) is not lost by it: it stays with the answer, with the reason.
 */
export const answerShowing = (
  showing: ReportedShowing,
  { members, residents, discussion }: ReportAnswer,
  known: SessionReport | undefined,
  by: {
    readonly site: SiteId;
    readonly post: Post;
    readonly now: Instant;
    readonly print?: { readonly last: Instant } | undefined;
    readonly reason?: string | undefined;
  },
): Changes => {
  const record = { id: reportIdOf(showing, by.site), kind: SESSION_REPORT_KIND };
  const said = discussion.trim().slice(0, DISCUSSION_LENGTH);
  const isSame =
    (known?.members ?? undefined) === members &&
    (known?.residents ?? undefined) === residents &&
    (known?.discussion ?? "") === said;
  const isPrinted = changesPrinted(known, by.print);
  const amended =
    isSame || known === undefined || !isPrinted
      ? []
      : [
          put(record, "amended", [
            ...(known.amended ?? []).map(asWritten),
            asWritten({
              at: by.now,
              reason: (by.reason ?? "").slice(0, 200),
              members: known.members,
              residents: known.residents,
              discussion: known.discussion,
            }),
          ]),
        ];
  return {
    label: { type: "answer-showing" },
    puts: [
      ...create(record, {
        ...base(showing),
        members,
        residents,
        // Saying again what stands on paper is no change of it.
        ...(isPrinted && isSame ? {} : { answeredAt: by.now, post: by.post }),
      }),
      ...(known?.members != null && members === undefined ? [put(record, "members", null)] : []),
      ...(known?.residents != null && residents === undefined
        ? [put(record, "residents", null)]
        : []),
      ...(said === "" && known?.discussion == null ? [] : [put(record, "discussion", said)]),
      ...(known?.skipped === true ? [put(record, "skipped", false)] : []),
      ...amended,
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
