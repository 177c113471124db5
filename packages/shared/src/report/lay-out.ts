import * as v from "valibot";
import type { CivilDate } from "../clock/index.ts";
import type { RegisteredShowing } from "../ledger/index.ts";
import { allForms, type LedgerRow, pageOf } from "../ledger-book/index.ts";
import type { RollCount } from "../roll-call/index.ts";
import { type Month, monthOf, monthSchema } from "../session/index.ts";
import type { ReportFacts } from "./facts.ts";
import { inHeaps } from "./heaps.ts";
import { indexRolls, type RollIndex, shownLines } from "./month-sums.ts";

/** A library's facts laid out by month, made once for all reports that are drawn from them. */
export interface ReportBench {
  readonly facts: ReportFacts;
  /** Showings at which something was shown. */
  readonly held: ReadonlyMap<string, readonly RegisteredShowing[]>;
  readonly rolls: RollIndex;
  readonly rollsOfMonth: ReadonlyMap<string, readonly RollCount[]>;
  /** The days of what was taken down, one for each download. */
  readonly downloads: ReadonlyMap<string, readonly CivilDate[]>;
  /** Rows that stand, by book. */
  readonly rows: ReadonlyMap<string, readonly LedgerRow[]>;
  /** The first month that any book knows of; today's where none knows anything. */
  readonly first: Month;
}

/** The month of a day, as maps have it. */
export const monthKey = (day: string): string => day.slice(0, 7);

/** Lays facts out. */
export const layOut = (facts: ReportFacts): ReportBench => {
  const held = inHeaps(
    facts.showings.filter((showing) => shownLines(showing).length > 0),
    ({ on }) => monthKey(on),
  );
  const days = [...facts.downloads].flatMap(({ life, date }) => (life === "deleted" ? [] : [date]));
  const rows = new Map(
    allForms(facts.ledgers.ownForms).map((form) => [
      form.id,
      pageOf(facts.ledgers, form, undefined, facts.today).rows.filter(
        ({ struck }) => struck === undefined,
      ),
    ]),
  );
  const downloads = inHeaps(days, monthKey);
  // The equipment list and the like go back to before the site worked; only what happened begins it.
  const [first] = [
    ...held.keys(),
    ...downloads.keys(),
    ...facts.rolls.map(({ on }) => monthKey(on)),
    ...(rows.get("run") ?? []).map(({ entry }) => monthKey(entry.on)),
  ].sort();
  const firstMonth = v.safeParse(monthSchema, first);
  return {
    facts,
    held,
    rolls: indexRolls(facts.rolls),
    rollsOfMonth: inHeaps(facts.rolls, ({ on }) => monthKey(on)),
    downloads,
    rows,
    first: firstMonth.success ? firstMonth.output : monthOf(facts.today),
  };
};
