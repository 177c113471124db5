import { FolderCheck, FolderInput } from "lucide-react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import styles from "./backup.module.css";
import { BACKUPS_KEPT } from "./backup-folder.ts";
import { useBackupFolder } from "./use-backup-folder.ts";

/** Where the next backup goes: into a folder that was chosen once, or a file each time. */
export const FolderLine = () => {
  const words = useWords().backup;
  const { canKeep, name, choose, forget } = useBackupFolder();
  if (!canKeep) return null;
  return (
    <div className={styles.folder}>
      {name === undefined ? (
        <Button icon={<Icon of={FolderInput} />} onClick={() => void choose()}>
          {words.folderChoose}
        </Button>
      ) : (
        <>
          <p className={styles.said}>
            <b>
              <Icon of={FolderCheck} size={18} /> {words.folderChosen(name)}
            </b>
            <span className="small">{words.folderKeeps(BACKUPS_KEPT)}</span>
          </p>
          <Button look="text" onClick={() => void choose()}>
            {words.folderOther}
          </Button>
          <Button look="text" onClick={() => void forget()}>
            {words.folderForget}
          </Button>
        </>
      )}
    </div>
  );
};
