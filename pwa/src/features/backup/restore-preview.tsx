import type { BackupComparison } from "@dianbo/shared/backup";
import { useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords } from "../../locales/index.ts";
import { mediaInBackup, type OpenedBackup } from "../../storage/index.ts";
import styles from "./backup.module.css";
import { momentInWords } from "./dates-in-words.ts";
import { BackingUpLine } from "./progress.tsx";
import { useBackingUp } from "./use-backing-up.ts";

const Facts = ({
  backup,
  comparison,
}: {
  readonly backup: OpenedBackup;
  readonly comparison: BackupComparison;
}) => {
  const words = useWords().backup;
  const { clock } = useDependencies();
  const { site, madeAt, counts, withMedia, media, channels = [] } = backup.manifest;
  const files = mediaInBackup(backup);
  const { onlyThere, newerThere, onlyHere, newerHere, emptyHere, sameSite } = comparison;
  const differs = onlyThere + newerThere + onlyHere + newerHere > 0;
  const name = site.name === "" ? words.unnamedSite : site.name;
  return (
    <>
      <h3>{words.preview(name, momentInWords(madeAt, clock.now()))}</h3>
      <ul className={styles.facts}>
        <li>{words.counts(counts.items, counts.menus, counts.playbacks)}</li>
        {media.length === 0 ? null : (
          <li>
            {withMedia
              ? words.mediaThere(files.count, sizeInWords(files.bytes))
              : words.mediaNotThere(media.length)}
          </li>
        )}
        {channels.length === 0 ? null : <li>{words.channels(channels.length)}</li>}
        {emptyHere ? <li>{words.emptyHere}</li> : null}
        {emptyHere || !sameSite ? null : (
          <>
            {onlyThere > 0 ? <li>{words.onlyThere(onlyThere)}</li> : null}
            {newerThere > 0 ? <li>{words.newerThere(newerThere)}</li> : null}
            {onlyHere > 0 ? <li>{words.onlyHere(onlyHere)}</li> : null}
            {newerHere > 0 ? <li>{words.newerHere(newerHere)}</li> : null}
            {differs ? null : <li>{words.sameAsHere}</li>}
          </>
        )}
      </ul>
    </>
  );
};

/** Says what a replacing takes away, offers a backup first, and asks once more. */
const ReplaceQuestion = ({
  changesHere,
  onYes,
  onNo,
}: {
  readonly changesHere: number;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) => {
  const words = useWords().backup;
  const { progress, start, stop, asFile } = useBackingUp();
  return (
    <div className={`note warn ${styles.question}`} role="group" aria-label={words.replace}>
      <p>{words.replaceWarn(changesHere)}</p>
      <p className="small">{words.replaceKept}</p>
      <div className={styles.acts}>
        <Button onClick={() => void start(false)}>{words.replaceFirst}</Button>
        <Button look="bad" onClick={onYes}>
          {words.replaceYes}
        </Button>
        <Button look="text" onClick={onNo}>
          {words.replaceNo}
        </Button>
      </div>
      <BackingUpLine progress={progress} onStop={stop} onFile={asFile} />
    </div>
  );
};

/** What is in a backup and how it stands to what is here, with the ways to take it in. */
export const RestorePreview = ({
  backup,
  comparison,
  onRestore,
}: {
  readonly backup: OpenedBackup;
  readonly comparison: BackupComparison;
  readonly onRestore: (way: "merge" | "replace") => void;
}) => {
  const words = useWords().backup;
  const [asking, setAsking] = useState(false);
  const { sameSite, emptyHere, onlyHere, newerHere } = comparison;
  const { name } = backup.manifest.site;
  return (
    <div className={styles.preview}>
      <Facts backup={backup} comparison={comparison} />
      {emptyHere ? (
        <div className={styles.acts}>
          <Button look="go" onClick={() => onRestore("replace")}>
            {words.goOn}
          </Button>
        </div>
      ) : sameSite ? (
        <>
          <div className={styles.acts}>
            <Button look="go" onClick={() => onRestore("merge")}>
              {words.merge}
            </Button>
            <Button aria-expanded={asking} onClick={() => setAsking(true)}>
              {words.replace}
            </Button>
          </div>
          <p className="small">{words.mergeHint}</p>
          {asking ? (
            <ReplaceQuestion
              changesHere={onlyHere + newerHere}
              onYes={() => onRestore("replace")}
              onNo={() => setAsking(false)}
            />
          ) : null}
        </>
      ) : (
        <p className="note warn" role="alert">
          {words.otherSite(name === "" ? words.unnamedSite : name)}
        </p>
      )}
    </div>
  );
};
