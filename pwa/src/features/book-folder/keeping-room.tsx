import { HardDrive } from "lucide-react";
import { useMemo } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { Icon } from "../../design/icon.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords } from "../../locales/index.ts";
import css from "./book-folder.module.css";
import { FolderSheet } from "./folder-sheet.tsx";
import { TidySheet } from "./tidy-sheet.tsx";
import { unplayedFiles } from "./unplayed.ts";
import { useFolder } from "./use-folder.ts";
import { useFreeSpace } from "./use-free-space.ts";

/** Where films are kept: how much room there is, the folder on disk, what nobody has played for a year. */
export const KeepingRoom = () => {
  const { bookFolder: words, stick } = useWords();
  const { clock } = useDependencies();
  const { desk, state } = useFolder();
  const snapshot = useSnapshot();
  const held = state?.held;
  const free = useFreeSpace(held);
  const unplayed = useMemo(
    () => (held === undefined ? [] : unplayedFiles(snapshot, held, clock.now())),
    [snapshot, held, clock],
  );
  const bytes = [...(held?.values() ?? [])].reduce((sum, size) => sum + size, 0);
  return (
    <main className="main">
      <div className="head">
        <h1>{words.title}</h1>
        <span className="end row">
          <a className="btn" href="#/stick">
            {stick.door}
          </a>
          <a className="btn" href="#/open-stick">
            {stick.read}
          </a>
        </span>
      </div>
      {state === undefined || held === undefined ? (
        <p className="sheet">{words.looking}</p>
      ) : (
        <>
          <p className={css.figures}>
            <Icon of={HardDrive} />
            <span>
              {held.size === 0 ? words.browserNone : words.browser(held.size, sizeInWords(bytes))}
            </span>
            {free === undefined ? (
              <span className="dim">{words.spaceUnknown}</span>
            ) : (
              <b>{words.space(sizeInWords(free))}</b>
            )}
            {unplayed.length === 0 ? null : <span>{words.unplayed(unplayed.length)}</span>}
          </p>
          <div className={css.parts}>
            <FolderSheet desk={desk} state={state} />
            <TidySheet desk={desk} state={state} unplayed={unplayed} />
          </div>
        </>
      )}
    </main>
  );
};
