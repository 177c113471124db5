import { useEffect, useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { canKeepFolder, chooseFolder, keepFolder, keptFolder } from "./backup-folder.ts";

/** The folder into which the next backups go: its name, and how to choose another or none. */
export const useBackupFolder = () => {
  const { library } = useDependencies();
  const [name, setName] = useState<string>();
  useEffect(() => {
    let here = true;
    void keptFolder(library).then((kept) => {
      if (here) setName(kept?.folder.name);
    });
    return () => {
      here = false;
    };
  }, [library]);
  const choose = async (): Promise<void> => {
    const folder = await chooseFolder("readwrite");
    if (folder === undefined) return;
    await keepFolder(library, { folder, names: [] });
    setName(folder.name);
  };
  const forget = async (): Promise<void> => {
    await keepFolder(library, undefined);
    setName(undefined);
  };
  return { canKeep: canKeepFolder(), name, choose, forget };
};
