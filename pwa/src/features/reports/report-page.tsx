import {
  quarterOf,
  type ReportSpan,
  SECTION_LENGTH,
  type Section,
  yearOf,
} from "@dianbo/shared/report";
import { CalendarPlus, Check, ChevronLeft, ChevronRight, PencilLine, Printer } from "lucide-react";
import { useState } from "react";
import { useIdentity } from "../../app/library-context.tsx";
import { usePreferences } from "../../app/preferences.tsx";
import { reportDocument } from "../../app/reports/report-document.ts";
import { useReportWords } from "../../app/reports/report-words.ts";
import { neighbour, spanHref, spanName } from "../../app/reports/span-words.ts";
import { type Report, useReport } from "../../app/reports/use-reports.ts";
import { useSchedule, useSiteTime } from "../../app/site-records.ts";
import { useSiteTargets } from "../../app/site-target.ts";
import { Button } from "../../design/button.tsx";
import { dayInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { PrintDeskSheet, PrintFrame } from "../../design/print-frame.tsx";
import { planProposal as english } from "../../locales/en/plan-proposal.ts";
import { planProposal } from "../../locales/zh-CN/plan-proposal.ts";
import paper from "./report-paper.module.css";
import { ReportPaper } from "./report-paper.tsx";
import css from "./reports.module.css";
import { SaveCard } from "./save-card.tsx";
import { SaveReport } from "./save-report.tsx";

/** The box of one part: what is typed is kept when one leaves it. */
const PartBox = ({
  part,
  heading,
  write,
}: {
  readonly part: Report["parts"][number];
  readonly heading: string;
  readonly write: Report["write"];
}) => {
  const words = useReportWords();
  const [typed, setTyped] = useState<string>();
  const [failed, setFailed] = useState(false);
  const keep = async (section: Section, text: string | undefined): Promise<void> => {
    const kept = await write(section, text);
    setFailed(!kept);
    if (kept) setTyped(undefined);
  };
  const value = typed ?? part.text;
  return (
    <div className={paper.box}>
      <textarea
        aria-label={heading}
        value={value}
        maxLength={SECTION_LENGTH}
        rows={Math.min(10, Math.max(2, Math.ceil(value.length / 40)))}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          if (typed !== undefined && typed !== part.text) void keep(part.section, typed);
        }}
      />
      {part.own ? (
        <p className={paper.own}>
          {words.own}
          <Button look="text" onClick={() => void keep(part.section, undefined)}>
            {words.fromFigures}
            <span className="visually-hidden">{heading}</span>
          </Button>
        </p>
      ) : null}
      {failed ? <p role="alert">{words.notKept}</p> : null}
    </div>
  );
};

const Sent = ({ report }: { readonly report: Report }) => {
  const words = useReportWords();
  const { date: today } = useSiteTime();
  const [failed, setFailed] = useState(false);
  const { sentOn } = report.kept;
  const mark = async (sent: boolean): Promise<void> => setFailed(!(await report.mark(sent)));
  return (
    <div className={css.sent}>
      {sentOn === undefined ? (
        <Button icon={<Icon of={Check} />} onClick={() => void mark(true)}>
          {words.markSent}
        </Button>
      ) : (
        <>
          <span className="st ok">
            <Icon of={Check} />
            {words.sent(dayInWords(sentOn, today))}
          </span>
          <Button look="text" onClick={() => void mark(false)}>
            {words.unmarkSent}
          </Button>
        </>
      )}
      {failed ? <span role="alert">{words.notKept}</span> : null}
    </div>
  );
};

const Others = ({ span }: { readonly span: ReportSpan }) => {
  const words = useReportWords();
  const [before, after] = [neighbour(span, -1), neighbour(span, 1)];
  const wider: readonly ReportSpan[] =
    span.type === "month"
      ? [quarterOf(span.month), yearOf(span.month)]
      : span.type === "quarter"
        ? [{ type: "year", year: span.year }]
        : [];
  return (
    <nav className={css.others} aria-label={words.title}>
      <span>
        <a className="btn" href={spanHref(before)} aria-label={words.previous}>
          <Icon of={ChevronLeft} />
        </a>
        <a className="btn" href={spanHref(after)} aria-label={words.next}>
          <Icon of={ChevronRight} />
        </a>
      </span>
      {wider.map((one) => (
        <a key={spanName(one, words)} href={spanHref(one)}>
          {spanName(one, words)}
        </a>
      ))}
    </nav>
  );
};

/** A report: its page as it prints beside what can be done with it. */
export const ReportPage = ({ span }: { readonly span: ReportSpan }) => {
  const words = useReportWords();
  const { siteName } = useIdentity();
  const { date: today } = useSiteTime();
  const { branches } = useSchedule();
  const { targets } = useSiteTargets();
  const { language } = usePreferences();
  const report = useReport(span);
  const [editing, setEditing] = useState(false);
  const stand = report.open ? words.upTo(dayInWords(today, today)) : words.whole;
  return (
    <PrintFrame
      title={spanName(span, words)}
      back="#/reports"
      backName={words.back}
      size="A4"
      previewName={words.preview}
      desk={
        <PrintDeskSheet
          name={words.title}
          foot={
            <Button look="go" icon={<Icon of={Printer} />} onClick={() => print()}>
              {words.print}
            </Button>
          }
        >
          <Others span={span} />
          <Button
            icon={<Icon of={editing ? Check : PencilLine} />}
            aria-pressed={editing}
            onClick={() => setEditing(!editing)}
          >
            {editing ? words.editDone : words.edit}
          </Button>
          {editing ? <p className="small">{words.editHint}</p> : null}
          <SaveReport
            make={(format) =>
              reportDocument(report, format, {
                siteName,
                stand,
                branches,
                branchTargets: targets.branches,
                words,
              })
            }
          />
          <SaveCard span={span} figures={report.figures} />
          {span.type === "year" ? (
            <a className="btn" href={`#/reports/plan/${span.year}`}>
              <Icon of={CalendarPlus} />
              {(language === "en" ? english : planProposal).door(span.year + 1)}
            </a>
          ) : null}
          <Sent report={report} />
        </PrintDeskSheet>
      }
    >
      <ReportPaper
        report={report}
        stand={stand}
        textOf={(part, heading) =>
          editing ? (
            <PartBox part={part} heading={heading} write={report.write} />
          ) : (
            <p className={paper.words}>{part.text}</p>
          )
        }
      />
    </PrintFrame>
  );
};
