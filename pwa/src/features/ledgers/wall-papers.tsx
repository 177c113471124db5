import { nextSession } from "@dianbo/shared/session";
import { Printer } from "lucide-react";
import { useEffect, useState } from "react";
import * as v from "valibot";
import { useDependencies, useIdentity, useSnapshot } from "../../app/library-context.tsx";
import { sessionName, whenAndWhere } from "../../app/session-words.ts";
import { useSchedule, useSiteTime } from "../../app/site-records.ts";
import { useDownloadTarget } from "../../app/site-target.ts";
import { Button } from "../../design/button.tsx";
import { dayAndWeekday, dayInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { DeskChoice, PrintDeskSheet, PrintFrame } from "../../design/print-frame.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./ledger-paper.module.css";
import { useLedgerWords } from "./ledger-words.ts";

const PrintButton = () => {
  const words = useLedgerWords().paper;
  return (
    <Button look="go" icon={<Icon of={Printer} />} onClick={() => print()}>
      {words.printNow}
    </Button>
  );
};

/** The four rules for the wall (四项制度), one or all, with the site's own figures in them. */
export const RulesPrint = () => {
  const all = useLedgerWords();
  const words = all.rulesPaper;
  const { siteName } = useIdentity();
  const { date: today } = useSiteTime();
  const { days } = useDownloadTarget();
  const [which, setWhich] = useState("");
  const shown = words.sheets.filter(({ name }) => which === "" || name === which);
  return (
    <PrintFrame
      title={words.title}
      back="#/ledgers"
      backName={all.back}
      size="A4"
      previewName={all.paper.preview}
      desk={
        <PrintDeskSheet name={words.title} foot={<PrintButton />}>
          <DeskChoice name={words.which}>
            <select value={which} onChange={(event) => setWhich(event.target.value)}>
              <option value="">{words.title}</option>
              {words.sheets.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </DeskChoice>
        </PrintDeskSheet>
      }
    >
      {shown.map(({ name, rules }) => (
        <section
          key={name}
          className={`paper ${css.sheet ?? ""} ${css.upright ?? ""} ${css.wall ?? ""}`}
        >
          <h2>{name}</h2>
          <ol>
            {rules(days).map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ol>
          <p className={css.foot}>{words.foot(siteName, dayInWords(today, ""))}</p>
        </section>
      ))}
    </PrintFrame>
  );
};

const backedUpSchema = v.object({ at: v.number() });

/** The day of the last backup, where there was one. */
const useLastBackup = (): string | undefined => {
  const { library } = useDependencies();
  const [day, setDay] = useState<string>();
  useEffect(() => {
    let left = false;
    void library.readMemo("last-backup").then((memo) => {
      const read = v.safeParse(backedUpSchema, memo);
      if (!left && read.success)
        setDay(new Date(read.output.at + 8 * 3_600_000).toISOString().slice(0, 10));
    });
    return () => {
      left = true;
    };
  }, [library]);
  return day;
};

/** The administrator's day on one page, from this site's own settings: its target, its next session, its backup. */
export const GuidePrint = () => {
  const all = useLedgerWords();
  const words = all.guidePaper;
  const { schedule: scheduleWords } = useWords();
  const { siteName } = useIdentity();
  const { menus } = useSnapshot();
  const schedule = useSchedule();
  const now = useSiteTime();
  const { days } = useDownloadTarget();
  const backup = useLastBackup();
  const session = nextSession(schedule, now);
  const facts = {
    weekly: days,
    next:
      session === undefined
        ? undefined
        : [
            dayAndWeekday(session.date, now.date),
            whenAndWhere(session, scheduleWords),
            sessionName(session, menus, scheduleWords),
          ].join(" "),
    backup: backup === undefined ? undefined : dayInWords(backup, now.date),
  };
  return (
    <PrintFrame
      title={words.title}
      back="#/ledgers"
      backName={all.back}
      size="A4"
      previewName={all.paper.preview}
      desk={
        <PrintDeskSheet name={words.title} foot={<PrintButton />}>
          {all.guide.about}
        </PrintDeskSheet>
      }
    >
      <section className={`paper ${css.sheet ?? ""} ${css.upright ?? ""} ${css.guide ?? ""}`}>
        <h2>{words.title}</h2>
        <p className={css.block}>{words.of(siteName)}</p>
        <div className={css.steps}>
          {words.steps.flatMap(({ name, lines }) => [
            <h3 key={`${name}-name`}>{name}</h3>,
            <ul key={name}>
              {lines(facts).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>,
          ])}
        </div>
        <p className={css.foot}>
          {words.telephone}
          {all.paper.blank}
          {all.paper.blank}
        </p>
      </section>
    </PrintFrame>
  );
};
