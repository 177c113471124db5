import { BadgeCheck, TriangleAlert } from "lucide-react";
import { Icon } from "../../design/icon.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords, type Words } from "../../locales/index.ts";
import { bytesOfFiles, type StickOutcome } from "../../storage/book-folder/index.ts";
import type { MakeResult } from "./make-desk.ts";
import css from "./stick.module.css";

const copiedIn = (
  { copied, known, written, wroteIndex }: StickOutcome,
  words: Words["stick"],
): readonly string[] => {
  if (copied.length > 0) {
    const lay = new Set(known.map(({ hash }) => hash));
    const fresh = copied.filter(({ hash }) => !lay.has(hash));
    return [words.copied(fresh.length, sizeInWords(bytesOfFiles(fresh)), lay.size)];
  }
  return written > 0 || wroteIndex ? [words.nothingCopied] : [words.nothingWritten];
};

const saidOf = (result: MakeResult, words: Words["stick"]): readonly string[] => {
  switch (result.type) {
    case "none":
      return [];
    case "other-tab":
      return [words.otherTab];
    case "broken-off":
      return [words.failures["not-copied"]];
    case "numbers-not-kept":
      return [words.numbersNotKept];
    case "zip-failed":
      return [words.zipFailed];
    case "zipped":
      return [words.zipped(result.fileName)];
    case "made": {
      const { outcome, name } = result;
      const { stopped, copied, failed, left, hasEdition } = outcome;
      if (stopped !== undefined) {
        return [
          words.stopped(copied.length),
          words.failures[stopped.type],
          ...(left > 0 ? [words.left(sizeInWords(left))] : []),
        ];
      }
      return [
        ...(failed.length === 0 ? [words.made(name)] : []),
        ...copiedIn(outcome, words),
        hasEdition ? words.madeHow : words.noEdition,
      ];
    }
  }
};

const troublesOf = (result: MakeResult): StickOutcome["failed"] => {
  if (result.type !== "made" && result.type !== "zipped") return [];
  const { failed, stopped } = result.outcome;
  // What stopped the run is said once, for the whole.
  return failed.filter(({ failure }) => failure.type !== stopped?.type);
};

/** What the last run brought, and what did not come along, file by file. */
export const MakeResultLine = ({ result }: { readonly result: MakeResult }) => {
  const { stick: words } = useWords();
  const said = saidOf(result, words);
  const troubles = troublesOf(result);
  const isWhole =
    troubles.length === 0 &&
    (result.type === "zipped" || (result.type === "made" && result.outcome.stopped === undefined));
  return (
    <div role="status">
      {said.length === 0 && troubles.length === 0 ? null : (
        <div className={`note ${isWhole ? "ok" : "warn"} ${css.result ?? ""}`}>
          <Icon of={isWhole ? BadgeCheck : TriangleAlert} />
          <div className={css.said}>
            {said.map((line) => (
              <span key={line}>{line}</span>
            ))}
            {troubles.length === 0 ? null : (
              <>
                <b>{words.notAll}</b>
                <ul>
                  {troubles.map(({ file, failure }) => (
                    <li key={file.hash}>
                      {file.number} {file.title}{" "}
                      <span className="small">{words.failures[failure.type]}</span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        </div>
      )}
    </div>
  );
};
