import { waitingQuestions } from "@dianbo/shared/question";
import { useQuestions } from "../../app/site-records.ts";
import { useWords } from "../../locales/index.ts";
import css from "./asked-last.module.css";

/** So many questions are read out here; the rest is one press away. */
const SHOWN = 3;

/** What people asked last time: it waits on the card of the next session, for that is where it is answered. */
export const AskedLast = () => {
  const words = useWords().today;
  const waiting = waitingQuestions(useQuestions());
  if (waiting.length === 0) return null;
  return (
    <div className={css.asked}>
      <p className={css.head}>
        <b className="grow">{words.asked(waiting.length)}</b>
        <a className="btn" href="#/questions">
          {words.toAsked}
        </a>
      </p>
      <ol>
        {waiting.slice(0, SHOWN).map(({ id, text }) => (
          <li key={id} className={css.question}>
            {text}
          </li>
        ))}
      </ol>
      {waiting.length > SHOWN ? (
        <p className="small">{words.askedMore(waiting.length - SHOWN)}</p>
      ) : null}
    </div>
  );
};
