import type { Courseware } from "@dianbo/shared/courseware";
import { useWordsFor } from "../keypad/item-preview.tsx";
import { useRoomWords } from "../room-words.ts";
import type { WhyNot } from "../showing.ts";
import { useGoingOn } from "./broken-part.tsx";
import styles from "./stage.module.css";
import type { StagePart } from "./stage-part.ts";
import { useStageControls } from "./use-stage-controls.ts";

/**
 * An item of the evening that the room cannot show itself. What lies on a disc or wants another program is
 * shown by hand meanwhile: the evening waits for Enter. Anything else is passed over in silence.
 */
export const WordsPart = ({
  item,
  why,
  next,
  controls,
  still,
  onOver,
  onFailed,
}: StagePart & {
  readonly item: Courseware;
  readonly why: WhyNot;
  readonly next: string | undefined;
}) => {
  const words = useRoomWords();
  const [what, instead] = useWordsFor()(item, why);
  const byHand = (why === "missing" && item.place != null) || why === "other-program";
  const passedOver = byHand ? undefined : onFailed;
  useGoingOn(passedOver, still);
  useStageControls(controls, {
    obey: (order) => {
      if (order.type === "enter" || order.type === "page") onOver();
    },
    seconds: () => 0,
  });
  if (passedOver !== undefined) return <div className={styles["plain"]} />;
  return (
    <div className={styles["plain"]}>
      <p>
        {item.number} {item.title}
      </p>
      <h1>{what}</h1>
      <p>{instead}</p>
      <p>{next === undefined ? words.broken.back : words.broken.byHand(next)}</p>
    </div>
  );
};
