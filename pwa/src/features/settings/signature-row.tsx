import { useState } from "react";
import { useDependencies, useIdentity } from "../../app/library-context.tsx";
import { changeSiteKey, ensureSiteKey } from "../../app/site-key.ts";
import { Button } from "../../design/button.tsx";
import { QrPicture } from "../../design/qr-picture.tsx";
import { useWords } from "../../locales/index.ts";

import styles from "./settings.module.css";
import { Row } from "./settings-row.tsx";
import { useKeyWords } from "./use-key-words.ts";

type Step = "still" | "asking" | "changing" | "changed";

/** Changing the key is asked once more: a sheet that was printed is worth nothing afterwards. */
const ChangeKey = () => {
  const { settings: words } = useWords();
  const dependencies = useDependencies();
  const [step, setStep] = useState<Step>("still");
  const change = async (): Promise<void> => {
    setStep("changing");
    setStep((await changeSiteKey(dependencies)) ? "changed" : "still");
  };
  return (
    <>
      <p className="small">{words.signatureChangeWhat}</p>
      <div className="row">
        {step === "asking" || step === "changing" ? (
          <>
            <Button look="bad" disabled={step === "changing"} onClick={() => void change()}>
              {words.signatureChangeGo}
            </Button>
            <Button disabled={step === "changing"} onClick={() => setStep("still")}>
              {words.signatureChangeNo}
            </Button>
          </>
        ) : (
          <Button onClick={() => setStep("asking")}>{words.signatureChange}</Button>
        )}
      </div>
      <div role="status">
        {step === "changed" ? <p className="note ok">{words.signatureChanged}</p> : null}
      </div>
    </>
  );
};

/** By which four words others know this site's lists, with the QR code, and how to change the key. */
export const SignatureRow = () => {
  const { settings: words } = useWords();
  const dependencies = useDependencies();
  const { siteKey, siteName } = useIdentity();
  const said = useKeyWords();
  return (
    <Row name={words.signature} hint={words.signatureHint}>
      {siteKey === undefined ? (
        <div className="row">
          <span className="grow">{words.signatureNone}</span>
          <Button onClick={() => void ensureSiteKey(dependencies)}>{words.signatureMake}</Button>
        </div>
      ) : (
        <div className={styles.stack}>
          <b className={styles.words}>{said ?? "…"}</b>
          <details>
            <summary className="btn">{words.signatureShow}</summary>
            <div className={styles.stack}>
              {said === undefined ? null : (
                <QrPicture
                  text={words.signatureText(siteName, said, siteKey.publicKey)}
                  name={words.signatureQr(said)}
                  className={styles.code}
                />
              )}
              <p className="small">{words.signatureNote}</p>
              <ChangeKey />
            </div>
          </details>
        </div>
      )}
    </Row>
  );
};
