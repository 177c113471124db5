import { CATEGORIES, type Category } from "../category/index.ts";
import type { RecordId } from "../identity/index.ts";
import {
  countsAsShown,
  type RegisteredShowing,
  type RegisterLine,
  sumRegister,
} from "../ledger/index.ts";
import type { RollCount } from "../roll-call/index.ts";
import type { ReportFacts } from "./facts.ts";
import type { CategoryFigures } from "./figures.ts";
import { inHeaps } from "./heaps.ts";

/** The lines of a showing that count. */
export const shownLines = ({ lines }: RegisteredShowing): readonly RegisterLine[] =>
  lines.filter(countsAsShown);

const categoryNumbered = (number: number | null | undefined): Category | undefined =>
  number == null || number < 1000
    ? undefined
    : CATEGORIES.find((category) => String(number).startsWith(String(category)));

/** The category of a line: where its item is filed today, else what its number says. */
const categoryOf = (line: RegisterLine, items: ReportFacts["items"]): Category | undefined => {
  const item = line.item == null ? undefined : items.get(line.item);
  return item?.category ?? categoryNumbered(line.number);
};

/**
 * Shares whole minutes out by seconds, so that the parts of a table add up to its sum as it stands in the
 * register: each gets its whole minutes, the rest go to the largest remainders.
 */
const shareMinutes = (minutes: number, seconds: readonly number[]): readonly number[] => {
  const all = seconds.reduce((sum, one) => sum + one, 0);
  if (all === 0) return seconds.map(() => 0);
  const exact = seconds.map((one) => (minutes * one) / all);
  const whole = exact.map(Math.floor);
  const order = exact
    .map((value, at) => ({ at, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  const missing = minutes - whole.reduce((sum, one) => sum + one, 0);
  for (const { at } of order.slice(0, missing)) whole[at] = (whole[at] ?? 0) + 1;
  return whole;
};

/** Plays and minutes by category, in the order of the book, what has none last. */
export const byCategory = (
  showings: readonly RegisteredShowing[],
  items: ReportFacts["items"],
): readonly CategoryFigures[] => {
  const order = [...CATEGORIES, undefined];
  const plays = order.map(() => 0);
  const seconds = order.map(() => 0);
  for (const line of showings.flatMap(shownLines)) {
    const at = order.indexOf(categoryOf(line, items));
    plays[at] = (plays[at] ?? 0) + 1;
    seconds[at] = (seconds[at] ?? 0) + (line.played?.seconds ?? 0);
  }
  const minutes = shareMinutes(sumRegister(showings).minutes, seconds);
  return order.map((category, at) => ({
    category,
    plays: plays[at] ?? 0,
    minutes: minutes[at] ?? 0,
  }));
};

/** Roll calls laid out by what they are of. */
export interface RollIndex {
  readonly bySession: ReadonlyMap<RecordId, readonly RollCount[]>;
  /** Those that belong to no session, by day. */
  readonly byDay: ReadonlyMap<string, readonly RollCount[]>;
}

/** Lays roll calls out, so that each showing is one look. */
export const indexRolls = (rolls: readonly RollCount[]): RollIndex => ({
  bySession: inHeaps(
    rolls.filter(({ session }) => session != null),
    ({ session, id }) => session ?? id,
  ),
  byDay: inHeaps(
    rolls.filter(({ session }) => session == null),
    ({ on }) => on,
  ),
});

/** The roll calls of a showing. */
export const rollsOf = (
  { session, on }: RegisteredShowing,
  index: RollIndex,
): readonly RollCount[] =>
  (session === undefined ? index.byDay.get(on) : index.bySession.get(session)) ?? [];

/** Whose showing it was, as its lines, its session or its one roll call say. */
export const branchOfShowing = (
  showing: RegisteredShowing,
  rolls: readonly RollCount[],
  branchOf: ReportFacts["branchOf"],
): RecordId | undefined => {
  const said = showing.lines.find(({ branch }) => branch != null)?.branch;
  const planned = showing.session === undefined ? undefined : branchOf(showing.session);
  const [only, another] = rolls;
  return said ?? planned ?? (another === undefined ? only?.branch : undefined);
};
