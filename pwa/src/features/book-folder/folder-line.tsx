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
 * Above all else on the start page: the folder's films do not play before the browser has had its click.
 * Nothing where there is nothing to ask.
 */
export const FolderAsk = () => {
  const { bookFolder: words } = useWords();
  const { desk, state } = useFolder();
  const { items } = useSnapshot();
  if (state?.name === undefined || state.leave) return null;
  const { name, held } = state;
  const away = [...items.values()].filter(
    (item) => isListed(item) && item.media != null && !held.has(item.media.hash),
  ).length;
  if (away === 0) return null;
  return (
    <div className={`note warn ${css.ask ?? ""}`}>
      <Icon of={FolderOpen} size={18} />
      <span className="grow">{words.lineLapsed(name, away)}</span>
      <Button onClick={() => void desk.allow()}>{words.allow(name)}</Button>
    </div>
  );
};

/** Where films have lain unplayed for a year, the start page says how much room is left; else nothing. */
export const SpaceLine = () => {
  const { bookFolder: words } = useWords();
  const { clock } = useDependencies();
  const { state } = useFolder();
  const snapshot = useSnapshot();
  const held = state?.held;
  const free = useFreeSpace(held);
  const unplayed = useMemo(
    () => (held === undefined ? 0 : unplayedFiles(snapshot, held, clock.now()).length),
    [snapshot, held, clock],
  );
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
