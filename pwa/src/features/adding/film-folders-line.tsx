import { FolderOpen } from "lucide-react";
import { useEffect, useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { askForLeave, hasLeave } from "../../storage/book-folder/chosen-folder.ts";
import { filmFolders } from "../../storage/film-folders/index.ts";
import css from "./adding-room.module.css";

interface Lapsed {
  readonly root: FileSystemDirectoryHandle;
  readonly count: number;
}

/**
 * What the start page says of folders in which films stay, where the browser wants a click before it
 * reads them again. Nothing where there is nothing to say.
 */
export const FilmFoldersLine = () => {
  const { adding: words } = useWords();
  const { library } = useDependencies();
  const [lapsed, setLapsed] = useState<readonly Lapsed[]>([]);
  const [refused, setRefused] = useState(false);

  useEffect(() => {
    let gone = false;
    const look = async (): Promise<void> => {
      const found: Lapsed[] = [];
      for (const { root, files } of await filmFolders(library)) {
        if (!(await hasLeave(root, "read"))) found.push({ root, count: files.length });
      }
      if (!gone) setLapsed(found);
    };
    void look();
    return () => {
      gone = true;
    };
  }, [library]);

  const renew = async ({ root }: Lapsed): Promise<void> => {
    const given = await askForLeave(root, "read");
    setRefused(!given);
    if (given) setLapsed((before) => before.filter((one) => one.root !== root));
  };

  return lapsed.map((folder) => (
    <div key={folder.root.name} className={`note warn ${css.said ?? ""}`}>
      <Icon of={FolderOpen} size={18} />
      <span className="grow">
        {words.lapsed(folder.root.name, folder.count)} {refused ? words.notRenewed : ""}
      </span>
      <Button onClick={() => void renew(folder)}>{words.renew}</Button>
    </div>
  ));
};
