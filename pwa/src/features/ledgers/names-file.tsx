import { useId, useState } from "react";
import { useDependencies, useIdentity } from "../../app/library-context.tsx";
import { offerFile } from "../../app/offer-file.ts";
import { useSiteTime } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { FileButton } from "../../design/file-button.tsx";
import {
  canSeal,
  keyOf,
  NAMES_ENDING,
  readNames,
  writeNames,
} from "../../storage/personal/index.ts";
import { useLedgerWords } from "./ledger-words.ts";
import css from "./ledgers.module.css";
import { usePersonal } from "./personal-context.tsx";

/** A passphrase has at least so many letters: the file may fall into anybody's hands. */
const SHORTEST = 8;

/** Saves what names people as one sealed file, and takes such a file back; what is here already is not touched. */
export const NamesFile = () => {
  const words = useLedgerWords().namesRoom;
  const { clock, newId } = useDependencies();
  const { site, siteName } = useIdentity();
  const { date: today } = useSiteTime();
  const { rows, store } = usePersonal();
  const [pass, setPass] = useState("");
  const [working, setWorking] = useState(false);
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState("");
  const id = useId();
  const tell = (done: string, wrong = ""): void => {
    setSaid(done);
    setProblem(wrong);
    setWorking(false);
  };
  const save = async (): Promise<void> => {
    if (rows.size === 0) return tell("", words.fileNothing);
    if ([...pass].length < SHORTEST) return tell("", words.fileShort);
    setWorking(true);
    const file = await writeNames(rows.values(), pass, { site, newId, now: clock.now });
    offerFile(
      file,
      `${words.fileName(siteName, today).replace(/[\\/:*?"<>|]/gu, " ")}${NAMES_ENDING}`,
    );
    setPass("");
    tell(words.fileSaved(rows.size));
  };
  const take = async (file: File): Promise<void> => {
    setWorking(true);
    const read = await readNames(file, pass, site);
    if (!read.ok) return tell("", words.fileProblems[read.error.type]);
    const fresh = read.value.filter((row) => !rows.has(keyOf(row)));
    const kept = await store.write(fresh);
    if (!kept.ok) return tell("", words.problems[kept.error.type]);
    setPass("");
    tell(words.fileTaken(fresh.length));
  };
  if (!canSeal()) return null;
  return (
    <section className={`sheet ${css.bring ?? ""}`} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.fileTitle}</h2>
      <p>{words.fileWhat}</p>
      <div className={css.cell}>
        <label className="small" htmlFor={`${id}-pass`}>
          {words.filePass}
        </label>
        <input
          id={`${id}-pass`}
          className="field"
          type="password"
          autoComplete="new-password"
          maxLength={64}
          aria-describedby={`${id}-hint`}
          value={pass}
          onChange={(event) => setPass(event.target.value)}
        />
        <span className="small" id={`${id}-hint`}>
          {words.filePassHint}
        </span>
      </div>
      <div className={css.formFoot}>
        <Button disabled={working} onClick={() => void save()}>
          {working ? words.fileSaving : words.fileSave}
        </Button>
        <FileButton accept={NAMES_ENDING} onFile={(file) => void take(file)}>
          {words.fileOpen}
        </FileButton>
        <span role="status">{said}</span>
        <span role="alert" className={css.problem}>
          {problem}
        </span>
      </div>
    </section>
  );
};
