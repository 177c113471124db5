import { BackLink } from "../../design/back-link.tsx";
import { useWords } from "../../locales/index.ts";
import styles from "./backup.module.css";
import { MakePart } from "./make-part.tsx";
import { RestorePart } from "./restore-part.tsx";

/** Backup and restore. */
export const BackupRoom = () => {
  const { backup: words, shell } = useWords();
  return (
    <main className="main">
      <div className="head">
        <BackLink to="#/settings" name={shell.backTo(shell.settings)} />
        <h1>{words.title}</h1>
      </div>
      <div className={styles.parts}>
        <MakePart />
        <RestorePart />
      </div>
    </main>
  );
};
