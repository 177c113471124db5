import type { Courseware } from "@dianbo/shared/courseware";
import { NumberTag } from "../../../design/number-tag.tsx";
import { useRoomWords } from "../room-words.ts";
import styles from "./stage.module.css";

/** Number and title above what is shown. */
export const PartTitle = ({ item }: { readonly item: Courseware }) => (
  <>
    {item.number == null ? null : <NumberTag number={item.number} />}
    <b className="clip">{item.title}</b>
  </>
);

/** The key that leaves what is shown for the keypad. */
export const KeypadHint = () => {
  const words = useRoomWords();
  return (
    <span className={styles["keys"]}>
      <kbd className="kbd">Esc</kbd>
      {words.keys.backToKeypad}
    </span>
  );
};

/** The key that goes on with the evening. */
export const NextHint = () => {
  const words = useRoomWords();
  return (
    <span className={styles["keys"]}>
      <kbd className="kbd">Enter</kbd>
      {words.keys.next}
    </span>
  );
};
