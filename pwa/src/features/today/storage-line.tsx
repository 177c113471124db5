import { HardDrive } from "lucide-react";
import { useEffect, useState } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { removeSamples, sampleCount } from "../../app/sample-acts.ts";
import { Button } from "../../design/button.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords } from "../../locales/index.ts";
import styles from "./today.module.css";

/** The line at the foot: what is kept where, and the samples' way out. */
export const StorageLine = () => {
  const { today: words, shell } = useWords();
  const dependencies = useDependencies();
  const snapshot = useSnapshot();
  const [held, setHeld] = useState<{ readonly count: number; readonly bytes: number }>();
  const { media, home } = dependencies;
  useEffect(() => {
    let here = true;
    void media.list().then((files) => {
      if (here)
        setHeld({ count: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) });
    });
    return () => {
      here = false;
    };
  }, [media]);
  const samples = sampleCount(snapshot);
  return (
    <div className={styles.storage}>
      <HardDrive aria-hidden="true" size={18} strokeWidth={1.75} />
      <span>
        {held === undefined || held.count === 0
          ? words.storageNone
          : words.storage(held.count, sizeInWords(held.bytes))}
        {home === "extension" ? `${shell.marks.stop}${words.extensionHome}` : ""}
      </span>
      {dependencies.inbox?.downloads === undefined ? null : (
        <a href="#/downloads" className="small">
          {words.toDownloads}
        </a>
      )}
      <a href="#/keeping" className="small">
        {words.toKeeping}
      </a>
      {samples === 0 ? null : (
        <span className={styles.samples}>
          {words.sampleThere(samples)}
          <Button look="text" onClick={() => void removeSamples(dependencies)}>
            {words.removeSample}
          </Button>
        </span>
      )}
    </div>
  );
};
