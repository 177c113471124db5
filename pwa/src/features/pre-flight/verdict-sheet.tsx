import { type ReportSums, remediesOf } from "@dianbo/shared/pre-flight";
import { Usb } from "lucide-react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { brokenInWords, verdictInWords } from "./in-words.ts";
import css from "./pre-flight.module.css";
import type { PreFlight } from "./use-pre-flight.ts";
import { WorkProgress } from "./work-progress.tsx";

/** The answer, in the largest type of the room: it can be shown, a step is missing, it cannot. */
export const VerdictSheet = ({
  flight,
  sums,
}: {
  readonly flight: PreFlight;
  readonly sums: ReportSums;
}) => {
  const { preFlight: words, stick } = useWords();
  const { work, trouble, doneAt } = flight;
  const lapsed = sums.broken.find(({ judged }) => judged.fault?.type === "leave-lapsed");
  const folder = lapsed?.judged.fault?.type === "leave-lapsed" ? lapsed.judged.fault.folder : "";
  // Several at once: a stick that is opened brings all that it has.
  const onStick = sums.broken.some(
    ({ item, judged: { fault } }) =>
      fault !== undefined && remediesOf(fault, item).includes("copy"),
  );
  return (
    <section
      className={`sheet ${css.verdict ?? ""} ${doneAt === undefined ? "" : (css[sums.verdict] ?? "")}`}
      aria-labelledby="pre-flight-verdict"
    >
      <h2 id="pre-flight-verdict">{verdictInWords(flight, sums, words)}</h2>
      <div className="grow">
        {work.type !== "nothing" ? (
          <WorkProgress work={work} words={words} />
        ) : doneAt === undefined ? null : (
          <>
            <p role="status">{words.sums(sums.total, sums.plays, sums.byHand)}</p>
            {sums.broken.length === 0 ? null : <p className="dim">{brokenInWords(sums, words)}</p>}
          </>
        )}
        {trouble === undefined ? null : (
          <p role="alert" className={css.trouble}>
            {words.troubles[trouble]}
          </p>
        )}
      </div>
      {lapsed === undefined || work.type !== "nothing" ? null : (
        <Button look="go" onClick={() => void flight.allow()}>
          {words.allow(folder)}
        </Button>
      )}
      {onStick && work.type === "nothing" ? (
        <a className="btn" href="#/open-stick">
          <Icon of={Usb} />
          {stick.read}
        </a>
      ) : null}
    </section>
  );
};
