import type { Courseware, MediaFile } from "@dianbo/shared/courseware";
import { useEffect, useRef, useState } from "react";
import { useHeldFile } from "../../../app/use-held-file.ts";
import { useRoomWords } from "../room-words.ts";
import { BrokenPart } from "./broken-part.tsx";
import { KeypadHint, NextHint, PartTitle } from "./part-frame.tsx";
import styles from "./stage.module.css";
import type { StagePart } from "./stage-part.ts";
import { useStageControls } from "./use-stage-controls.ts";
import { WordsPart } from "./words-part.tsx";

/**
 * A PDF that lies on a stick: its bytes cannot be read from file://, so the browser's own viewer shows it, a
 * page at a time. Where the browser has none, the words say which file to open in WPS.
 */
export const ViewerPart = (
  part: StagePart & { readonly item: Courseware; readonly media: MediaFile },
) => {
  const { item, media, controls, still, onStarted, onOver, onFailed } = part;
  const words = useRoomWords();
  const file = useHeldFile(media.hash, "application/pdf");
  const [page, setPage] = useState(1);
  const frame = useRef<HTMLIFrameElement>(null);
  const turn = (by: 1 | -1): void => setPage((now) => Math.max(1, now + by));
  useStageControls(controls, {
    obey: (order) => {
      if (order.type === "enter") onOver();
      else if (order.type === "page" || order.type === "sideways" || order.type === "up-down") {
        turn(order.by);
      }
    },
    seconds: () => 0,
  });
  // The viewer takes the keyboard when it has loaded; the room's keys must go on working.
  useEffect(() => {
    const back = (): void => {
      if (document.activeElement === frame.current) frame.current?.blur();
    };
    const timer = setInterval(back, 250);
    return () => clearInterval(timer);
  }, []);
  if (!navigator.pdfViewerEnabled) {
    return <WordsPart {...part} item={item} why="other-program" next={undefined} />;
  }
  if (file.type === "missing") {
    return <BrokenPart item={item} missing={true} still={still} onFailed={onFailed} />;
  }
  return (
    <div className={styles["article"]}>
      <header>
        <PartTitle item={item} />
      </header>
      {file.type === "opening" ? (
        <div />
      ) : (
        <iframe
          ref={frame}
          key={page}
          title={item.title}
          tabIndex={-1}
          src={`${file.url}#toolbar=0&navpanes=0&view=Fit&page=${page}`}
          onLoad={onStarted}
        />
      )}
      <footer>
        <button type="button" tabIndex={-1} onClick={() => turn(-1)}>
          {words.playing.pageBack}
        </button>
        <button type="button" tabIndex={-1} onClick={() => turn(1)}>
          {words.playing.pageOn}
        </button>
        <NextHint />
        <KeypadHint />
      </footer>
    </div>
  );
};
