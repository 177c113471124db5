import {
  type AskedShowing,
  answerUse,
  LEARNING_USE_KIND,
  learningUseId,
  readLearningUses,
  showingsToAsk,
} from "@dianbo/shared/report";
import { ok } from "@dianbo/shared/result";
import { useMemo, useState } from "react";
import { useDependencies, useIdentity, useSnapshot } from "../../app/library-context.tsx";
import { useShowings } from "../../app/showings.ts";
import { useSiteTime } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { dayInWords } from "../../design/day-in-words.ts";
import { useWords } from "../../locales/index.ts";
import styles from "./today.module.css";

/** So many are asked at once; the others come up when these are answered. */
const SHOWN = 2;

const useAsked = (): readonly AskedShowing[] => {
  const { records, items } = useSnapshot();
  const { site } = useIdentity();
  const { date: today } = useSiteTime();
  const showings = useShowings();
  return useMemo(() => {
    const own = [...records.values()].filter(({ kind }) => kind === LEARNING_USE_KIND);
    return showingsToAsk(showings, readLearningUses(own, site), items, today);
  }, [records, items, site, today, showings]);
};

/** A month after a practical showing: was it put to use? One press answers; nobody is named. */
export const UsedSheet = () => {
  const words = useWords().today;
  const { library } = useDependencies();
  const { date: today } = useSiteTime();
  const asked = useAsked();
  const [failed, setFailed] = useState(false);
  if (asked.length === 0) return null;
  const answer = async ({ showing }: AskedShowing, used: boolean): Promise<void> => {
    const kept = await library.apply(({ snapshot }) =>
      ok(answerUse(showing, used, snapshot.records.get(learningUseId(showing.id)))),
    );
    setFailed(!kept.ok);
  };
  return (
    <section className="sheet" aria-labelledby="today-used">
      <div className="sh">
        <h2 id="today-used">{words.used}</h2>
        {asked.length > SHOWN ? (
          <span className="end small">{words.usedMore(asked.length - SHOWN)}</span>
        ) : null}
      </div>
      <p className={`small ${styles.usedWhy ?? ""}`}>{words.usedWhy}</p>
      {failed ? <p role="alert">{words.notKept}</p> : null}
      <ul>
        {asked.slice(0, SHOWN).map((one) => {
          const titles = words.usedTitles(one.titles);
          return (
            <li key={one.showing.id} className={styles.used}>
              <span className="grow">
                <b className={styles.what}>{titles}</b>
                <span className="small">{words.usedOn(dayInWords(one.showing.on, today))}</span>
              </span>
              {[true, false].map((used) => {
                const word = used ? words.usedYes : words.usedNo;
                return (
                  <Button
                    key={word}
                    aria-label={words.usedOf(titles, word)}
                    onClick={() => void answer(one, used)}
                  >
                    {word}
                  </Button>
                );
              })}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
