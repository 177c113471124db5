import { BadgeCheck, FileUp, TriangleAlert } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { Button } from "../../design/button.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords, type Words } from "../../locales/index.ts";
import { BACKUP_ENDING } from "../../storage/index.ts";
import styles from "./backup.module.css";
import { FolderList } from "./folder-list.tsx";
import { ByteProgress } from "./progress.tsx";
import { RestorePoint } from "./restore-point.tsx";
import { RestorePreview } from "./restore-preview.tsx";
import { type Restoring, useRestoring } from "./use-restoring.ts";
import { whyNotInWords } from "./why-not.ts";

const Done = ({
  done,
  words,
}: {
  readonly done: Extract<Restoring, { readonly state: "done" }>;
  readonly words: Words["backup"];
}) => (
  <>
    <p className="note ok">
      <BadgeCheck aria-hidden="true" size={20} strokeWidth={1.75} />
      <span className={styles.said}>
        {done.way === "merge"
          ? words.merged(done.items, done.menus)
          : words.done(done.items, done.menus)}
        {done.files.kept > 0 ? <span>{words.filesKept(done.files.kept)}</span> : null}
      </span>
    </p>
    {done.files.diskFull ? <p className="note warn">{words.filesFull}</p> : null}
    {done.files.lost.length > 0 && !done.files.diskFull ? (
      <p className="note warn">{words.filesLost(done.files.lost.length)}</p>
    ) : null}
    <div className={styles.acts}>
      <a className="btn" href="#/library">
        {words.look}
      </a>
    </div>
  </>
);

/** Restores from a backup: choose, look, decide. */
export const RestorePart = () => {
  const words = useWords().backup;
  const { restoring, look, restore, stop } = useRestoring();
  const chooser = useRef<HTMLInputElement>(null);
  const { state } = restoring;
  const busy = state === "reading" || state === "working" || state === "files";
  const shown = (): ReactNode => {
    switch (restoring.state) {
      case "idle":
        return null;
      case "reading":
        return <p className="dim">{words.reading}</p>;
      case "working":
        return <p className="dim">{words.working}</p>;
      case "refused":
        return (
          <p className="note warn">
            <TriangleAlert aria-hidden="true" size={20} strokeWidth={1.75} />
            <span>{whyNotInWords(restoring.why, words)}</span>
          </p>
        );
      case "preview":
        return (
          <RestorePreview
            backup={restoring.backup}
            comparison={restoring.comparison}
            onRestore={(way) => void restore(restoring.backup, way)}
          />
        );
      case "files":
        return (
          <ByteProgress
            said={words.filesComing(sizeInWords(restoring.done), sizeInWords(restoring.total))}
            done={restoring.done}
            total={restoring.total}
            stop={words.stopFiles}
            onStop={stop}
          />
        );
      case "done":
        return <Done done={restoring} words={words} />;
    }
  };
  return (
    <section className={`sheet ${styles.part}`} aria-labelledby="backup-restore">
      <h2 id="backup-restore">{words.restoreTitle}</h2>
      <p>{words.restoreLead}</p>
      <div className={styles.acts}>
        <Button
          icon={<FileUp aria-hidden="true" size={20} strokeWidth={1.75} />}
          disabled={busy}
          onClick={() => chooser.current?.click()}
        >
          {state === "idle" ? words.choose : words.chooseOther}
        </Button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept={BACKUP_ENDING}
          aria-label={words.choose}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file !== undefined) void look(file);
            // The same file may be chosen again.
            event.currentTarget.value = "";
          }}
        />
      </div>
      <FolderList busy={busy} onFile={(file) => void look(file)} />
      <div role="status" className={styles.outcome}>
        {shown()}
      </div>
      <RestorePoint key={state} />
    </section>
  );
};
