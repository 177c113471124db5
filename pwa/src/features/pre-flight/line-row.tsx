import { put } from "@dianbo/shared/changes";
import { type Fault, remediesOf, type SubtitleState } from "@dianbo/shared/pre-flight";
import { ok } from "@dianbo/shared/result";
import { Check, Hand, TriangleAlert, X } from "lucide-react";
import { useDependencies } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { NumberTag } from "../../design/number-tag.tsx";
import { useWords, type Words } from "../../locales/index.ts";
import { FetchAgain } from "./fetch-again.tsx";
import { faultInWords, remarkInWords } from "./in-words.ts";
import css from "./pre-flight.module.css";
import type { PreFlight, TriedLine } from "./use-pre-flight.ts";

/** How far a faulty item came: whether it opened, whether its bytes are whole. */
const reached = (fault: Fault): { readonly opens: boolean; readonly whole: boolean } => {
  switch (fault.type) {
    case "cannot-decode":
    case "no-picture":
    case "does-not-open":
    case "not-what-it-says":
      return { opens: false, whole: true };
    case "half":
    case "differs":
    case "unreadable":
    case "empty":
    case "item-gone":
    case "not-held":
    case "file-missing":
    case "leave-lapsed":
    case "needs-net":
      return { opens: false, whole: false };
  }
};

const Mark = ({
  good,
  words,
}: {
  readonly good: boolean;
  readonly words: readonly [string, string];
}) => (
  <span className={`st ${good ? "ok" : "bad"}`}>
    <Icon of={good ? Check : X} size={18} />
    {good ? words[0] : words[1]}
  </span>
);

const States = ({
  line,
  words,
}: {
  readonly line: TriedLine;
  readonly words: Words["preFlight"];
}) => {
  const { fault, remarks } = line.judged;
  if (remarks.some(({ type }) => type === "by-hand" || type === "opens-in-wps")) {
    return (
      <td colSpan={4}>
        <span className="st">
          <Icon of={Hand} size={18} />
          {words.byHand}
        </span>
      </td>
    );
  }
  const state = fault === undefined ? { opens: true, whole: true } : reached(fault);
  const plays = fault === undefined;
  return (
    <>
      <td>
        <Mark good={state.opens} words={words.opens} />
      </td>
      <td>
        <Mark good={state.whole} words={words.whole} />
      </td>
      <td>
        {plays ? <Mark good words={words.shows} /> : <span className="dim">{words.notSeen}</span>}
      </td>
      <td>
        <SubtitleMark state={line.judged.subtitles} words={words.subtitles} />
      </td>
    </>
  );
};

const SubtitleMark = ({
  state,
  words,
}: {
  readonly state: SubtitleState | undefined;
  readonly words: Words["preFlight"]["subtitles"];
}) => {
  switch (state?.type) {
    case "there":
      return (
        <span className="st ok">
          <Icon of={Check} size={18} />
          {words.there}
        </span>
      );
    case "of-another-film":
      return (
        <span className="st warn">
          <Icon of={TriangleAlert} size={18} />
          {words.doubtful}
        </span>
      );
    case "none":
    case "beside":
      return <span className="dim">{words.none}</span>;
    case undefined:
      return null;
  }
};

/** What is worth knowing of a film's subtitles, and what can be done. */
const SubtitleRemark = ({
  line,
  flight,
}: {
  readonly line: TriedLine;
  readonly flight: PreFlight;
}) => {
  const words = useWords().preFlight.subtitles;
  const { judged, item } = line;
  const { subtitles } = judged;
  if (subtitles?.type === "beside") {
    return (
      <p className={`small ${css.remark ?? ""}`}>
        {words.beside(subtitles.name)}
        <Button look="text" onClick={() => void flight.takeSubtitles(line)}>
          {words.take}
        </Button>
      </p>
    );
  }
  if (subtitles?.type !== "of-another-film" || item === undefined) return null;
  return (
    <p className={`small ${css.remark ?? ""}`}>
      {words.ofAnotherFilm(subtitles.name)}
      <a className="btn text" href={`#/library/${item.id}`}>
        {words.change}
      </a>
    </p>
  );
};

/** What can be done about a broken item, the surest first. */
const Remedies = ({
  line,
  fault,
  flight,
}: {
  readonly line: TriedLine;
  readonly fault: Fault;
  readonly flight: PreFlight;
}) => {
  const words = useWords().preFlight;
  const { item, instead } = line;
  const remedies = remediesOf(fault, item);
  const busy = flight.work.type !== "nothing";
  return (
    <div className={css.remedies}>
      {remedies.includes("replace") ? (
        <span className="small">{instead.length === 0 ? words.noneInstead : words.instead}</span>
      ) : null}
      {instead.map((other) => (
        <button
          key={other.id}
          type="button"
          className="btn"
          disabled={busy}
          onClick={() => void flight.replace(line, other)}
        >
          <span className="visually-hidden">{words.replaceBy} </span>
          {other.number == null ? null : <NumberTag number={other.number} size="s" />}
          {other.title}
          <span className="dim">{words.minutes(other.minutes ?? 0)}</span>
        </button>
      ))}
      {remedies.includes("copy") ? (
        <Button disabled={busy} onClick={() => void flight.repair(line)}>
          {words.repair}
        </Button>
      ) : null}
      {remedies.includes("own-player") ? <span className="small">{words.ownPlayer}</span> : null}
      {remedies.includes("fetch") && item?.source != null ? (
        <FetchAgain item={item} source={item.source} fault={fault} flight={flight} />
      ) : null}
    </div>
  );
};

/** One item of the report, with what is worth knowing of it and what can be done. */
export const LineRow = ({
  line,
  flight,
}: {
  readonly line: TriedLine;
  readonly flight: PreFlight;
}) => {
  const all = useWords();
  const words = all.preFlight;
  const { library } = useDependencies();
  const { item, entry, judged } = line;
  const { fault, remarks } = judged;
  const length = remarks.find((remark) => remark.type === "length");
  const takeLength = (): void => {
    if (item === undefined || length === undefined) return;
    void library.apply(() =>
      ok({
        label: { type: "edit-courseware", name: item.title },
        puts: [put({ id: item.id, kind: "courseware" }, "minutes", length.real)],
      }),
    );
  };
  const subtitled = judged.subtitles?.type;
  const more =
    fault !== undefined ||
    remarks.length > 0 ||
    subtitled === "beside" ||
    subtitled === "of-another-film";
  return (
    <>
      <tr className={fault === undefined ? undefined : css.broken} data-part={item?.number}>
        <td>
          <span className={css.name}>
            {item?.number == null ? null : <NumberTag number={item.number} size="s" />}
            <span className="clip">{item?.title ?? words.gone}</span>
            {entry === undefined ? <span className="small">{words.spare}</span> : null}
          </span>
        </td>
        <States line={line} words={words} />
        <td className="n">{item?.minutes ?? ""}</td>
      </tr>
      {more ? (
        <tr className={`${css.more ?? ""} ${fault === undefined ? "" : (css.broken ?? "")}`}>
          <td colSpan={6}>
            {fault === undefined ? null : <p>{faultInWords(fault, words)}</p>}
            {remarks.map((remark) => (
              <p key={remark.type} className={`small ${css.remark ?? ""}`}>
                {remarkInWords(remark, all)}
                {remark.type === "length" ? (
                  <Button look="text" onClick={takeLength}>
                    {words.takeLength(remark.real)}
                  </Button>
                ) : null}
              </p>
            ))}
            <SubtitleRemark line={line} flight={flight} />
            {fault === undefined ? null : <Remedies line={line} fault={fault} flight={flight} />}
          </td>
        </tr>
      ) : null}
    </>
  );
};
