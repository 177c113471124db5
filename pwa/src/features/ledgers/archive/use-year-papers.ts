import { useMemo } from "react";
import { usePreferences } from "../../../app/preferences.tsx";
import { useReportWords } from "../../../app/reports/report-words.ts";
import { useReportBench, useReportDesk } from "../../../app/reports/use-reports.ts";
import { useShowings } from "../../../app/showings.ts";
import { useRegister } from "../../../app/site-records.ts";
import { useRowRemarks } from "../book-rows.tsx";
import { useLedgerWords } from "../ledger-words.ts";
import { usePersonal } from "../personal-context.tsx";
import { useLedgers, useRollCounts } from "../use-ledgers.ts";
import { useBookSources } from "../written/use-book-sources.ts";
import { type ArchivePaper, yearPapers } from "./year-papers.ts";

/** A year's papers as the books stand now; names are in them only where they are asked for. */
export const useYearPapers = (year: number, withNames: boolean): readonly ArchivePaper[] => {
  const sources = useBookSources();
  const { ledgers, kept } = useLedgers();
  const register = useRegister();
  const showings = useShowings();
  const bench = useReportBench();
  const desk = useReportDesk();
  const reportWords = useReportWords();
  const counts = useRollCounts();
  const { people, rolls, cellsOf } = usePersonal();
  const remarksOf = useRowRemarks();
  const words = useLedgerWords();
  const { language } = usePreferences();
  // Drawn anew only where the year, the choice or a book has changed: the rest follows from those.
  // biome-ignore lint/correctness/useExhaustiveDependencies: every other source is made of these
  return useMemo(
    () =>
      yearPapers(year, {
        ...sources,
        ledgers,
        kept,
        register,
        showings,
        bench,
        desk,
        reportWords,
        rolls: { people, rolls, counts },
        pen: {
          siteName: sources.siteName,
          personalOf: withNames ? cellsOf : () => ({}),
          remarksOf,
          language,
          words,
        },
        withNames,
      }),
    [
      year,
      withNames,
      bench,
      kept,
      cellsOf,
      people,
      rolls,
      counts,
      sources.schedule,
      sources.standings,
      sources.siteName,
      language,
    ],
  );
};
