import { ArrowLeft, Lock } from "lucide-react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { KeepNames } from "./keep-names.tsx";
import { useLedgerWords } from "./ledger-words.ts";
import css from "./ledgers.module.css";
import { NamesFile } from "./names-file.tsx";
import { OnePerson } from "./one-person.tsx";
import { usePersonal } from "./personal-context.tsx";
import { PinSheet } from "./pin-sheet.tsx";
import { UnlockForm } from "./unlock-form.tsx";

/** How names are kept: behind a PIN or not, for how long, and one person's rows on request. */
export const NamesRoom = () => {
  const all = useLedgerWords();
  const words = all.namesRoom;
  const { lock, store } = usePersonal();
  return (
    <main className={`main ${css.main ?? ""}`}>
      <div className="head">
        <a className="btn text" href="#/ledgers" aria-label={all.back}>
          <Icon of={ArrowLeft} />
        </a>
        <h1>{words.title}</h1>
        {lock === "unlocked" ? (
          <Button className="end" icon={<Icon of={Lock} />} onClick={() => store.lock()}>
            {words.lock}
          </Button>
        ) : null}
      </div>
      <p>{words.what}</p>
      <UnlockForm />
      <div className={css.halves}>
        <PinSheet />
        {lock === "locked" ? null : (
          <div className={css.stack}>
            <KeepNames />
            <OnePerson />
            <NamesFile />
          </div>
        )}
      </div>
    </main>
  );
};
