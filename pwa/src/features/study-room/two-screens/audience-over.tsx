import roomStyles from "../room.module.css";
import { RoomHead } from "../room-frame.tsx";
import styles from "./projector.module.css";
import { useTwoScreensWords } from "./words.ts";

/** The session is over: what the people see who are getting up. */
export const AudienceOver = () => {
  const words = useTwoScreensWords();
  return (
    <div className={roomStyles["screen"]}>
      <RoomHead menu={undefined} />
      <main className={styles["over"]}>
        <h1>{words.audienceOver}</h1>
        <p>{words.audienceOverSay}</p>
      </main>
      <div />
    </div>
  );
};
