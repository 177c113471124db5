import type { Courseware, MediaFile } from "@dianbo/shared/courseware";
import { useState } from "react";
import { useHeldFile } from "../../../app/use-held-file.ts";
import { BrokenPart } from "./broken-part.tsx";
import { KeypadHint, NextHint, PartTitle } from "./part-frame.tsx";
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
        <PartTitle item={item} />
      </header>
      {file.type === "opening" ? (
        <div />
      ) : (
        <img src={file.url} alt={item.title} onLoad={onStarted} onError={() => setBroken(true)} />
      )}
      <footer>
        <NextHint />
        <KeypadHint />
      </footer>
    </div>
  );
};
