import { CircleCheck, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { copyText } from "../../../app/copy-text.ts";
import { Button } from "../../../design/button.tsx";
import { Icon } from "../../../design/icon.tsx";
import { sizeInWords } from "../../../design/size-in-words.ts";
import { useWords, type Words } from "../../../locales/index.ts";
import css from "./host.module.css";
import { type HostingWords, useHostingWords } from "./hosting-words.ts";
import type { HostState, HostTrouble } from "./use-hosting.ts";

type Failed = Extract<HostState, { type: "failed" }>;
type Done = Extract<HostState, { type: "done" }>;

const inWords = (
  trouble: HostTrouble,
  words: HostingWords,
  channels: Words["channels"],
): string => {
  switch (trouble.type) {
    case "other-channel":
      return words.otherChannel(trouble.name);
    case "other-release":
      return words.otherRelease(trouble.release);
    case "no-release":
      return channels.failures[trouble.why];
    default:
      return words.failures[trouble.type];
  }
};

const FailedNote = ({
  failed: { act, trouble, progress },
  isHosted,
  makeFolder,
}: {
  readonly failed: Failed;
  readonly isHosted: boolean;
  readonly makeFolder: () => void;
}) => {
  const words = useHostingWords();
  const { channels } = useWords();
  const isStopped = trouble.type === "cancelled";
  const isHalfWay = progress !== undefined && progress.files > 0;
  return (
    <div role="alert" className={`note ${isStopped ? "" : "warn"} ${css.outcome ?? ""}`}>
      {isStopped ? null : <Icon of={TriangleAlert} />}
      <div>
        <b>{act === "try" ? words.failedTry : words.failedSend}</b>
        <p>
          {isHalfWay && trouble.type === "no-answer"
            ? words.brokeOff
            : inWords(trouble, words, channels)}
          {isHalfWay ? words.failedAt(progress.files, progress.ofFiles) : ""}
        </p>
        {isHosted && !isHalfWay && trouble.type === "no-answer" ? <p>{words.hosted}</p> : null}
        {trouble.type === "no-folder" ? (
          <Button onClick={makeFolder}>{words.makeFolder}</Button>
        ) : null}
      </div>
    </div>
  );
};

const DoneNote = ({
  done: { index, uploaded },
  readAt,
}: {
  readonly done: Done;
  readonly readAt: string | undefined;
}) => {
  const words = useHostingWords();
  const [copied, setCopied] = useState(false);
  const { files, bytes, swept } = uploaded;
  return (
    <div role="status" className={`note ok ${css.outcome ?? ""}`}>
      <Icon of={CircleCheck} />
      <div>
        <b>{words.done(index.release)}</b>
        <p>
          {words.doneSent(files, sizeInWords(bytes))}
          {swept > 0 ? words.doneSwept(swept) : ""}
        </p>
        {readAt === undefined ? (
          <p>{words.noReadAddress}</p>
        ) : (
          <>
            <p>
              {words.readIt}
              <br />
              <b className={css.address}>{readAt}</b>
            </p>
            <div className="row">
              <Button onClick={() => void copyText(readAt).then(setCopied)}>{words.copy}</Button>
              <span className="small">{copied ? words.copied : ""}</span>
            </div>
          </>
        )}
      </div>
    </div>
  );
};

const lineOf = ({ type }: HostState, words: HostingWords): string | undefined => {
  switch (type) {
    case "trying":
      return words.trying;
    case "tried":
      return words.tried;
    case "making":
      return words.making;
    case "made":
      return words.made;
    case "still":
    case "sending":
    case "done":
    case "failed":
      return undefined;
  }
};

/** What became of a try or an upload, told beside the button that began it. */
export const HostOutcome = ({
  state,
  act,
  readAt,
  isHosted,
  makeFolder,
}: {
  readonly state: HostState;
  /** The button's own act: what belongs to the other one is told there. */
  readonly act: "try" | "publish";
  /** Where others read it, where that is known. */
  readonly readAt: string | undefined;
  readonly isHosted: boolean;
  readonly makeFolder: () => void;
}) => {
  const words = useHostingWords();
  if (state.type === "failed") {
    return state.act === act ? (
      <FailedNote failed={state} isHosted={isHosted} makeFolder={makeFolder} />
    ) : null;
  }
  if (act === "publish") {
    return state.type === "done" ? <DoneNote done={state} readAt={readAt} /> : null;
  }
  const isGood = state.type === "tried" || state.type === "made";
  return (
    <p role="status" className={isGood ? css.good : ""}>
      {lineOf(state, words) ?? ""}
    </p>
  );
};
