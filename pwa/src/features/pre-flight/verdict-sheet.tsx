import { type ReportSums, remediesOf } from "@dianbo/shared/pre-flight";
import { Usb } from "lucide-react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./pre-flight.module.css";
import type { PreFlight, Work } from "./use-pre-flight.ts";

const Progress = ({ work }: { readonly work: Work }) => {
  const words = useWords().preFlight;
  switch (work.type) {
    case "nothing":
      return null;
    case "trying":
      return (
        <>
          <p role="status">{words.trying(work.at + 1, work.total)}</p>
          <progress
            max={work.total}
            value={work.at + work.share}
            aria-label={words.trying(work.at + 1, work.total)}
          />
        </>
      );
    case "copying":
    case "repairing":
      return (
        <>
          <p role="status">{words[work.type](work.title)}</p>
          <progress
            max={1}
            value={Math.min(1, work.share)}
            aria-label={words[work.type](work.title)}
          />
        </>
      );
  }
};

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
  const [first] = sums.broken;
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
      <h2 id="pre-flight-verdict">
        {work.type === "trying"
          ? words.looking
          : doneAt === undefined
            ? words.stopped
            : sums.total === 0
              ? words.emptyMenu
              : words.verdicts[sums.verdict]}
      </h2>
      <div className="grow">
        {work.type !== "nothing" ? (
          <Progress work={work} />
        ) : doneAt === undefined ? null : (
          <>
            <p role="status">{words.sums(sums.total, sums.plays, sums.byHand)}</p>
            {first === undefined ? null : (
              <p className="dim">
                {words.firstBroken(
                  [first.item?.number, first.item?.title ?? words.gone].filter(Boolean).join(" "),
                  sums.broken.length,
                )}
              </p>
            )}
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
