/** Reports: month, quarter and year told from the site's books; what was drafted, written and sent up. */
export {
  CARD_LENGTH,
  type Card,
  type CardChange,
  type CardProblem,
  makeCard,
  missingSites,
  readCard,
  readKeptCards,
  sumCards,
  takeCards,
} from "./card.ts";
export { draftOf, targetsOf } from "./draft.ts";
export { type DraftTargets, weeksKept } from "./draft-words.ts";
export type { ReportFacts } from "./facts.ts";
export type { BranchFigures, Figures, MonthFigures } from "./figures.ts";
export { figuresOf } from "./figures-of.ts";
export { layOut, type ReportBench } from "./lay-out.ts";
export {
  type AskedShowing,
  answerUse,
  LEARNING_USE_KIND,
  learningUseId,
  readLearningUses,
  showingsToAsk,
} from "./learning-use.ts";
export {
  type PlanReason,
  type ProposedRow,
  paceOf,
  proposePlan,
} from "./propose-plan.ts";
export {
  type KeptReport,
  markSent,
  readReport,
  reportRecordId,
  SECTION_LENGTH,
  type Section,
  sectionsOf,
  writeSection,
} from "./report-text.ts";
export { monthsOf, quarterOf, type ReportSpan, readSpan, spanKey, yearOf } from "./span.ts";
