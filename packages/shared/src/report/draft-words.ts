import type { Figures } from "./figures.ts";
import type { Section } from "./report-text.ts";
import type { ReportSpan } from "./span.ts";

/** What a draft is told from besides the figures: what the site has set itself, where it has. */
export interface DraftTargets {
  /** Showings of the span; of a year twelve times a month's. */
  readonly showings: number | undefined;
  readonly training: number | undefined;
  /** Minutes of a year; months have no such target. */
  readonly minutes: number | undefined;
  /** Download days a week. */
  readonly downloadDays: number;
}

/** What a draft is told from. */
export interface DraftFacts {
  readonly span: ReportSpan;
  readonly figures: Figures;
  readonly targets: DraftTargets;
  /** Whether the span is not over: a target is not yet missed then. */
  readonly open: boolean;
  /** The names of posts, as the duty roster's form has them, in the language of the draft. */
  readonly posts: readonly string[];
}

/** The sentences of each part of a report in one language; a sentence of something that did not happen is left out. */
export type DraftWords = Readonly<Record<Section, (facts: DraftFacts) => readonly string[]>>;

/** Weeks that are over, and on how many of them the site was online as often as it means to be. */
export const weeksKept = (
  { weeks }: Figures,
  target: number,
): { readonly over: number; readonly kept: number } => {
  const over = weeks.filter(({ open }) => !open);
  return { over: over.length, kept: over.filter(({ days }) => days >= target).length };
};
