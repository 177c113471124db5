import type { SiteToJoin } from "@dianbo/shared/identity";
import { useState } from "react";
import { readRecoveryCode } from "../../app/recovery-code.ts";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./first-run.module.css";

/** The site comes back from its printed sheet: name and key are typed. */
export const TypedKey = ({
  onSite,
  onBack,
}: {
  readonly onSite: (site: SiteToJoin) => void;
  readonly onBack: () => void;
}) => {
  const { firstRun: words } = useWords();
  const [name, setName] = useState("");
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string>();
  const go = async (): Promise<void> => {
    if (name.trim() === "") {
      setProblem(words.keyNameMissing);
      return;
    }
    const read = await readRecoveryCode(typed);
    if (read.ok && read.value.siteKey !== undefined) {
      const { site, siteKey } = read.value;
      onSite({ site, siteName: name.trim(), siteKey });
    } else setProblem(words.keyWrong);
  };
  return (
    <form
      className={css.typed}
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <div>
        <h1>{words.keyTitle}</h1>
        <p className="dim">{words.keyLead}</p>
      </div>
      <div className={css.field}>
        <label htmlFor="key-name">{words.siteName}</label>
        <input
          id="key-name"
          className="field"
          value={name}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <div className={css.field}>
        <label htmlFor="key-code">{words.recoveryKey}</label>
        <textarea
          id="key-code"
          className={`field ${css.code}`}
          rows={4}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p className="hint">{words.recoveryReading}</p>
      </div>
      {problem === undefined ? null : (
        <p className="note bad" role="alert">
          {problem}
        </p>
      )}
      <div className={css.acts}>
        <Button look="go" type="submit">
          {words.keyGo}
        </Button>
        <Button look="text" onClick={onBack}>
          {words.keyBack}
        </Button>
      </div>
    </form>
  );
};
