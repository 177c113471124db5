import {
  minutesShown,
  type RegisterAmendments,
  type RegisteredShowing,
  type RegisterLine,
} from "@dianbo/shared/ledger";
import { Pencil, UserRoundPen } from "lucide-react";
import { useSnapshot } from "../../app/library-context.tsx";
import { earlierCounts, whyAmended, whyStruck } from "../../app/register/register-table.ts";
import { factsOf, hourOf, wishesOn } from "../../app/register/showing-facts.ts";
import { useSchedule, useSiteTime, useWishes } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { dayAndWeekday } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { NumberTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./register.module.css";

const LineRow = ({
  line,
  amendments,
  correct,
}: {
  readonly line: RegisterLine;
  readonly amendments: RegisterAmendments;
  readonly correct: () => void;
}) => {
  const words = useWords().register;
  const minutes = minutesShown(line);
  const struck = line.struck ?? undefined;
  const why = whyStruck(line, words) ?? whyAmended(line, amendments, words);
  return (
    <>
      <tr className={struck === undefined ? undefined : css.struck}>
        <td className="n">{hourOf(line.startedAt)}</td>
        <td>{line.number == null ? null : <NumberTag number={line.number} size="s" />}</td>
        <td className={css.title}>{line.title}</td>
        <td className={`n ${css.minutes ?? ""}`}>
          {minutes === undefined ? words.unknown : words.minutes(minutes)}
        </td>
        <td className="small">
          {line.played == null || line.played.completed ? "" : words.notWhole}
        </td>
        <td className="small">{line.by == null ? words.byRoom : words.by[line.by]}</td>
        <td>
          {struck === undefined ? (
            <Button
              look="text"
              aria-label={words.correctLine(line.title)}
              icon={<Icon of={Pencil} size={18} />}
              onClick={correct}
            >
              {words.correct}
            </Button>
          ) : null}
        </td>
      </tr>
      {why === undefined ? null : (
        <tr className={css.why}>
          <td colSpan={2} />
          <td colSpan={5} className="small">
            {why}
          </td>
        </tr>
      )}
    </>
  );
};

const Counts = ({
  showing,
  count,
}: {
  readonly showing: RegisteredShowing;
  readonly count: () => void;
}) => {
  const words = useWords().register;
  const { report } = showing;
  const isCounted = report?.members != null || report?.residents != null;
  return (
    <div className={css.counts}>
      {isCounted ? (
        <span>{words.heads(report?.members ?? 0, report?.residents ?? 0)}</span>
      ) : (
        <span className="st warn">{words.uncounted}</span>
      )}
      <Button icon={<Icon of={UserRoundPen} size={18} />} onClick={count}>
        {isCounted ? words.changeCount : words.count}
      </Button>
    </div>
  );
};

/** One showing: its day and name, who came, the lines of what ran, what was talked about and asked for. */
export const ShowingSheet = ({
  showing,
  amendments,
  count,
  correct,
}: {
  readonly showing: RegisteredShowing;
  readonly amendments: RegisterAmendments;
  readonly count: () => void;
  readonly correct: (line: RegisterLine) => void;
}) => {
  const all = useWords();
  const words = all.register;
  const schedule = useSchedule();
  const { menus } = useSnapshot();
  const { rows } = useWishes();
  const { date: today } = useSiteTime();
  const { name, place, branch } = factsOf(showing, schedule, menus, all);
  const discussion = showing.report?.discussion ?? "";
  const wishes = wishesOn(showing.on, rows);
  return (
    <section className={`sheet ${css.showing ?? ""}`} aria-labelledby={`showing-${showing.id}`}>
      <div className={css.showingHead}>
        <h3 id={`showing-${showing.id}`}>
          {dayAndWeekday(showing.on, today)} {name}
        </h3>
        <span className="small">{[place, branch].filter(Boolean).join(" · ")}</span>
        <Counts showing={showing} count={count} />
      </div>
      <table className={css.lines}>
        <thead>
          <tr>
            {words.lineColumns.map((column) => (
              <th key={column} scope="col">
                <span className="visually-hidden">{column}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {showing.lines.map((line) => (
            <LineRow
              key={line.id}
              line={line}
              amendments={amendments}
              correct={() => correct(line)}
            />
          ))}
        </tbody>
      </table>
      {earlierCounts(showing, words).map((line) => (
        <p key={line} className={`small ${css.said ?? ""}`}>
          {line}
        </p>
      ))}
      {discussion === "" && wishes === "" ? null : (
        <p className={css.said}>
          {discussion === "" ? null : (
            <span>
              <b>{words.discussion}</b> {discussion}
            </span>
          )}
          {wishes === "" ? null : (
            <span>
              <b>{words.feedback}</b> {wishes}
            </span>
          )}
        </p>
      )}
    </section>
  );
};
