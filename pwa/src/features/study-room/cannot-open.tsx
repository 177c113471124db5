import styles from "./room.module.css";
import { type RoomWords, useRoomWords } from "./room-words.ts";

/** The book takes a while to open. */
export const Opening = ({ words }: { readonly words: RoomWords }) => (
  <div className={styles["room"]}>
    <main className={`${styles["screen"]} ${styles["empty"]}`}>
      <p>{words.opening}</p>
    </main>
  </div>
);

/** The book could not be opened: why, and what to do. */
export const CannotOpen = ({ why }: { readonly why: keyof RoomWords["openFailed"] }) => {
  const words = useRoomWords();
  return (
    <div className={styles["room"]}>
      <main className={`${styles["screen"]} ${styles["empty"]}`}>
        <p>{words.openFailed[why]}</p>
      </main>
    </div>
  );
};
