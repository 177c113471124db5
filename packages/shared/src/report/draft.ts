import type { Language } from "../language/index.ts";
import type { SiteTargets } from "../ledger/index.ts";
import { allForms, nameIn } from "../ledger-book/index.ts";
import { draftEn } from "./draft-en.ts";
import type { DraftTargets, DraftWords } from "./draft-words.ts";
import { draftZh } from "./draft-zh.ts";
import type { Figures } from "./figures.ts";
import type { Section } from "./report-text.ts";
import { monthsOf, type ReportSpan } from "./span.ts";

const WORDS: Readonly<Record<Language, DraftWords>> = { "zh-CN": draftZh, en: draftEn };

const times = (count: number, figure: number | undefined): number | undefined =>
  figure === undefined ? undefined : figure * count;

/** What the site means to reach in a span; `undefined` where it has set itself nothing. */
export const targetsOf = (
  span: ReportSpan,
  targets: SiteTargets,
  downloadDays: number,
): DraftTargets => {
  const months = monthsOf(span).length;
  return {
    showings: times(months, targets.showings),
    training: times(months, targets.training),
    minutes: span.type === "year" ? times(60, targets.hours) : undefined,
    downloadDays,
  };
};

/** What the duty roster's form calls the posts. */
const postNames = (ids: readonly string[], language: Language): readonly string[] => {
  const field = allForms([])
    .find(({ id }) => id === "posts")
    ?.fields.find(({ id }) => id === "post");
  const options = field?.kind.type === "choice" ? field.kind.options : [];
  return options.flatMap(({ id, name }) => (ids.includes(id) ? [nameIn(name, language)] : []));
};

/** A part of a report as the figures tell it: what happened, nothing more; what did not happen is said once. */
export const draftOf = (
  section: Section,
  facts: {
    readonly span: ReportSpan;
    readonly figures: Figures;
    readonly targets: DraftTargets;
    readonly open: boolean;
    readonly language: Language;
  },
): string =>
  WORDS[facts.language]
    [section]({ ...facts, posts: postNames(facts.figures.posts, facts.language) })
    .filter(Boolean)
    .join(facts.language === "en" ? " " : "");
