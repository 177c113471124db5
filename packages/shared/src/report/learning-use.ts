import * as v from "valibot";
import {
  type Changes,
  create,
  lifeOf,
  put,
  type RecordState,
  restoreRecord,
} from "../changes/index.ts";
import { type CivilDate, civilDateSchema } from "../clock/index.ts";
import { type Courseware, readFields } from "../courseware/index.ts";
import { type RecordId, recordIdSchema, type SiteId } from "../identity/index.ts";
import { countsAsShown, type RegisteredShowing, type RegisterLine } from "../ledger/index.ts";
import { plusDays } from "../session/index.ts";

/** The kind of record that says whether what was shown was used. */
export const LEARNING_USE_KIND = "learning-use";

/** Practical technology (实用技术). */
const TECHNOLOGY = 3;
/** Asked so many days after the showing, and no longer than so many. */
const ASK_AFTER = 30;
const ASK_UNTIL = 120;

const useSchema = v.object({
  showing: recordIdSchema,
  on: civilDateSchema,
  used: v.boolean(),
});

/** Whether something shown was used (用上了没有): a yes or a no, and of whom nothing. */
export interface LearningUse extends v.InferOutput<typeof useSchema> {
  readonly id: RecordId;
}

/** All answers of a library; what does not fit or was taken back says nothing. */
export const readLearningUses = (
  records: Iterable<RecordState>,
  site: SiteId,
): readonly LearningUse[] => {
  const uses: LearningUse[] = [];
  for (const record of records) {
    if (record.kind !== LEARNING_USE_KIND || lifeOf(record, site) === "deleted") continue;
    const read = readFields(useSchema, record, site);
    if (read.ok) uses.push({ ...read.value, id: record.id });
  }
  return uses;
};

/** The id of the record that answers for a showing. */
export const learningUseId = (showing: RecordId): RecordId =>
  v.parse(recordIdSchema, `${showing.slice(0, 60)}_u`);

/** Answers for one showing; the same record on all PCs of a site, so nobody's answer counts twice. */
export const answerUse = (
  showing: Pick<RegisteredShowing, "id" | "on">,
  used: boolean,
  record: RecordState | undefined,
): Changes => {
  const own = { id: learningUseId(showing.id), kind: LEARNING_USE_KIND };
  return {
    label: { type: "answer-use" },
    puts:
      record === undefined
        ? [...create(own, { showing: showing.id, on: showing.on, used })]
        : [restoreRecord(record), put(own, "used", used)],
  };
};

/** A showing that is asked after, with what of it was practical technology. */
export interface AskedShowing {
  readonly showing: RegisteredShowing;
  readonly titles: readonly string[];
}

/** Whether a line showed practical technology: as it is filed today, or by the number it was played under. */
const isTechnology = (line: RegisterLine, items: ReadonlyMap<RecordId, Courseware>): boolean => {
  if (!countsAsShown(line)) return false;
  const category = line.item == null ? undefined : items.get(line.item)?.category;
  return category != null
    ? category === TECHNOLOGY
    : line.number != null && String(line.number).startsWith(String(TECHNOLOGY));
};

/** The showings of a month ago and more of which nobody has said whether they were used; the earliest first. */
export const showingsToAsk = (
  showings: readonly RegisteredShowing[],
  uses: readonly LearningUse[],
  items: ReadonlyMap<RecordId, Courseware>,
  today: CivilDate,
): readonly AskedShowing[] => {
  const [from, until] = [plusDays(today, -ASK_UNTIL), plusDays(today, -ASK_AFTER)];
  const answered = new Set(uses.map(({ showing }) => showing));
  return showings.flatMap((showing): readonly AskedShowing[] => {
    if (showing.on < from || showing.on > until || answered.has(showing.id)) return [];
    const titles = showing.lines.filter((line) => isTechnology(line, items));
    return titles.length === 0
      ? []
      : [{ showing, titles: [...new Set(titles.map(({ title }) => title))] }];
  });
};
