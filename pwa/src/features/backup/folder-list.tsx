import { FolderOpen } from "lucide-react";
import { useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords } from "../../locales/index.ts";
import styles from "./backup.module.css";
import {
  backupsIn,
  canKeepFolder,
  chooseFolder,
  keptFolder,
  type LyingBackup,
  mayUse,
} from "./backup-folder.ts";
import { momentInWords } from "./dates-in-words.ts";

/** What was seen in the folder. */
type Seen =
  | { readonly type: "not-yet" | "refused" | "gone" }
  | { readonly type: "list"; readonly folder: string; readonly backups: readonly LyingBackup[] };

/** The backups of the folder, with their days, to go on from one. */
export const FolderList = ({
  busy,
  onFile,
}: {
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
}) => {
  const words = useWords().backup;
  const { library, clock } = useDependencies();
  const [seen, setSeen] = useState<Seen>({ type: "not-yet" });
  if (!canKeepFolder()) return null;
  const open = async (): Promise<void> => {
    const kept = await keptFolder(library);
    const folder = kept?.folder ?? (await chooseFolder("read"));
    if (folder === undefined) return;
    if (kept !== undefined && !(await mayUse(folder))) {
      setSeen({ type: "refused" });
      return;
    }
    const read = await backupsIn(folder);
    setSeen(
      read.ok ? { type: "list", folder: folder.name, backups: read.value } : { type: "gone" },
    );
  };
  return (
    <>
      <div className={styles.acts}>
        <Button icon={<Icon of={FolderOpen} />} disabled={busy} onClick={() => void open()}>
          {words.folderLook}
        </Button>
      </div>
      <div role="status" className={styles.outcome}>
        {seen.type === "refused" ? <p className="note warn">{words.folderRefused}</p> : null}
        {seen.type === "gone" ? <p className="note warn">{words.folderGone}</p> : null}
        {seen.type === "list" && seen.backups.length === 0 ? (
          <p className="note">{words.folderEmpty(seen.folder)}</p>
        ) : null}
      </div>
      {seen.type === "list" && seen.backups.length > 0 ? (
        <ul className={styles.lying} aria-label={words.folderList(seen.folder)}>
          {seen.backups.map(({ name, at, bytes, whole, file }) => (
            <li key={name}>
              <span className={styles.said}>
                <b>{momentInWords(at, clock.now())}</b>
                <span className="small">
                  {name} · {whole ? sizeInWords(bytes) : words.folderHalf}
                </span>
              </span>
              {whole ? (
                <Button
                  disabled={busy}
                  onClick={() => onFile(file)}
                  aria-label={words.folderTakeName(name)}
                >
                  {words.folderTake}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
};
