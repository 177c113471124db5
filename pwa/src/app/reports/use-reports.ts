import type { Changes } from "@dianbo/shared/changes";
import { readLedgers } from "@dianbo/shared/ledger-book";
import {
  type DraftTargets,
  draftOf,
  type Figures,
  figuresOf,
  type KeptReport,
  layOut,
  markSent,
  monthsOf,
  type ReportBench,
  type ReportSpan,
  readLearningUses,
  readReport,
  reportRecordId,
  type Section,
  sectionsOf,
  targetsOf,
  writeSection,
} from "@dianbo/shared/report";
import { ok } from "@dianbo/shared/result";
import { readRollCounts } from "@dianbo/shared/roll-call";
import { findSession, monthOf } from "@dianbo/shared/session";
import { useMemo } from "react";
import { useDependencies, useIdentity, useSnapshot } from "../library-context.tsx";
import { usePreferences } from "../preferences.tsx";
import { useShowings } from "../showings.ts";
import { questionsOf, useSchedule, useSiteTime } from "../site-records.ts";
import { useDownloadTarget, useSiteTargets } from "../site-target.ts";
import { useStandings } from "../use-standings.ts";

/** The site's books laid out for reports; anew only when one of them changed. */
export const useReportBench = (): ReportBench => {
  const { records, items, downloads } = useSnapshot();
  const { site } = useIdentity();
  const { date: today } = useSiteTime();
  const showings = useShowings();
  const wishes = useStandings();
  const schedule = useSchedule();
  return useMemo(
    () =>
      layOut({
        showings,
        rolls: readRollCounts(records.values(), site),
        downloads: downloads.values(),
        wishes,
        items,
        ledgers: readLedgers(records.values(), site),
        uses: readLearningUses(records.values(), site),
        questions: questionsOf(records, site).questions,
        branches: schedule.branches,
        branchOf: (session) => findSession(schedule, session)?.branch ?? undefined,
        today,
      }),
    [records, items, downloads, site, today, showings, wishes, schedule],
  );
};

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

/** A report, and what can be done to it. */
export interface Report extends ReportContent {
  write(section: Section, text: string | undefined): Promise<boolean>;
  mark(sent: boolean): Promise<boolean>;
}

/** Makes any report: drafted from the books, with the site's own words where it has any. */
export const useReportMaker = (): {
  readonly bench: ReportBench;
  readonly make: (span: ReportSpan, figures: Figures) => ReportContent;
} => {
  const bench = useReportBench();
  const { records } = useSnapshot();
  const { site } = useIdentity();
  const { language } = usePreferences();
  const { date: today } = useSiteTime();
  const { targets: set } = useSiteTargets();
  const { days } = useDownloadTarget();
  const make = (span: ReportSpan, figures: Figures): ReportContent => {
    const targets = targetsOf(span, set, days);
    const kept = readReport(records.get(reportRecordId(span, site)), site);
    const open = (monthsOf(span).at(-1) ?? "") >= monthOf(today);
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
  return { bench, make };
};

/** One report, to be read and changed. */
export const useReport = (span: ReportSpan): Report => {
  const { bench, make } = useReportMaker();
  const { library } = useDependencies();
  const { site } = useIdentity();
  const { date: today } = useSiteTime();
  const keep = async (changes: Changes): Promise<boolean> =>
    (await library.apply(() => ok(changes))).ok;
  const figures = useMemo(() => figuresOf(bench, span), [bench, span]);
  return {
    ...make(span, figures),
    write: (section, text) => keep(writeSection(span, section, text, site)),
    mark: (sent) => keep(markSent(span, sent ? today : undefined, site)),
  };
};
