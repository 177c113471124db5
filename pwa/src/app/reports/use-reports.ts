import type { Changes } from "@dianbo/shared/changes";
import { readLedgers } from "@dianbo/shared/ledger-book";
import {
  figuresOf,
  layOut,
  markSent,
  type ReportBench,
  type ReportSpan,
  readLearningUses,
  type Section,
  writeSection,
} from "@dianbo/shared/report";
import { ok } from "@dianbo/shared/result";
import { readRollCounts } from "@dianbo/shared/roll-call";
import { findSession } from "@dianbo/shared/session";
import { useMemo } from "react";
import { useDependencies, useIdentity, useSnapshot } from "../library-context.tsx";
import { usePreferences } from "../preferences.tsx";
import { useShowings } from "../showings.ts";
import { questionsOf, useSchedule, useSiteTime } from "../site-records.ts";
import { useDownloadTarget, useSiteTargets } from "../site-target.ts";
import { useStandings } from "../use-standings.ts";
import { composeReport, type ReportContent, type ReportDesk } from "./compose-report.ts";

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

/** A report, and what can be done to it. */
export interface Report extends ReportContent {
  write(section: Section, text: string | undefined): Promise<boolean>;
  mark(sent: boolean): Promise<boolean>;
}

/** Everything that any report is composed with. */
export const useReportDesk = (): ReportDesk => {
  const { records } = useSnapshot();
  const { site } = useIdentity();
  const { language } = usePreferences();
  const { date: today } = useSiteTime();
  const { targets } = useSiteTargets();
  const { days } = useDownloadTarget();
  return { records, site, language, today, targets, days };
};

/** One report, to be read and changed. */
export const useReport = (span: ReportSpan): Report => {
  const bench = useReportBench();
  const desk = useReportDesk();
  const { library } = useDependencies();
  const { site, today } = desk;
  const keep = async (changes: Changes): Promise<boolean> =>
    (await library.apply(() => ok(changes))).ok;
  const figures = useMemo(() => figuresOf(bench, span), [bench, span]);
  return {
    ...composeReport(span, figures, desk),
    write: (section, text) => keep(writeSection(span, section, text, site)),
    mark: (sent) => keep(markSent(span, sent ? today : undefined, site)),
  };
};
