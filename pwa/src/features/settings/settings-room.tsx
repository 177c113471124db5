import type { Post } from "@dianbo/shared/identity";
import { Check } from "lucide-react";
import { type ReactNode, useState } from "react";
import { APP_VERSION } from "../../app/app-version.ts";
import { CopyForHelper } from "../../app/copy-for-helper.tsx";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { usePreferences } from "../../app/preferences.tsx";
import { loadSamples, removeSamples, sampleCount } from "../../app/sample-acts.ts";
import { Button } from "../../design/button.tsx";
import { Choice } from "../../design/choice.tsx";
import { useWords } from "../../locales/index.ts";
import { PersistenceRow } from "./persistence-row.tsx";
import { PictureHeightRow } from "./picture-height-row.tsx";
import { SecondPcRows } from "./second-pc-rows.tsx";
import styles from "./settings.module.css";
import { Row } from "./settings-row.tsx";
import { TargetRow } from "./target-row.tsx";
import { VersionRow } from "./version-row.tsx";

const POSTS: readonly Post[] = ["A", "B"];

const SiteName = () => {
  const words = useWords().settings;
  const { library } = useDependencies();
  const [name, setName] = useState(library.identity().siteName);
  return (
    <input
      className="field"
      aria-label={words.siteName}
      value={name}
      maxLength={40}
      placeholder={words.siteNameExample}
      onChange={(event) => setName(event.target.value)}
      onBlur={() => void library.setSiteName(name.trim())}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
      }}
    />
  );
};

/** Everything that is chosen once and kept. */
export const SettingsRoom = ({
  backup,
  meeting,
}: {
  /** The last backup, and the way to the next. */
  readonly backup?: ReactNode;
  /** How the PCs of the site met last, and the way there. */
  readonly meeting?: ReactNode;
}) => {
  const { settings: words, backup: backupWords, elsewhere } = useWords();
  const dependencies = useDependencies();
  const samples = sampleCount(useSnapshot());
  const preferences = usePreferences();
  const { library } = dependencies;
  return (
    <main className="main">
      <div className="head">
        <h1>{words.title}</h1>
        <span className="st small">
          <Check aria-hidden="true" size={18} strokeWidth={1.75} />
          {words.kept}
        </span>
      </div>
      <section className={`sheet ${styles.sheet}`}>
        <Row name={words.siteName} hint={words.siteNameHint}>
          <SiteName />
        </Row>
        <Row name={words.post}>
          <Choice
            name={words.post}
            options={POSTS.map((post) => ({ value: post, word: words.postName(post) }))}
            chosen={library.identity().post}
            onChoose={(post) => void library.setPost(post)}
          />
        </Row>
        <Row name={words.language}>
          <Choice
            name={words.language}
            options={[
              { value: "zh-CN", word: words.chinese },
              { value: "en", word: words.english },
            ]}
            chosen={preferences.language}
            onChoose={preferences.setLanguage}
          />
        </Row>
        <Row name={words.textSize}>
          <Choice
            name={words.textSize}
            options={[
              { value: "ordinary", word: words.normal },
              { value: "large", word: words.large },
            ]}
            chosen={preferences.textSize}
            onChoose={preferences.setTextSize}
          />
        </Row>
        <Row name={words.sample} hint={words.sampleHint}>
          {samples === 0 ? (
            <Button onClick={() => void loadSamples(dependencies)}>{words.loadSample}</Button>
          ) : (
            <Button onClick={() => void removeSamples(dependencies)}>{words.removeSample}</Button>
          )}
        </Row>
        <TargetRow />
        <Row name={words.storage}>
          <PersistenceRow />
        </Row>
        {dependencies.inbox?.downloads === undefined ? null : (
          <PictureHeightRow door={dependencies.inbox.downloads} />
        )}
        {dependencies.home === "extension" ? (
          <Row name={elsewhere.theBook} hint={elsewhere.moveHint}>
            <a className="btn" href="#/move">
              {elsewhere.move.toHosted}
            </a>
          </Row>
        ) : null}
        {backup === undefined ? null : (
          <Row name={backupWords.title} hint={backupWords.settingsHint}>
            {backup}
          </Row>
        )}
        <Row name={words.helper} hint={words.helperHint}>
          <details>
            <summary className="btn">{words.helperShow}</summary>
            <CopyForHelper home={dependencies.home} />
          </details>
        </Row>
        <SecondPcRows meeting={meeting} />
        {dependencies.inbox?.version === undefined ? null : (
          <VersionRow door={dependencies.inbox.version} />
        )}
        <Row name={words.about}>
          <span>
            {words.version(APP_VERSION)} · {words.noNetwork}
          </span>
        </Row>
      </section>
    </main>
  );
};
