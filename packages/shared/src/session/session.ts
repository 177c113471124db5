import * as v from "valibot";
import { lifeOf, type RecordState } from "../changes/index.ts";
import { minutesSchema } from "../clock/index.ts";
import { type DamagedRow, readFields } from "../courseware/index.ts";
import { postSchema, type RecordId, recordIdSchema, type SiteId } from "../identity/index.ts";
import { ok, type Result } from "../result/index.ts";
import { calendarDateSchema, monthSchema } from "./civil-days.ts";
import { repeatSchema } from "./repeat.ts";

type Life = "alive" | "deleted" | "deleted-but-edited";

const name = (longest: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(longest));

/** What is shown at a session. */
export const sessionContentSchema = v.variant("type", [
  v.object({ type: v.literal("menu"), menu: recordIdSchema }),
  /** A live broadcast, with the channel it comes on. */
  v.object({ type: v.literal("broadcast"), name: name(100), channel: v.nullish(name(60)) }),
  /** A disc, the television, another player: anything with no menu here. */
  v.object({ type: v.literal("other"), name: name(100) }),
]);
/** What is shown at a session; see `sessionContentSchema`. */
export type SessionContent = v.InferOutput<typeof sessionContentSchema>;

/** What a single session and a rule share. */
const showingFields = {
  title: v.nullish(name(100)),
  /** Minutes after midnight. */
  start: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1439))),
  /** How long it is meant to last; where nothing is said, as long as its menu's session. */
  minutes: v.nullish(minutesSchema),
  content: v.nullish(sessionContentSchema),
  place: v.nullish(name(60)),
  branch: v.nullish(recordIdSchema),
  /** The post that hosts it; never a name. */
  host: v.nullish(postSchema),
  mustPlay: v.nullish(v.boolean()),
  /** The row of the study plan that it belongs to. */
  plan: v.nullish(recordIdSchema),
};
const showingSchema = v.object(showingFields);
/** What can be said of a showing, once or again and again. */
export type Showing = v.InferOutput<typeof showingSchema>;

const sessionFieldsSchema = v.object({
  ...showingFields,
  /** Its day; missing where only other things of a rule's occurrence were changed. */
  date: v.nullish(calendarDateSchema),
  cancelled: v.nullish(v.boolean()),
  /** The rule and the day of it that this record changes. */
  rule: v.nullish(recordIdSchema),
  occurs: v.nullish(calendarDateSchema),
});
/** A session as it is stored: whole, or what was changed of one day of a rule. */
export interface StoredSession extends v.InferOutput<typeof sessionFieldsSchema> {
  readonly id: RecordId;
  readonly life: Life;
}

const ruleFieldsSchema = v.object({
  ...showingFields,
  repeat: repeatSchema,
  from: calendarDateSchema,
  /** The last day; missing where it goes on without end. */
  until: v.nullish(calendarDateSchema),
});
/** A session that comes again and again (固定场). */
export interface SessionRule extends v.InferOutput<typeof ruleFieldsSchema> {
  readonly id: RecordId;
  readonly life: Life;
}

const branchFieldsSchema = v.object({
  name: name(40),
  order: v.pipe(v.string(), v.maxLength(400)),
});
/** A branch (支部) of the site, by its name alone: nobody in it is known here. */
export interface Branch extends v.InferOutput<typeof branchFieldsSchema> {
  readonly id: RecordId;
  readonly life: Life;
}

const planFieldsSchema = v.object({
  month: monthSchema,
  topic: name(100),
  audience: v.nullish(name(60)),
  /** How many sessions it is meant to have. */
  sessions: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31)),
  mustPlay: v.nullish(v.boolean()),
  /** What is shown; while nobody has said, what its sessions have. */
  content: v.nullish(name(200)),
  /** On which days, in people's own words; while nobody has said, the days of its sessions. */
  when: v.nullish(name(60)),
  /** How: together, in branches, at home. */
  way: v.nullish(name(40)),
  /** The post that sees to it; never a name. */
  host: v.nullish(postSchema),
});
/** A row of the study plan (学习计划): what a month is for. */
export interface PlanRow extends v.InferOutput<typeof planFieldsSchema> {
  readonly id: RecordId;
  readonly life: Life;
}

const reader =
  <S extends v.GenericSchema<unknown, object>>(schema: S) =>
  (
    record: RecordState,
    ownSite: SiteId,
  ): Result<v.InferOutput<S> & { readonly id: RecordId; readonly life: Life }, DamagedRow> => {
    const fields = readFields(schema, record, ownSite);
    return fields.ok
      ? ok({ ...fields.value, id: record.id, life: lifeOf(record, ownSite) })
      : fields;
  };

/** Reads a stored session as it is shown at this site. */
export const readSession = reader(sessionFieldsSchema);
/** Reads a rule of sessions. */
export const readSessionRule = reader(ruleFieldsSchema);
/** Reads a branch. */
export const readBranch = reader(branchFieldsSchema);
/** Reads a row of the study plan. */
export const readPlanRow = reader(planFieldsSchema);
