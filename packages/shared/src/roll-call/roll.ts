import * as v from "valibot";
import { type CivilDate, civilDateSchema, instantSchema } from "../clock/index.ts";
import { type RecordId, recordIdSchema, type SiteId } from "../identity/index.ts";
import type { Person } from "./person.ts";

/** The marks of a roll call, in the order of the keys: √ 迟 退 病 事. */
export const MARKS = ["present", "late", "early", "sick", "excused"] as const;
/** One mark; see `MARKS`. */
export type Mark = (typeof MARKS)[number];

/** How a mark is written on paper. */
export const MARK_SIGNS: Readonly<Record<Mark, string>> = {
  present: "√",
  late: "迟",
  early: "退",
  sick: "病",
  excused: "事",
};

/** Who was there at one showing, of one branch. It names people by their roster's ids and never leaves this PC. */
export const rollSchema = v.object({
  id: recordIdSchema,
  on: civilDateSchema,
  branch: recordIdSchema,
  session: v.nullish(recordIdSchema),
  marks: v.record(v.string(), v.picklist(MARKS)),
  /** Everybody who was called, marked or not. */
  called: v.array(recordIdSchema),
  takenAt: instantSchema,
});
/** A roll call; see `rollSchema`. */
export type Roll = v.InferOutput<typeof rollSchema>;

/** What a roll call is of: a day and a branch, and the session where it was one. */
export interface RollPlace {
  readonly on: CivilDate;
  readonly branch: RecordId;
  readonly session?: RecordId | undefined;
}

/** The id of a roll call, and of its counts: the same on all PCs of a site. */
export const rollIdOf = ({ on, branch, session }: RollPlace, site: SiteId): RecordId =>
  v.parse(
    recordIdSchema,
    `${(session ?? `${site.slice(0, 20)}_${on.replaceAll("-", "")}`).slice(-40)}_${branch.slice(0, 20)}_k`,
  );

/** What a roll call comes to: counts, no names. */
export interface RollCounts {
  /** 应到: everybody who was called. */
  readonly expected: number;
  /** 实到: came, late or not, to the end or not. */
  readonly present: number;
  readonly late: number;
  readonly early: number;
  readonly sick: number;
  readonly excused: number;
  /** Not called yet. */
  readonly unmarked: number;
}

/** Counts marks. */
export const countMarks = (
  called: readonly RecordId[],
  marks: Readonly<Record<string, Mark>>,
): RollCounts => {
  const of = (mark: Mark): number => called.filter((id) => marks[id] === mark).length;
  const [late, early, sick, excused] = [of("late"), of("early"), of("sick"), of("excused")];
  const present = of("present") + late + early;
  return {
    expected: called.length,
    present,
    late,
    early,
    sick,
    excused,
    unmarked: called.length - present - sick - excused,
  };
};

/** Whether two roll calls come to the same. */
export const isSameCount = (a: RollCounts, b: RollCounts): boolean =>
  a.expected === b.expected &&
  a.present === b.present &&
  a.late === b.late &&
  a.early === b.early &&
  a.sick === b.sick &&
  a.excused === b.excused &&
  a.unmarked === b.unmarked;

/** A roll call with one mark set, or taken away. */
export const withMark = (roll: Roll, person: RecordId, mark: Mark | undefined): Roll => {
  const { [person]: _, ...others } = roll.marks;
  return { ...roll, marks: mark === undefined ? others : { ...others, [person]: mark } };
};

/** A row of the roll book: somebody, and their mark in each column. */
export interface RollRow {
  readonly person: Person;
  readonly marks: readonly (Mark | undefined)[];
  /** How often they came, of how many they were called at. */
  readonly came: number;
  readonly called: number;
}

/** The roll book as a grid (点名册): people down, roll calls across, in the order of their days. */
export const gridOf = (
  people: readonly Person[],
  rolls: readonly Roll[],
): { readonly columns: readonly Roll[]; readonly rows: readonly RollRow[] } => {
  const columns = [...rolls].sort((a, b) =>
    a.on === b.on ? a.takenAt - b.takenAt : a.on < b.on ? -1 : 1,
  );
  const calledAt = columns.map(({ called }) => new Set(called));
  const rows = people.map((person): RollRow => {
    const marks = columns.map((roll) => roll.marks[person.id]);
    return {
      person,
      marks,
      came: marks.filter((mark) => mark === "present" || mark === "late" || mark === "early")
        .length,
      called: calledAt.filter((ids) => ids.has(person.id)).length,
    };
  });
  return { columns, rows };
};

/** The day so many months before another; a month too short ends on its last day. */
const monthsBefore = (day: CivilDate, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
};

/** The roll calls, or what else is known of them by their day, that have been kept as long as the site means to. */
export const overdueRolls = <T extends Pick<Roll, "on">>(
  rolls: Iterable<T>,
  today: CivilDate,
  months: number,
): readonly T[] => {
  const until = monthsBefore(today, months);
  return [...rolls].filter(({ on }) => on < until);
};
