import type { Courseware } from "@dianbo/shared/courseware";
import { useEffect, useRef } from "react";
import { note } from "../note.ts";
import { useRoomWords } from "../room-words.ts";
import styles from "./stage.module.css";
import type { StagePart } from "./stage-part.ts";

/** Goes on as soon as nobody holds the evening up; says nothing. */
export const useGoingOn = (onFailed: (() => void) | undefined, still: boolean): void => {
  const latest = useRef(onFailed);
  useEffect(() => {
    latest.current = onFailed;
  });
  const goesOn = onFailed !== undefined && !still;
  useEffect(() => {
    if (goesOn) latest.current?.();
  }, [goesOn]);
};

/**
 * A thing that does not play. In front of people the next comes on at once and only the host reads of it;
 * where somebody called it by itself and nothing is left, the screen says what is wrong and what to do.
 */
export const BrokenPart = ({
  item,
  missing,
  why = "file-unreadable",
  still,
  onFailed,
}: Pick<StagePart, "still" | "onFailed"> & {
  readonly item: Courseware;
  readonly missing: boolean;
  /** What the ring of events calls the reason, where the file is there. */
  readonly why?: string | undefined;
}) => {
  const words = useRoomWords();
  const word = missing ? "file-missing" : why;
  useEffect(() => note((log) => log.failed(word)), [word]);
  useGoingOn(onFailed, still);
  if (onFailed !== undefined) return <div className={styles["plain"]} />;
  return (
    <div className={styles["plain"]} role="alert">
      <h1>
        {missing
          ? words.preview.missing[item.kind]
          : words.broken.film(item.number == null ? item.title : `${item.number} ${item.title}`)}
      </h1>
      <p>{missing ? words.preview.missingNext : words.broken.filmNext}</p>
      <p>{words.broken.back}</p>
    </div>
  );
};
