import { civilDateOf } from "@dianbo/shared/clock";
import { useEffect, useState } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import { type PastAct, pastActs } from "../../storage/index.ts";
import css from "./sharing.module.css";

const MOST = 5;

/** The lists that were taken lately, each with the way back to before it. */
export const PastLists = () => {
  const { sharing: words } = useWords();
  const { library } = useDependencies();
  const { revision } = useSnapshot();
  const [acts, setActs] = useState<readonly PastAct[]>([]);
  useEffect(() => {
    let left = false;
    // Read anew after every change of the library.
    void pastActs(library.db, "import-list", MOST).then((read) => {
      if (!left && revision >= 0) setActs(read);
    });
    return () => {
      left = true;
    };
  }, [library, revision]);
  if (acts.length === 0) return null;
  return (
    <div className={css.past}>
      <h3>{words.pastLists}</h3>
      <ul className={css.rows}>
        {acts.map(({ seq, at, label }) => {
          const name = label.name || words.unnamed;
          return (
            <li className="row" key={seq}>
              <span className="grow clip">{words.beforeList(name)}</span>
              <span className="small n">{civilDateOf(at)}</span>
              <Button
                look="text"
                aria-label={words.backBeforeOf(name, civilDateOf(at))}
                onClick={() => void library.takeBack(seq, name)}
              >
                {words.backBefore}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
