import { isListed } from "@dianbo/shared/courseware";
import { Archive } from "lucide-react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import styles from "./backup.module.css";
import { backupDue, type Due } from "./backup-due.ts";
import { dayInWords } from "./dates-in-words.ts";
import { useLastBackup } from "./last-backup.ts";
import { BackingUpLine } from "./progress.tsx";
import { useBackingUp } from "./use-backing-up.ts";

/** What stands on the start page and in the settings: the last backup, and the button for the next. */
const useBackupWords = (): { readonly said: string; readonly due: Due["type"] } | undefined => {
  const words = useWords().backup;
  const { clock } = useDependencies();
  const { items } = useSnapshot();
  const last = useLastBackup();
  if (last === undefined) return undefined;
  const now = clock.now();
  const own = [...items.values()].filter((item) => isListed(item) && item.sample !== true).length;
  const due = backupDue(last?.at, now, own);
  const date = last === null ? "" : dayInWords(last.at, now);
  const said = (): string => {
    switch (due.type) {
      case "never":
        return words.neverDue(due.items);
      case "old":
        return words.oldDue(date, due.days);
      case "fine":
        if (last === null) return words.never;
        return last.withMedia ? words.lastWithMedia(date) : words.last(date);
    }
  };
  return { said: said(), due: due.type };
};

/** The line on the start page: when the last backup was made; calm, and a little louder when one is due. */
export const BackupLine = () => {
  const words = useWords().backup;
  const backup = useBackupWords();
  const { progress, start, stop, asFile } = useBackingUp();
  if (backup === undefined) return null;
  return (
    <>
      <div className={backup.due === "fine" ? styles.line : `note warn ${styles.due ?? ""}`}>
        <Archive aria-hidden="true" size={18} strokeWidth={1.75} />
        <span>{backup.said}</span>
        <Button
          className={styles.end}
          look={backup.due === "fine" ? "text" : "plain"}
          disabled={progress.state === "writing"}
          onClick={() => void start(false)}
        >
          {words.now}
        </Button>
        <a href="#/backup" className="small">
          {words.toRoom}
        </a>
      </div>
      <BackingUpLine progress={progress} onStop={stop} onFile={asFile} />
    </>
  );
};

/** The same in the settings. */
export const BackupSetting = () => {
  const words = useWords().backup;
  const backup = useBackupWords();
  return (
    <div className={styles.setting}>
      <span>{backup?.said}</span>
      <a className="btn" href="#/backup">
        {words.toRoom}
      </a>
    </div>
  );
};
