import type { Courseware, MediaFile } from "@dianbo/shared/courseware";
import { useEffect, useRef, useState } from "react";
import { useHeldFile } from "../../../app/use-held-file.ts";
import { NumberTag } from "../../../design/number-tag.tsx";
import type { StageOrder } from "../key-meaning.ts";
import { useRoomWords } from "../room-words.ts";
import { BrokenPart } from "./broken-part.tsx";
import styles from "./stage.module.css";
import type { StagePart } from "./stage-part.ts";
import { useStageControls } from "./use-stage-controls.ts";

/** A PDF in the browser's own viewer, a page at a time. How many pages there are only the viewer knows. */
export const DocumentPart = ({
  item,
  media,
  next,
  controls,
  still,
  onStarted,
  onOver,
}: StagePart & {
  readonly item: Courseware;
  readonly media: MediaFile;
  readonly next: string | undefined;
}) => {
  const words = useRoomWords();
  const file = useHeldFile(media.hash, "application/pdf");
  const [page, setPage] = useState(1);
  const frame = useRef<HTMLIFrameElement>(null);
  const obey = (order: StageOrder): void => {
    if (order.type === "enter") onOver();
    else setPage(Math.max(1, page + order.by));
  };
  useStageControls(controls, { obey, seconds: () => 0 });
  // The viewer takes the keyboard when it has loaded; the room's keys must go on working.
  useEffect(() => {
    const back = (): void => {
      if (document.activeElement === frame.current) frame.current?.blur();
    };
    const timer = setInterval(back, 250);
    return () => clearInterval(timer);
  }, []);
  if (file.type === "missing") {
    return <BrokenPart item={item} missing={true} next={next} still={still} onOver={onOver} />;
  }
  return (
    <div className={styles["article"]}>
      <header>
        {item.number == null ? null : <NumberTag number={item.number} />}
        <b className="clip">{item.title}</b>
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
        <button type="button" tabIndex={-1} onClick={() => setPage(Math.max(1, page - 1))}>
          {words.playing.pageBack}
        </button>
        <button type="button" tabIndex={-1} onClick={() => setPage(page + 1)}>
          {words.playing.pageOn}
        </button>
        <span className={styles["keys"]}>
          <kbd className="kbd">PgUp</kbd>
          <kbd className="kbd">PgDn</kbd>
          {words.keys.page}
        </span>
        <span className={styles["keys"]}>
          <kbd className="kbd">Enter</kbd>
          {words.keys.next}
        </span>
        <span className={styles["keys"]}>
          <kbd className="kbd">Esc</kbd>
          {words.keys.backToKeypad}
        </span>
      </footer>
    </div>
  );
};
