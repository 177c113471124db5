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
import { useDependencies, useIdentity, useSnapshot } from "../../app/library-context.tsx";
import { usePreferences } from "../../app/preferences.tsx";
import { useShowings } from "../../app/showings.ts";
import { useSchedule, useSiteTime } from "../../app/site-records.ts";
import { useDownloadTarget, useSiteTargets } from "../../app/site-target.ts";
import { useStandings } from "../../app/use-standings.ts";

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

/** A report with all that stands in it, and what can be done to it. */
export interface Report {
  readonly span: ReportSpan;
  readonly figures: Figures;
  readonly targets: DraftTargets;
  /** The span is not over. */
  readonly open: boolean;
  readonly parts: readonly ReportPart[];
  readonly kept: KeptReport;
  write(section: Section, text: string | undefined): Promise<boolean>;
  mark(sent: boolean): Promise<boolean>;
}

/** A report, drafted from the books and with the site's own words where it has any. */
export const useReport = (span: ReportSpan): Report => {
  const bench = useReportBench();
  const { library } = useDependencies();
  const { records } = useSnapshot();
  const { site } = useIdentity();
  const { language } = usePreferences();
  const { date: today } = useSiteTime();
  const { targets: set } = useSiteTargets();
  const { days } = useDownloadTarget();
  const figures = useMemo(() => figuresOf(bench, span), [bench, span]);
  const targets = targetsOf(span, set, days);
  const kept = readReport(records.get(reportRecordId(span, site)), site);
  const open = (monthsOf(span).at(-1) ?? "") >= monthOf(today);
  const keep = async (changes: Changes): Promise<boolean> =>
    (await library.apply(() => ok(changes))).ok;
  return {
    span,
    figures,
    targets,
    open,
    kept,
    parts: sectionsOf(span).map((section) => {
      const own = kept.texts[section];
      return {
        section,
        text: own ?? draftOf(section, { span, figures, targets, open, language }),
        own: own !== undefined,
      };
    }),
    write: (section, text) => keep(writeSection(span, section, text, site)),
    mark: (sent) => keep(markSent(span, sent ? today : undefined, site)),
  };
};
