import { BadgeCheck, TriangleAlert } from "lucide-react";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords, type Words } from "../../locales/index.ts";
import css from "./book-folder.module.css";
import type { FolderResult, FolderTrouble } from "./folder-desk.ts";

const sizeOf = (files: readonly { readonly size: number }[]): string =>
  sizeInWords(files.reduce((sum, { size }) => sum + size, 0));

const saidOf = (
  result: FolderResult,
  name: string,
  words: Words["bookFolder"],
): readonly string[] => {
  switch (result.type) {
    case "none":
      return [];
    case "other-tab":
      return [words.otherTab];
    case "copied": {
      const freed = result.freed === 0 ? [] : [words.alsoFreed(result.freed)];
      if (result.stopped !== undefined)
        return [words.stopped(result.count), words.failures[result.stopped.type]];
      if (result.count > 0) return [words.copied(result.count, name), ...freed];
      if (result.failed.length > 0) return [];
      return freed.length > 0 ? freed : [words.nothingCopied];
    }
    case "freed":
      return result.files.length === 0
        ? []
        : [words.freed(result.files.length, sizeOf(result.files))];
    case "brought":
      return result.files.length === 0 ? [] : [words.brought(result.files.length)];
    case "dropped":
      return [words.dropped(result.files.length, sizeOf(result.files))];
  }
};

const troublesOf = (result: FolderResult): readonly FolderTrouble[] => {
  switch (result.type) {
    case "none":
    case "other-tab":
      return [];
    case "copied":
      // What stopped the run is said once, for the whole.
      return result.failed.filter(({ failure }) => failure !== result.stopped);
    case "freed":
    case "brought":
    case "dropped":
      return result.failed;
  }
};

/** What the last act brought, and what did not work, file by file. */
export const ResultLine = ({
  result,
  name,
}: {
  readonly result: FolderResult;
  readonly name: string;
}) => {
  const { bookFolder: words } = useWords();
  const said = saidOf(result, name, words);
  const troubles = troublesOf(result);
  const isWhole =
    troubles.length === 0 && !(result.type === "copied" && result.stopped !== undefined);
  return (
    <div role="status">
      {said.length === 0 && troubles.length === 0 ? null : (
        <div className={`note ${isWhole ? "ok" : "warn"} ${css.result ?? ""}`}>
          {isWhole ? (
            <BadgeCheck aria-hidden="true" size={20} strokeWidth={1.75} />
          ) : (
            <TriangleAlert aria-hidden="true" size={20} strokeWidth={1.75} />
          )}
          <div className={css.said}>
            {said.map((line) => (
              <span key={line}>{line}</span>
            ))}
            {troubles.length === 0 ? null : (
              <ul aria-label={words.troubles}>
                {troubles.map(({ file, failure }) => (
                  <li key={file.hash}>
                    <b>
                      {file.number} {file.title}
                    </b>
                    <span className="small">{words.failures[failure.type]}</span>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </div>
      )}
    </div>
  );
};
