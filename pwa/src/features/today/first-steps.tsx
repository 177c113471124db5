import { useDependencies } from "../../app/library-context.tsx";
import { loadSamples } from "../../app/sample-acts.ts";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import styles from "./today.module.css";

/** What an empty book shows: three sentences with the way in. */
export const FirstSteps = () => {
  const { today: words, codes } = useWords();
  const dependencies = useDependencies();
  return (
    <section className={`sheet ${styles.first}`} aria-labelledby="first-steps">
      <h2 id="first-steps">{words.startTitle}</h2>
      <ol>
        <li>{dependencies.home === "extension" ? words.startClipHere : words.startClip}</li>
        <li>{words.startRoom}</li>
        <li>
          {words.startSample}
          <Button look="go" onClick={() => void loadSamples(dependencies)}>
            {words.loadSample}
          </Button>
        </li>
      </ol>
      <p className={styles.lists}>
        <span>{codes.emptyBook}</span>
        <a className="btn" href="#/share/scan">
          {codes.scan}
        </a>
        <a className="btn" href="#/share">
          {codes.chooseFile}
        </a>
      </p>
    </section>
  );
};
