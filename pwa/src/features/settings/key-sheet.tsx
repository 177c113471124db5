import { Printer } from "lucide-react";
import { useEffect, useState } from "react";
import { useDependencies, useIdentity } from "../../app/library-context.tsx";
import { recoveryCode } from "../../app/recovery-code.ts";
import { recoveryQrText } from "../../app/recovery-qr.ts";
import { ensureSiteKey } from "../../app/site-key.ts";
import { BackLink } from "../../design/back-link.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { QrPicture } from "../../design/qr-picture.tsx";
import { useWords } from "../../locales/index.ts";

import css from "./key-sheet.module.css";
import { useKeyWords } from "./use-key-words.ts";

/** The sheet that brings the site back when its PCs are gone: name, id and key, to be printed and locked away. */
export const KeySheet = () => {
  const { firstRun: words, settings } = useWords();
  const signature = useKeyWords();
  const dependencies = useDependencies();
  const { site, siteName } = useIdentity();
  const [code, setCode] = useState<string>();
  useEffect(() => {
    let left = false;
    void ensureSiteKey(dependencies)
      .then((siteKey) => recoveryCode(site, siteKey))
      .then((made) => {
        if (!left) setCode(made);
      });
    return () => {
      left = true;
    };
  }, [dependencies, site]);
  const date = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" }).format(
    dependencies.clock.now(),
  );
  return (
    <main className={`main ${css.room}`}>
      <div className="head">
        <BackLink to="#/settings" name={words.back} />
        <h1>{words.recovery}</h1>
        <Button look="go" className="end" icon={<Icon of={Printer} />} onClick={() => print()}>
          {words.print}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
      <section className={css.desk} aria-label={words.recoveryTitle} tabIndex={0}>
        <article className={css.paper}>
          <h2>{words.recoveryTitle}</h2>
          <p>{words.recoveryWhat}</p>
          <dl>
            <dt>{words.recoverySite}</dt>
            <dd className={css.site}>{siteName}</dd>
            <dt>{words.recoveryId}</dt>
            <dd className="n">{site}</dd>
            <dt>{words.recoveryKey}</dt>
            <dd className={css.code} data-code>
              {code?.split(" ").map((group, place) => (
                <span key={place}>{group} </span>
              ))}
            </dd>
            <dt>{settings.signature}</dt>
            <dd className={css.site}>{signature}</dd>
          </dl>
          <p className={css.reading}>{words.recoveryReading}</p>
          {code === undefined ? null : (
            <QrPicture
              text={recoveryQrText(code, siteName)}
              name={words.recoveryQr}
              className={css.picture}
            />
          )}
          <p className={css.date}>{words.recoveryDate(date)}</p>
        </article>
      </section>
    </main>
  );
};
