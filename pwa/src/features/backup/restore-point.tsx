import { useEffect, useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import { restorePointAt, returnToRestorePoint } from "../../storage/index.ts";
import styles from "./backup.module.css";
import { momentInWords } from "./dates-in-words.ts";
import { whyNotInWords } from "./why-not.ts";

/** The way back to the state before the last restore, where it is still kept. */
export const RestorePoint = () => {
  const words = useWords().backup;
  const { library, clock } = useDependencies();
  const [at, setAt] = useState<number>();
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState("");
  useEffect(() => {
    let here = true;
    void restorePointAt(library).then((found) => {
      if (here) setAt(found);
    });
    return () => {
      here = false;
    };
  }, [library]);
  const goBack = async (): Promise<void> => {
    const back = await returnToRestorePoint(library);
    setSaid(back.ok ? words.backDone : whyNotInWords(back.error.type, words));
    setAsking(false);
    if (back.ok) setAt(undefined);
  };
  return (
    <>
      {at === undefined ? null : (
        <div className={styles.point}>
          <span className="small">{words.pointThere(momentInWords(at, clock.now()))}</span>
          {asking ? (
            <>
              <span className="small">{words.backWarn}</span>
              <Button look="bad" onClick={() => void goBack()}>
                {words.backYes}
              </Button>
              <Button look="text" onClick={() => setAsking(false)}>
                {words.replaceNo}
              </Button>
            </>
          ) : (
            <Button onClick={() => setAsking(true)}>{words.back}</Button>
          )}
        </div>
      )}
      <p role="status">{said}</p>
    </>
  );
};
