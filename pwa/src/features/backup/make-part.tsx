import { Archive } from "lucide-react";
import { useEffect, useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords } from "../../locales/index.ts";
import styles from "./backup.module.css";
import { dayInWords } from "./dates-in-words.ts";
import { FolderLine } from "./folder-line.tsx";
import { useLastBackup } from "./last-backup.ts";
import { BackingUpLine } from "./progress.tsx";
import { useBackingUp } from "./use-backing-up.ts";

/** Makes a backup: what goes in, the button, how far it is. */
export const MakePart = () => {
  const words = useWords().backup;
  const { media, clock } = useDependencies();
  const last = useLastBackup();
  const { progress, start, stop, asFile } = useBackingUp();
  const [withMedia, setWithMedia] = useState(false);
  const [held, setHeld] = useState({ count: 0, bytes: 0 });
  useEffect(() => {
    let here = true;
    void media.list().then((files) => {
      const bytes = files.reduce((sum, { size }) => sum + size, 0);
      if (here) setHeld({ count: files.length, bytes });
    });
    return () => {
      here = false;
    };
  }, [media]);
  return (
    <section className={`sheet ${styles.part}`} aria-labelledby="backup-make">
      <h2 id="backup-make">{words.makeTitle}</h2>
      <p>{words.makeLead}</p>
      {last === undefined ? null : (
        <p className="dim">
          {last === null ? words.never : words.last(dayInWords(last.at, clock.now()))}
        </p>
      )}
      {held.count === 0 ? (
        <p className="small">{words.noMedia}</p>
      ) : (
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={withMedia}
            onChange={(event) => setWithMedia(event.target.checked)}
          />
          {words.withMedia(held.count, sizeInWords(held.bytes))}
        </label>
      )}
      <div className={styles.acts}>
        <Button
          look="go"
          icon={<Archive aria-hidden="true" size={20} strokeWidth={1.75} />}
          disabled={progress.state === "writing"}
          onClick={() => void start(withMedia && held.count > 0)}
        >
          {words.now}
        </Button>
      </div>
      <FolderLine />
      <BackingUpLine progress={progress} onStop={stop} onFile={asFile} />
      <p className="small">{words.noNames}</p>
      <p className="small">{words.keyHint}</p>
    </section>
  );
};
