import type { Category } from "@dianbo/shared/category";
import { type Courseware, isListed } from "@dianbo/shared/courseware";
import type { PlanReason, ProposedRow } from "@dianbo/shared/report";
import type { Month, PlanRow } from "@dianbo/shared/session";

/** A proposed row as it stands in its fields. */
export interface PlanDraft {
  readonly key: string;
  readonly month: Month;
  readonly take: boolean;
  readonly topic: string;
  readonly content: string;
  readonly audience: string;
  readonly when: string;
  readonly way: string;
  readonly host: "A" | "B" | "";
  readonly sessions: string;
  readonly mustPlay: boolean;
  readonly reasons: readonly PlanReason[];
  readonly held: boolean;
}

/** What the fields begin with; what the plan has already is not ticked. */
export const startDrafts = (rows: readonly ProposedRow[]): readonly PlanDraft[] =>
  rows.map(({ key, row, reasons, held }) => ({
    key,
    month: row.month,
    take: !held,
    topic: row.topic,
    content: row.content ?? "",
    audience: row.audience ?? "",
    when: row.when ?? "",
    way: row.way ?? "",
    host: row.host ?? "",
    sessions: String(row.sessions),
    mustPlay: row.mustPlay === true,
    reasons,
    held,
  }));

const orNone = (text: string, longest: number): string | null =>
  text.trim() === "" ? null : text.trim().slice(0, longest);

/** A row of the plan out of its fields; `undefined` where topic or sessions do not fit. */
export const readPlanDraft = (draft: PlanDraft): Omit<PlanRow, "id" | "life"> | undefined => {
  const sessions = Number(draft.sessions.normalize("NFKC"));
  const topic = draft.topic.trim().slice(0, 100);
  if (topic === "" || !Number.isInteger(sessions) || sessions < 1 || sessions > 31)
    return undefined;
  return {
    month: draft.month,
    topic,
    sessions,
    audience: orNone(draft.audience, 60),
    content: orNone(draft.content, 200),
    when: orNone(draft.when, 60),
    way: orNone(draft.way, 40),
    host: draft.host === "" ? null : draft.host,
    mustPlay: draft.mustPlay ? true : null,
  };
};

/** How many items the book holds of each category. */
export const heldByCategory = (items: Iterable<Courseware>): ReadonlyMap<Category, number> => {
  const held = new Map<Category, number>();
  for (const item of items) {
    if (!isListed(item) || item.category == null) continue;
    held.set(item.category, (held.get(item.category) ?? 0) + 1);
  }
  return held;
};
