import { CATEGORY_NAMES } from "@dianbo/shared/category";
import type { Section } from "@dianbo/shared/report";
import type { ReactNode } from "react";
import { useIdentity } from "../../app/library-context.tsx";
import { branchTable, monthTable, rollTable, wishTable } from "../../app/reports/report-tables.ts";
import { type ReportWords, useReportWords } from "../../app/reports/report-words.ts";
import { shortMonth, spanName } from "../../app/reports/span-words.ts";
import type { Report } from "../../app/reports/use-reports.ts";
import { useSchedule } from "../../app/site-records.ts";
import { useSiteTargets } from "../../app/site-target.ts";
import { DigitBlock, NumberTag } from "../../design/number-tag.tsx";
import type { OfficeTable } from "../../office-files/index.ts";
import { ColumnChart } from "./column-chart.tsx";
import css from "./report-paper.module.css";

/** So many of what was played most stand on paper. */
const MOST = 5;

const Ruled = ({
  table,
  sums = false,
}: {
  readonly table: OfficeTable;
  readonly sums?: boolean;
}) => (
  <table className={sums ? css.sums : undefined}>
    <thead>
      <tr>
        {table.columns.map(({ name }) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {table.rows.map((cells) => (
        <tr key={String(cells[0])}>
          {table.columns.map(({ name }, at) => (
            <td key={name}>{cells[at]}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const Months = ({ report, words }: { readonly report: Report; readonly words: ReportWords }) => {
  const { figures } = report;
  const { targets } = useSiteTargets();
  if (figures.months.length === 1) return null;
  const about = words.showingsChart(targets.showings);
  return (
    <>
      <p className={css.about}>{about}</p>
      <ColumnChart
        name={`${about} ${figures.months.map((one) => `${shortMonth(one.month, words)} ${one.showings}`).join("; ")}`}
        target={targets.showings}
        columns={figures.months.map((one) => ({
          key: one.month,
          value: one.showings,
          above: one.ahead ? words.ahead : one.showings === 0 ? "0" : String(one.people),
          below: shortMonth(one.month, words),
        }))}
      />
      <Ruled table={monthTable(figures, words)} sums />
    </>
  );
};

const Weeks = ({ report, words }: { readonly report: Report; readonly words: ReportWords }) => {
  const { figures, targets } = report;
  if (figures.weeks.length === 0) return null;
  const about = words.weeksChart(targets.downloadDays);
  const every = Math.ceil(figures.weeks.length / 9);
  return (
    <>
      <p className={css.about}>{about}</p>
      <ColumnChart
        low
        name={`${about} ${figures.weeks.map(({ monday, days }) => `${monday} ${days}`).join("; ")}`}
        target={targets.downloadDays}
        columns={figures.weeks.map(({ monday, days }, at) => ({
          key: monday,
          value: days,
          above: "",
          below: at % every === 0 ? `${Number(monday.slice(5, 7))}-${Number(monday.slice(8))}` : "",
        }))}
      />
    </>
  );
};

const Categories = ({
  report,
  words,
}: {
  readonly report: Report;
  readonly words: ReportWords;
}) => {
  const rows = report.figures.categories.filter(
    ({ category, plays }) => category !== undefined || plays > 0,
  );
  const most = Math.max(1, ...rows.map(({ minutes }) => minutes));
  return (
    <>
      <h3>{words.categories}</h3>
      <ul className={css.categories}>
        {rows.map(({ category, plays, minutes }) => (
          <li key={category ?? 0}>
            {category === undefined ? <span /> : <DigitBlock digit={category} />}
            <span>{category === undefined ? words.noCategory : CATEGORY_NAMES[category]}</span>
            <span>
              <i
                className={css.stripe}
                style={{
                  width: `${(minutes / most) * 100}%`,
                  background: category === undefined ? "#666" : `var(--c${category})`,
                }}
              />
            </span>
            <b>{words.minutesOf(minutes)}</b>
            <span>{words.plays(plays)}</span>
          </li>
        ))}
      </ul>
    </>
  );
};

const Most = ({ report, words }: { readonly report: Report; readonly words: ReportWords }) => (
  <>
    <h3>{words.most}</h3>
    {report.figures.played.length === 0 ? <p>{words.nothingPlayed}</p> : null}
    <ol className={css.most}>
      {report.figures.played.slice(0, MOST).map(({ key, title, number, plays }) => (
        <li key={key}>
          {number === undefined ? <span /> : <NumberTag number={number} size="s" />}
          <span>{title}</span>
          <span>{words.times(plays)}</span>
        </li>
      ))}
    </ol>
  </>
);

/** A table under its own heading; nothing where it has no row. */
const Beside = ({ table }: { readonly table: OfficeTable }) =>
  table.rows.length === 0 ? null : (
    <>
      <h3>{table.name}</h3>
      <Ruled table={table} />
    </>
  );

const Branches = ({ report, words }: { readonly report: Report; readonly words: ReportWords }) => {
  const { branches } = useSchedule();
  const { targets } = useSiteTargets();
  return branches.length === 0 ? null : (
    <>
      <h3>{words.branches}</h3>
      <Ruled table={branchTable(report.figures, branches, targets.branches, words)} />
      <Beside table={rollTable(report.figures, branches, words)} />
    </>
  );
};

/** Wishes as squares, those met filled; more than three rows of them are told in figures alone. */
const SQUARES = 40;

const Wishes = ({ report, words }: { readonly report: Report; readonly words: ReportWords }) => {
  const { noted, met } = report.figures.wishes;
  return (
    <>
      {noted === 0 || noted > SQUARES ? null : (
        <div className={css.squares} role="img" aria-label={words.wishes(noted, met)}>
          {Array.from({ length: noted }, (_, at) => (
            <i key={at} className={at < met ? css.met : undefined} />
          ))}
        </div>
      )}
      <Beside table={wishTable(report.figures, words)} />
    </>
  );
};

const beneath = (section: Section, report: Report, words: ReportWords): ReactNode => {
  switch (section) {
    case "courseware":
      return <Weeks report={report} words={words} />;
    case "showings":
      return (
        <>
          <Months report={report} words={words} />
          <Categories report={report} words={words} />
          <Most report={report} words={words} />
          <Branches report={report} words={words} />
        </>
      );
    case "results":
      return <Wishes report={report} words={words} />;
    case "organisation":
    case "rules":
    case "training":
    case "difficulties":
    case "next":
      return null;
  }
};

/** A report on A4: its figures, its words, tables and charts, lines for signature and stamp. */
export const ReportPaper = ({
  report,
  stand,
  textOf,
}: {
  readonly report: Report;
  /** Up to which day it counts. */
  readonly stand: string;
  /** A part's words, or the box in which they are changed. */
  readonly textOf: (part: Report["parts"][number], heading: string) => ReactNode;
}) => {
  const words = useReportWords();
  const { siteName } = useIdentity();
  const { figures, parts } = report;
  const inHours = figures.minutes >= 60;
  return (
    <article className={`paper ${css.page ?? ""}`}>
      <style>{"@page{margin:14mm 0}"}</style>
      <header>
        <p>{siteName}</p>
        <h2>{spanName(report.span, words)}</h2>
        <p className={css.about}>{stand}</p>
      </header>
      <dl className={css.heroes}>
        {[
          [figures.showings, words.figures.showings],
          [figures.people, words.figures.people],
          [
            inHours ? Math.floor(figures.minutes / 6) / 10 : figures.minutes,
            inHours ? words.figures.hours : words.figures.minutes,
          ],
          [figures.played.length, words.figures.titles(figures.held)],
        ].map(([value, name]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {parts.map((part, at) => {
        const heading = words.heading(words.ordinals[at] ?? "", words.sections[part.section]);
        return (
          <section key={part.section}>
            <h2 className={css.part}>{heading}</h2>
            {textOf(part, heading)}
            {beneath(part.section, report, words)}
          </section>
        );
      })}
      <footer className={css.signed}>
        {words.signatures.map((one) => (
          <span key={one}>{one}＿＿＿＿＿＿</span>
        ))}
        <span>{words.stamp}</span>
        <span>{words.dated}</span>
      </footer>
    </article>
  );
};
