import { BadgeCheck, TriangleAlert } from "lucide-react";
import { Button } from "../../design/button.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords } from "../../locales/index.ts";
import styles from "./backup.module.css";
import type { BackingUp } from "./use-backing-up.ts";

/** How far something is, in bytes, with a way to stop. */
export const ByteProgress = ({
  said,
  done,
  total,
  stop,
  onStop,
}: {
  readonly said: string;
  readonly done: number;
  readonly total: number;
  readonly stop: string;
  readonly onStop: () => void;
}) => (
  <div className={styles.progress}>
    <progress aria-label={said} max={Math.max(1, total)} value={done} />
    <span className="small grow">{said}</span>
    <Button onClick={onStop}>{stop}</Button>
  </div>
);

/** What has become of a backup, in words. */
export const BackingUpLine = ({
  progress,
  onStop,
  onFile,
}: {
  readonly progress: BackingUp;
  readonly onStop: () => void;
  /** Saves it as a file after all, where the folder did not take it. */
  readonly onFile: () => void;
}) => {
  const words = useWords().backup;
  const said = (): string => {
    switch (progress.state) {
      case "idle":
        return "";
      case "writing":
        return words.making(sizeInWords(progress.done), sizeInWords(progress.total));
      case "made":
        return progress.folder === undefined
          ? words.made(progress.name, sizeInWords(progress.bytes))
          : words.madeInFolder(progress.folder, progress.name, sizeInWords(progress.bytes));
      case "cancelled":
        return words.cancelled;
      case "disk-full":
        return words.diskFull;
      case "failed":
        return words.notMade;
      case "folder-refused":
        return words.folderRefused;
      case "folder-gone":
        return words.folderGone;
    }
  };
  if (progress.state === "writing") {
    return (
      <ByteProgress
        said={said()}
        done={progress.done}
        total={progress.total}
        stop={words.cancel}
        onStop={onStop}
      />
    );
  }
  const made = progress.state === "made";
  const folderFailed = progress.state === "folder-refused" || progress.state === "folder-gone";
  return (
    <div role="status">
      {progress.state === "idle" ? null : (
        <p className={`note ${made ? "ok" : "warn"}`}>
          {made ? (
            <BadgeCheck aria-hidden="true" size={20} strokeWidth={1.75} />
          ) : (
            <TriangleAlert aria-hidden="true" size={20} strokeWidth={1.75} />
          )}
          <span className={styles.said}>
            {said()}
            {made && progress.downloads ? <span className="small">{words.downloaded}</span> : null}
          </span>
          {folderFailed ? <Button onClick={onFile}>{words.folderAsFile}</Button> : null}
        </p>
      )}
    </div>
  );
};
