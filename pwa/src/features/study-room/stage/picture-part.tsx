import type { Courseware, MediaFile } from "@dianbo/shared/courseware";
import { useState } from "react";
import { useHeldFile } from "../../../app/use-held-file.ts";
import { NumberTag } from "../../../design/number-tag.tsx";
import { useRoomWords } from "../room-words.ts";
import { BrokenPart } from "./broken-part.tsx";
import styles from "./stage.module.css";
import type { StagePart } from "./stage-part.ts";
import { useStageControls } from "./use-stage-controls.ts";

/** A picture as large as the room allows; it stays until somebody goes on. */
export const PicturePart = ({
  item,
  media,
  controls,
  still,
  onStarted,
  onOver,
  onFailed,
}: StagePart & {
  readonly item: Courseware;
  readonly media: MediaFile;
}) => {
  const words = useRoomWords();
  const file = useHeldFile(media.hash, media.mime);
  const [broken, setBroken] = useState(false);
  useStageControls(controls, {
    obey: (order) => {
      const on = order.type === "page" || order.type === "sideways" ? order.by === 1 : false;
      if (on || order.type === "enter") onOver();
    },
    seconds: () => 0,
  });
  if (broken || file.type === "missing") {
    const missing = file.type === "missing";
    return (
      <BrokenPart
        item={item}
        missing={missing}
        why="picture-not-shown"
        still={still}
        onFailed={onFailed}
      />
    );
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
        <img src={file.url} alt={item.title} onLoad={onStarted} onError={() => setBroken(true)} />
      )}
      <footer>
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
