import { useWords } from "../../locales/index.ts";
import styles from "./portals.module.css";
import { RulesSheet } from "./rules-sheet.tsx";

/** Rules alone, for a home whose book, and so whose list of portals, is elsewhere. */
export const RulesRoom = () => {
  const words = useWords().portals;
  return (
    <main className={`main ${styles.main ?? ""}`}>
      <div className="head">
        <h1>{words.title}</h1>
        <span className="small grow">{words.elsewhere}</span>
      </div>
      <div className={styles.alone}>
        <RulesSheet />
      </div>
    </main>
  );
};
