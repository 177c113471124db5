import { plusDays, type Session, sessionsBetween } from "@dianbo/shared/session";
import { Printer } from "lucide-react";
import { useState } from "react";
import { useIdentity, useSnapshot } from "../../app/library-context.tsx";
import { sessionName } from "../../app/session-words.ts";
import { useSchedule, useSiteTime } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { dayInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { DeskChoice, PrintDeskSheet, PrintFrame } from "../../design/print-frame.tsx";
import { useWords } from "../../locales/index.ts";
import { useQuestionWords } from "./question-words.ts";
import css from "./questions.module.css";

/** Slips on a sheet, and lines to write on each. */
const SLIPS = 6;
const LINES = 3;
/** Sessions of so many days ahead are offered. */
const AHEAD_DAYS = 30;

const useSessionsAhead = (): readonly Session[] => {
  const schedule = useSchedule();
  const { date } = useSiteTime();
  return sessionsBetween(schedule, date, plusDays(date, AHEAD_DAYS)).filter(
    ({ cancelled }) => !cancelled,
  );
};

/** Slips to hand out: one A4 sheet that cuts into six, blank or with a session printed on them. No line for a name. */
export const SlipsPrint = () => {
  const all = useQuestionWords();
  const words = all.paper;
  const { schedule: scheduleWords } = useWords();
  const { siteName } = useIdentity();
  const { menus } = useSnapshot();
  const { date } = useSiteTime();
  const sessions = useSessionsAhead();
  const [chosen, setChosen] = useState(() => sessions[0]?.id ?? "");
  const session = sessions.find(({ id }) => id === chosen);
  const nameOf = (one: Session): string => sessionName(one, menus, scheduleWords);
  return (
    <PrintFrame
      title={words.desk}
      back="#/questions"
      backName={all.back}
      size="A4"
      previewName={words.preview}
      desk={
        <PrintDeskSheet
          name={words.desk}
          foot={
            <Button look="go" icon={<Icon of={Printer} />} onClick={() => print()}>
              {words.print}
            </Button>
          }
        >
          <p className="small">{words.lede}</p>
          {sessions.length === 0 ? null : (
            <DeskChoice name={words.session}>
              <select
                value={session?.id ?? ""}
                onChange={(event) =>
                  setChosen(sessions.find(({ id }) => id === event.target.value)?.id ?? "")
                }
              >
                <option value="">{words.none}</option>
                {sessions.map((one) => (
                  <option key={one.id} value={one.id}>
                    {dayInWords(one.date, date)} {nameOf(one)}
                  </option>
                ))}
              </select>
            </DeskChoice>
          )}
        </PrintDeskSheet>
      }
    >
      <article className={`paper ${css.page ?? ""}`}>
        {Array.from({ length: SLIPS }, (_, at) => (
          <section key={at} className={css.slip} aria-hidden={at > 0}>
            <h2>{words.title}</h2>
            <p>{siteName}</p>
            <p className={css.slipLine}>
              <span>{words.day}</span>
              <span>{session === undefined ? "" : dayInWords(session.date, "")}</span>
            </p>
            <p className={css.slipLine}>
              <span>{words.about}</span>
              <span>{session === undefined ? "" : nameOf(session)}</span>
            </p>
            <p className={css.slipLine}>
              <span>{words.ask}</span>
              <span />
            </p>
            {Array.from({ length: LINES }, (_, line) => (
              <p key={line} className={css.slipLine}>
                <span />
              </p>
            ))}
            <footer>{words.foot}</footer>
          </section>
        ))}
      </article>
    </PrintFrame>
  );
};
