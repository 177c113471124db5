import { isListed } from "@dianbo/shared/courseware";
import { FolderOpen, HardDrive } from "lucide-react";
import { useMemo } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords } from "../../locales/index.ts";
import css from "./book-folder.module.css";
import { unplayedFiles } from "./unplayed.ts";
import { useFolder } from "./use-folder.ts";
import { useFreeSpace } from "./use-free-space.ts";

/**
 * What the start page says of the folder: that the browser wants a click before its films play; else, where
 * films have lain unplayed for a year, how much room is left. Nothing where there is nothing to say.
 */
export const FolderLine = () => {
  const { bookFolder: words } = useWords();
  const { clock } = useDependencies();
  const { desk, state } = useFolder();
  const snapshot = useSnapshot();
  const held = state?.held;
  const free = useFreeSpace(held);
  const unplayed = useMemo(
    () => (held === undefined ? 0 : unplayedFiles(snapshot, held, clock.now()).length),
    [snapshot, held, clock],
  );
  if (state === undefined || held === undefined) return null;
  const { name, leave } = state;
  const away = [...snapshot.items.values()].filter(
    (item) => isListed(item) && item.media != null && !held.has(item.media.hash),
  ).length;
  if (name !== undefined && !leave && away > 0) {
    return (
      <div className={`note warn ${css.ask ?? ""}`}>
        <Icon of={FolderOpen} size={18} />
        <span className="grow">{words.lineLapsed(name, away)}</span>
        <Button onClick={() => void desk.allow()}>{words.allow(name)}</Button>
      </div>
    );
  }
  if (unplayed === 0) return null;
  return (
    <div className={css.line}>
      <Icon of={HardDrive} size={18} />
      <span>
        {words.lineSpace(
          words.unplayed(unplayed),
          free === undefined ? undefined : words.space(sizeInWords(free)),
        )}
      </span>
      <a href="#/keeping" className="end small">
        {words.look}
      </a>
    </div>
  );
};
