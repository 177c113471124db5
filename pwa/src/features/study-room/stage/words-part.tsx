import type { Courseware } from "@dianbo/shared/courseware";
import { useEffect, useRef } from "react";
import { useWordsFor } from "../keypad/item-preview.tsx";
import { useRoomWords } from "../room-words.ts";
import type { Showing } from "../showing.ts";
import styles from "./stage.module.css";
import type { StagePart } from "./stage-part.ts";
import { useStageControls } from "./use-stage-controls.ts";

/** How long the words stand before the evening goes on by itself. Milliseconds. */
const READING = 6_000;

/** An item of the evening that cannot be shown here: why, what to do, and on it goes. */
export const WordsPart = ({
  item,
  why,
  next,
  controls,
  still,
  onOver,
}: StagePart & {
  readonly item: Courseware;
  readonly why: Extract<Showing, { type: "words" }>["why"];
  readonly next: string | undefined;
}) => {
  const words = useRoomWords();
  const [what, instead] = useWordsFor()(item, why);
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });
  useStageControls(controls, {
    obey: (order) => {
      if (order.type === "enter" || order.type === "page") onOver();
    },
    seconds: () => 0,
  });
  // What lies on a disc is shown by hand meanwhile: the evening waits for Enter.
  const goesOn = next !== undefined && (why !== "missing" || item.place == null);
  useEffect(() => {
    if (!goesOn || still) return;
    const timer = setTimeout(() => over.current(), READING);
    return () => clearTimeout(timer);
  }, [goesOn, still]);
  return (
    <div className={styles["plain"]}>
      <p>
        {item.number} {item.title}
      </p>
      <h1>{what}</h1>
      <p>{instead}</p>
      <p>{goesOn ? words.broken.goesOn(next) : words.broken.back}</p>
    </div>
  );
};
