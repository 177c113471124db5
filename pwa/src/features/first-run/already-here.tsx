import { useDependencies } from "../../app/library-context.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./first-run.module.css";

/** Homes on one PC do not always see each other: where the book may lie already, and how to go on with it. */
export const AlreadyHere = () => {
  const { firstRun: words } = useWords();
  const { home } = useDependencies();
  return (
    <details className={css.already}>
      <summary>{words.alreadyTitle}</summary>
      <p>{words.alreadyLead}</p>
      <ul>
        {(home === "extension" ? words.alreadyFromExtension : words.alreadyFromHosted).map(
          (place) => (
            <li key={place}>{place}</li>
          ),
        )}
      </ul>
      <p>{words.alreadyThen}</p>
    </details>
  );
};
