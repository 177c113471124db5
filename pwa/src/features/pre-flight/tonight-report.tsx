import { remediesOf, sumReport } from "@dianbo/shared/pre-flight";
import type { SetMenu } from "@dianbo/shared/set-menu";
import { Check, Hand, X } from "lucide-react";
import { Icon } from "../../design/icon.tsx";
import { NumberTag, RoundTag } from "../../design/number-tag.tsx";
import type { Words } from "../../locales/index.ts";
import { brokenInWords, faultInWords, verdictInWords } from "./in-words.ts";
import css from "./tonight-report.module.css";
import { type PreFlight, type TriedLine, usePreFlight } from "./use-pre-flight.ts";
import { WorkProgress } from "./work-progress.tsx";

type PreFlightWords = Words["preFlight"];

const isByHand = ({ judged }: TriedLine): boolean =>
  judged.remarks.some(({ type }) => type === "by-hand" || type === "opens-in-wps");

const State = ({ line, words }: { readonly line: TriedLine; readonly words: PreFlightWords }) => {
  if (line.judged.fault !== undefined) {
    return (
      <span className={`${css.state ?? ""} ${css.cannot ?? ""}`}>
        <Icon of={X} size={20} />
        {words.verdicts.no}
      </span>
    );
  }
  const byHand = isByHand(line);
  return (
    <span className={`${css.state ?? ""} ${byHand ? "" : (css.can ?? "")}`}>
      <Icon of={byHand ? Hand : Check} size={20} />
      {byHand ? words.byHand : words.verdicts.ready}
    </span>
  );
};

const Line = ({
  line,
  flight,
  words,
}: {
  readonly line: TriedLine;
  readonly flight: PreFlight;
  readonly words: PreFlightWords;
}) => {
  const { item, entry, judged, instead } = line;
  const { fault } = judged;
  return (
    <li className={fault === undefined ? "" : css.broken}>
      <p className={css.name}>
        {item?.number == null ? null : <NumberTag number={item.number} />}
        <b className="clip">{item?.title ?? words.gone}</b>
        {entry === undefined ? <span>{words.spare}</span> : null}
        <span className="end">
          <State line={line} words={words} />
        </span>
      </p>
      {fault === undefined ? null : <p>{faultInWords(fault, words)}</p>}
      {fault === undefined || instead.length === 0 ? null : (
        <p className={css.instead}>
          {words.instead}
          {instead.map((other) => (
            <button
              key={other.id}
              type="button"
              disabled={flight.work.type !== "nothing"}
              onClick={() => void flight.replace(line, other)}
            >
              <span className="visually-hidden">{words.replaceBy} </span>
              {other.number == null ? null : <NumberTag number={other.number} size="s" />}
              {other.title}
            </button>
          ))}
        </p>
      )}
    </li>
  );
};

/**
 * The report as the study room shows it, before people come: what the browser would have to ask for (folders,
 * sticks, portals) is left to the office, so that no question ever stands on the screen of a room.
 */
export const TonightReport = ({
  menu,
  words,
  office,
}: {
  readonly menu: SetMenu;
  readonly words: PreFlightWords;
  /** The same report in the office. */
  readonly office: string | undefined;
}) => {
  const flight = usePreFlight(menu);
  const { work, lines, doneAt, trouble } = flight;
  const sums = sumReport(lines);
  const still = work.type === "nothing";
  const wantsOffice = lines.some(
    ({ item, judged: { fault } }) =>
      fault !== undefined &&
      (fault.type === "leave-lapsed" ||
        remediesOf(fault, item).some((remedy) => remedy === "copy" || remedy === "fetch")),
  );
  return (
    <>
      <header className={css.head}>
        <h1>{words.title}</h1>
        {menu.number == null ? null : <RoundTag number={menu.number} />}
        <b className="clip">{menu.name}</b>
      </header>
      <section
        className={`${css.verdict ?? ""} ${doneAt === undefined || !still ? "" : (css[sums.verdict] ?? "")}`}
        aria-label={words.report}
      >
        <h2>{verdictInWords(flight, sums, words)}</h2>
        <div className="grow">
          {still ? null : <WorkProgress work={work} words={words} />}
          {!still || doneAt === undefined ? null : (
            <>
              <p role="status">{words.sums(sums.total, sums.plays, sums.byHand)}</p>
              <p>{brokenInWords(sums, words)}</p>
            </>
          )}
        </div>
        <span className={css.acts}>
          {still && sums.inFolder > 0 ? (
            <button type="button" onClick={() => void flight.bring()}>
              {words.bringAll(sums.inFolder)}
            </button>
          ) : null}
          <button type="button" onClick={still ? flight.again : flight.stop}>
            {still ? words.again : words.stop}
          </button>
        </span>
      </section>
      {trouble === undefined ? null : <p role="alert">{words.troubles[trouble]}</p>}
      <ul className={css.lines}>
        {lines.map((line) => (
          <Line key={line.entry?.id ?? "spare"} line={line} flight={flight} words={words} />
        ))}
      </ul>
      {doneAt === undefined || !wantsOffice || office === undefined ? null : (
        <p className={css.office}>
          <a href={office}>{words.moreInOffice}</a>
        </p>
      )}
    </>
  );
};
