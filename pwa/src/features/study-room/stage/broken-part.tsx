import type { Courseware } from "@dianbo/shared/courseware";
import { useEffect, useRef } from "react";
import { note } from "../note.ts";
import { useRoomWords } from "../room-words.ts";
import styles from "./stage.module.css";

/** How long the words stand before the evening goes on by itself. Milliseconds. */
const READING = 6_000;

/** A film that does not play: said in words, and the evening goes on. */
export const BrokenPart = ({
  item,
  missing,
  why = "file-unreadable",
  next,
  still,
  onOver,
}: {
  readonly item: Courseware;
  readonly missing: boolean;
  /** What the ring of events calls the reason, where the file is there. */
  readonly why?: string | undefined;
  readonly next: string | undefined;
  /** Somebody is at the keypad: the evening waits. */
  readonly still: boolean;
  readonly onOver: () => void;
}) => {
  const words = useRoomWords();
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });
  const word = missing ? "file-missing" : why;
  useEffect(() => note((log) => log.failed(word)), [word]);
  const goesOn = next !== undefined;
  useEffect(() => {
    if (!goesOn || still) return;
    const timer = setTimeout(() => over.current(), READING);
    return () => clearTimeout(timer);
  }, [goesOn, still]);
  return (
    <div className={styles["plain"]} role="alert">
      <h1>
        {missing
          ? words.preview.missing[item.kind]
          : words.broken.film(item.number == null ? item.title : `${item.number} ${item.title}`)}
      </h1>
      <p>{missing ? words.preview.missingNext : words.broken.filmNext}</p>
      <p>{goesOn ? words.broken.goesOn(next) : words.broken.back}</p>
    </div>
  );
};
