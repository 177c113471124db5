import type { Category } from "../category/index.ts";
import type { CivilDate } from "../clock/index.ts";
import type { RecordId } from "../identity/index.ts";
import type { Month } from "../session/index.ts";

/** Showings and minutes of one category; `undefined` is what has none. */
export interface CategoryFigures {
  readonly category: Category | undefined;
  /** How often something of it was played. */
  readonly plays: number;
  readonly minutes: number;
}

/** What one branch came to. */
export interface BranchFigures {
  readonly branch: RecordId;
  readonly showings: number;
  /** Whole minutes that its showings ran, month by month. */
  readonly minutes: number;
  /** Rows of the training book that name it. */
  readonly training: number;
  /** Roll calls, and what they came to. */
  readonly rolls: number;
  readonly expected: number;
  readonly present: number;
  readonly sick: number;
  readonly excused: number;
  /** Called, and given no mark. */
  readonly unmarked: number;
}

/** Figures that add up: those of a span are the sums of its months'. */
export interface Sums {
  readonly showings: number;
  readonly plays: number;
  readonly minutes: number;
  readonly members: number;
  readonly residents: number;
  /** Counted by roll call, where nobody noted heads. */
  readonly called: number;
  /** All person-times: members, residents, called. */
  readonly people: number;
  /** Showings of which nobody knows how many came. */
  readonly uncounted: number;
  readonly downloads: number;
  /** Days on which something was taken down. */
  readonly downloadDays: number;
  readonly training: number;
  readonly trainingHours: number;
  readonly feedback: number;
  readonly notes: number;
  readonly previews: number;
  readonly faults: number;
  readonly mended: number;
  readonly runs: number;
  /** Showings of practical technology that were asked after: used, not (yet). */
  readonly used: number;
  readonly unused: number;
  /** Questions that were asked on slips, and that were answered, each on its own day. */
  readonly questions: number;
  readonly answered: number;
}

/** One month. */
export interface MonthFigures extends Sums {
  readonly month: Month;
  /** It has not begun. */
  readonly ahead: boolean;
  /** It lies before anything that the books know. */
  readonly before: boolean;
}

/** One week, by its Monday; it belongs to the span in which that lies. */
export interface WeekFigures {
  readonly monday: CivilDate;
  readonly days: number;
  /** Its Sunday is not over yet. */
  readonly open: boolean;
}

/** Something that was played, and how often. */
export interface PlayedItem {
  readonly key: string;
  readonly title: string;
  readonly number: number | undefined;
  readonly plays: number;
}

/** Wishes that were noted in a span: how they stand now. */
export interface WishFigures {
  readonly noted: number;
  readonly met: number;
  readonly declined: number;
  readonly waiting: number;
}

/** Everything that a report says of a span. */
export interface Figures extends Sums {
  readonly months: readonly MonthFigures[];
  readonly categories: readonly CategoryFigures[];
  readonly branches: readonly BranchFigures[];
  readonly weeks: readonly WeekFigures[];
  /** The most often played first. */
  readonly played: readonly PlayedItem[];
  /** Items that the book holds today, and of those how many were never played. */
  readonly held: number;
  readonly neverPlayed: number;
  readonly menus: number;
  readonly wishes: WishFigures;
  /** Faults that are open today, and for how long the oldest. */
  readonly openFaults: number;
  readonly oldestFaultDays: number | undefined;
  /** Rows of the books that the site writes by hand, and how many books have some. */
  readonly bookRows: number;
  readonly books: number;
  /** Posts that the duty roster names, by their ids in the form; never who holds them. */
  readonly posts: readonly string[];
  readonly branchCount: number;
}
