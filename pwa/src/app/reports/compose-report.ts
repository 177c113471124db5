import type { RecordState } from "@dianbo/shared/changes";
import type { CivilDate } from "@dianbo/shared/clock";
import type { RecordId, SiteId } from "@dianbo/shared/identity";
import type { Language } from "@dianbo/shared/language";
import type { SiteTargets } from "@dianbo/shared/ledger";
import {
  type DraftTargets,
  draftOf,
  type Figures,
  type KeptReport,
  monthsOf,
  type ReportSpan,
  readReport,
  reportRecordId,
  type Section,
  sectionsOf,
  targetsOf,
} from "@dianbo/shared/report";
import { monthOf } from "@dianbo/shared/session";

/** One part of a report in words. */
export interface ReportPart {
  readonly section: Section;
  readonly text: string;
  /** The site has written it itself. */
  readonly own: boolean;
}

/** A report with all that stands in it. */
export interface ReportContent {
  readonly span: ReportSpan;
  readonly figures: Figures;
  readonly targets: DraftTargets;
  /** The span is not over. */
  readonly open: boolean;
  readonly parts: readonly ReportPart[];
  readonly kept: KeptReport;
}

/** What a report is composed with besides its figures. */
export interface ReportDesk {
  readonly records: ReadonlyMap<RecordId, RecordState>;
  readonly site: SiteId;
  readonly language: Language;
  readonly today: CivilDate;
  readonly targets: SiteTargets;
  /** Download days a week that the site means to reach. */
  readonly days: number;
}

/** A report: drafted from its figures, with the site's own words where it has any. */
export const composeReport = (
  span: ReportSpan,
  figures: Figures,
  desk: ReportDesk,
): ReportContent => {
  const { site, language } = desk;
  const targets = targetsOf(span, desk.targets, desk.days);
  const kept = readReport(desk.records.get(reportRecordId(span, site)), site);
  const open = (monthsOf(span).at(-1) ?? "") >= monthOf(desk.today);
  const parts = sectionsOf(span).map((section) => {
    const own = kept.texts[section];
    return {
      section,
      text: own ?? draftOf(section, { span, figures, targets, open, language }),
      own: own !== undefined,
    };
  });
  return { span, figures, targets, open, kept, parts };
};
