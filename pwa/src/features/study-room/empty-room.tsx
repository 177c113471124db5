import { useOfficeAddress } from "./office-address.ts";
import styles from "./room.module.css";
import { RoomFoot, RoomHead } from "./room-frame.tsx";
import { useRoomWords } from "./room-words.ts";

/** Nothing has a number yet: one sentence with the way in. */
export const EmptyRoom = () => {
  const words = useRoomWords();
  const office = useOfficeAddress();
  return (
    <div className={styles["room"]}>
      <div className={styles["screen"]}>
        <RoomHead menu={undefined} />
        <main className={styles["empty"]}>
          <p>{words.idle.empty}</p>
          <a href={office}>{words.idle.emptyDoor}</a>
        </main>
        <RoomFoot hints={[]} say="" />
      </div>
    </div>
  );
};
