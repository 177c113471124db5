import { CATEGORIES, CATEGORY_NAMES, type Category } from "../category/index.ts";
import type { RecordId } from "../identity/index.ts";
import type { Language } from "../language/index.ts";
import type { Month, PlanRow } from "../session/index.ts";
import type { Figures } from "./figures.ts";
import { SEASON_TOPICS } from "./season-topics.ts";
import { monthsOf } from "./span.ts";

/** Why a row is proposed; every reason is a figure of the site's own books, its target, or the season. */
export type PlanReason =
  | { readonly type: "season" }
  /** So many people asked for it, and nothing has come of it yet. */
  | { readonly type: "wish"; readonly people: number }
  /** Nothing of the category was shown in the year, of so many items that the book holds. */
  | { readonly type: "never-shown"; readonly category: Category; readonly held: number }
  /** Nothing was shown in the same month of the year. */
  | { readonly type: "quiet-month" };

/** A row of next year's plan as it is proposed. */
export interface ProposedRow {
  readonly key: string;
  readonly row: Omit<PlanRow, "id" | "life">;
  readonly reasons: readonly PlanReason[];
  /** A row of the same month and topic stands in the plan already. */
  readonly held: boolean;
}

/** How many sessions a month has in the proposal, and from what that was taken. */
export type MonthlyPace =
  | { readonly type: "target"; readonly sessions: number; readonly real: number }
  | { readonly type: "real"; readonly sessions: number; readonly real: number }
  /** Nothing was shown in the year, and no target is set. */
  | { readonly type: "first"; readonly sessions: 1; readonly real: 0 };

/** What next year's plan is proposed from. */
export interface PlanFacts {
  /** The year that the figures are of; the plan is for the next. */
  readonly year: number;
  readonly figures: Figures;
  /** Showings a month that the site has set itself. */
  readonly target: number | undefined;
  /** Wishes that wait, the most asked for first. */
  readonly wishes: readonly {
    readonly id: RecordId;
    readonly text: string;
    readonly count: number;
  }[];
  /** Items that the book holds, by category. */
  readonly held: ReadonlyMap<Category, number>;
  /** Rows of the plan that are there already. */
  readonly plans: readonly PlanRow[];
  readonly language: Language;
}

/** A topic of the plan takes so many characters. */
const TOPIC_LENGTH = 100;

/** Sessions a month: the site's own target, else what it really did, rounded; at least one. */
export const paceOf = ({ figures, target }: Pick<PlanFacts, "figures" | "target">): MonthlyPace => {
  const over = figures.months.filter(({ ahead, before }) => !ahead && !before).length;
  const real = over === 0 ? 0 : Math.round((figures.showings / over) * 10) / 10;
  if (target !== undefined) return { type: "target", sessions: target, real };
  return real === 0
    ? { type: "first", sessions: 1, real: 0 }
    : { type: "real", sessions: Math.max(1, Math.round(real)), real };
};

/** Categories of which something is held and nothing was shown, in the order of the book. */
const neverShown = ({ figures, held }: PlanFacts): readonly Category[] =>
  CATEGORIES.filter(
    (category) =>
      (held.get(category) ?? 0) > 0 &&
      (figures.categories.find((one) => one.category === category)?.plays ?? 0) === 0,
  );

/**
 * Proposes next year's plan. A month has as many sessions as the site's pace; first comes a wish that waits, then
 * the season, then a category that was never shown; what sessions are left go to the season. Nothing is filled up
 * beyond the pace, and a row that the plan has already is marked.
 */
export const proposePlan = (facts: PlanFacts): readonly ProposedRow[] => {
  const { year, figures, language, plans } = facts;
  const pace = paceOf(facts).sessions;
  const wishes = [...facts.wishes];
  const categories = [...neverShown(facts)];
  const rows: ProposedRow[] = [];
  const add = (
    month: Month,
    row: Pick<PlanRow, "topic" | "sessions"> & Partial<PlanRow>,
    reasons: readonly PlanReason[],
  ): void => {
    const topic = [...row.topic].slice(0, TOPIC_LENGTH).join("");
    rows.push({
      key: `${month} ${rows.length}`,
      row: { ...row, month, topic },
      reasons,
      held: plans.some((plan) => plan.month === month && plan.topic === topic),
    });
  };
  for (const [at, month] of monthsOf({ type: "year", year: year + 1 }).entries()) {
    const season = SEASON_TOPICS[at];
    const past = figures.months[at];
    const isQuiet =
      past !== undefined &&
      !past.ahead &&
      !past.before &&
      past.showings === 0 &&
      figures.showings > 0;
    const quiet: readonly PlanReason[] = isQuiet ? [{ type: "quiet-month" }] : [];
    let left = pace;
    const wish = wishes.shift();
    if (wish !== undefined) {
      add(month, { topic: wish.text, sessions: 1 }, [
        { type: "wish", people: wish.count },
        ...quiet,
      ]);
      left -= 1;
    }
    const category = left > 1 ? categories.shift() : undefined;
    if (season !== undefined && left > 0) {
      const sessions = left - (category === undefined ? 0 : 1);
      add(
        month,
        {
          topic: season.topic[language],
          audience: season.audience[language],
          sessions: Math.min(31, sessions),
          ...(season.month === 7 ? { mustPlay: true } : {}),
        },
        [{ type: "season" }, ...(wish === undefined ? quiet : [])],
      );
    }
    if (category !== undefined) {
      add(month, { topic: CATEGORY_NAMES[category], sessions: 1 }, [
        { type: "never-shown", category, held: facts.held.get(category) ?? 0 },
      ]);
    }
  }
  return rows;
};
