import { useStandings } from "../../app/use-standings.ts";
import { useWords } from "../../locales/index.ts";
import { BallotSheet } from "./ballot-sheet.tsx";
import { NoteBox } from "./note-box.tsx";
import { WishList } from "./wish-list.tsx";
import styles from "./wishes.module.css";

/** What residents want to see: the box for slips, the tally, next week's vote. */
export const WishesRoom = () => {
  const words = useWords().wishes;
  const rows = useStandings();
  return (
    <main className={`main ${styles.main ?? ""}`}>
      <div className="head">
        <h1>{words.title}</h1>
        <span className="small grow">{words.lede}</span>
      </div>
      <div className={styles.halves}>
        <div className={styles.left}>
          <NoteBox />
          <WishList rows={rows} />
        </div>
        <BallotSheet rows={rows} />
      </div>
    </main>
  );
};
