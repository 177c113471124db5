import {
  figuresOf,
  monthsOf,
  quarterOf,
  type ReportBench,
  type ReportSpan,
  readReport,
  reportRecordId,
  spanKey,
  yearOf,
} from "@dianbo/shared/report";
import { monthOf, plusDays } from "@dianbo/shared/session";
import { Check, ChevronLeft, ChevronRight, FolderOpen, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useIdentity, useSnapshot } from "../../app/library-context.tsx";
import { useReportWords } from "../../app/reports/report-words.ts";
import { dueDay, lastDayOf, shortMonth, spanHref } from "../../app/reports/span-words.ts";
import { useReportBench } from "../../app/reports/use-reports.ts";
import { useSiteTime } from "../../app/site-records.ts";
import { useSiteTargets } from "../../app/site-target.ts";
import { BackLink } from "../../design/back-link.tsx";
import { Button } from "../../design/button.tsx";
import { dayInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import css from "./reports.module.css";
import { TargetsSheet } from "./targets-sheet.tsx";

/** So many days a report that was due is still asked for. */
const LATE_DAYS = 31;

const State = ({ span }: { readonly span: ReportSpan }) => {
  const words = useReportWords();
  const { records } = useSnapshot();
  const { site } = useIdentity();
  const { date: today } = useSiteTime();
  const { targets } = useSiteTargets();
  const { sentOn } = readReport(records.get(reportRecordId(span, site)), site);
  const due = targets.reportDay === undefined ? undefined : dueDay(span, targets.reportDay);
  if (sentOn !== undefined) {
    return (
      <span className="st ok small">
        <Icon of={Check} size={18} />
        {words.sent(dayInWords(sentOn, today))}
      </span>
    );
  }
  if (due === undefined || (lastDayOf(span) ?? today) >= today) return null;
  // Nobody is reminded of what lies long behind, or lay there before the day was set.
  if (due < plusDays(today, -LATE_DAYS)) return <span className="hint">{words.unsent}</span>;
  return due < today ? (
    <span className="st warn small">
      <Icon of={TriangleAlert} size={18} />
      {words.late(dayInWords(due, today))}
    </span>
  ) : (
    <span className="small">{words.due(dayInWords(due, today))}</span>
  );
};

const ReportRow = ({
  span,
  name,
  bench,
}: {
  readonly span: ReportSpan;
  readonly name: string;
  readonly bench: ReportBench;
}) => {
  const words = useReportWords();
  const { showings, people, minutes } = figuresOf(bench, span);
  return (
    <li>
      <a href={spanHref(span)} className={css.row}>
        <b>{name}</b>
        <span className="grow">{words.row(showings, people, minutes)}</span>
        <State span={span} />
      </a>
    </li>
  );
};

/** The reports of a year, the latest month first, beside what the site means to reach. */
export const ReportsRoom = () => {
  const words = useReportWords();
  const { date: today } = useSiteTime();
  const bench = useReportBench();
  const now = monthOf(today);
  const [year, setYear] = useState(yearOf(now).year);
  const span: ReportSpan = { type: "year", year };
  const months = monthsOf(span)
    .filter((month) => month <= now && month >= bench.first)
    .reverse();
  const quarters = new Map(months.map(quarterOf).map((one) => [spanKey(one), one]));
  return (
    <main className={`main ${css.main ?? ""}`}>
      <div className="head">
        <BackLink to="#/ledgers" name={words.toLedgers} />
        <h1>{words.title}</h1>
        <span className="small">{words.lede}</span>
        <a className="btn end" href="#/reports/cards">
          <Icon of={FolderOpen} />
          {words.cards.door}
        </a>
      </div>
      <div className={css.halves}>
        <section className={`sheet ${css.shelf ?? ""}`} aria-labelledby="reports-year">
          <div className={css.yearHead}>
            <Button
              look="text"
              aria-label={words.previousYear}
              disabled={year <= yearOf(bench.first).year}
              onClick={() => setYear(year - 1)}
            >
              <Icon of={ChevronLeft} />
            </Button>
            <h2 id="reports-year">{words.year(year)}</h2>
            <Button
              look="text"
              aria-label={words.nextYear}
              disabled={year >= yearOf(now).year}
              onClick={() => setYear(year + 1)}
            >
              <Icon of={ChevronRight} />
            </Button>
          </div>
          {months.length === 0 ? <p className={css.none}>{words.nothingYet}</p> : null}
          <ul>
            <ReportRow span={span} name={words.names.year(year)} bench={bench} />
            {[...quarters.values()].map((one) => (
              <ReportRow
                key={spanKey(one)}
                span={one}
                name={words.shortQuarter(one.quarter)}
                bench={bench}
              />
            ))}
            {months.map((month) => (
              <ReportRow
                key={month}
                span={{ type: "month", month }}
                name={shortMonth(month, words)}
                bench={bench}
              />
            ))}
          </ul>
        </section>
        <TargetsSheet bench={bench} />
      </div>
    </main>
  );
};
