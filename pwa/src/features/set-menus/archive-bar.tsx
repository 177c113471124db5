import { useEffect, useRef } from "react";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./set-menus-room.module.css";

/** Stands above the list while several menus are chosen to be archived. */
export const ArchiveBar = ({
  chosen,
  of,
  all,
  archive,
  leave,
}: {
  readonly chosen: number;
  readonly of: number;
  readonly all: () => void;
  readonly archive: () => void;
  readonly leave: () => void;
}) => {
  const { setMenus: words } = useWords();
  const bar = useRef<HTMLDivElement>(null);
  // The button that opened it is gone; from here Tab goes on to the boxes.
  useEffect(() => bar.current?.focus(), []);
  return (
    <div
      ref={bar}
      role="toolbar"
      tabIndex={-1}
      aria-label={words.archiveSome}
      className={`note ${css.done ?? ""}`}
      onKeyDown={(event) => {
        if (event.key === "Escape") leave();
      }}
    >
      <span className="grow">{words.archiveSomeHint}</span>
      <Button look="text" disabled={chosen === of} onClick={all}>
        {words.archiveAll}
      </Button>
      <Button look="text" onClick={leave}>
        {words.archiveLeave}
      </Button>
      <Button look="go" disabled={chosen === 0} onClick={archive}>
        {words.archiveTicked(chosen)}
      </Button>
    </div>
  );
};
