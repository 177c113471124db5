import {
  ANSWER_LENGTH,
  answerQuestion,
  askQuestions,
  type Question,
  readTypedQuestions,
  removeQuestion,
  waitingQuestions,
} from "@dianbo/shared/question";
import { ok } from "@dianbo/shared/result";
import { Check, CornerDownLeft, Plus, Printer } from "lucide-react";
import { type ClipboardEvent, type FormEvent, useId, useRef, useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { useQuestions, useSiteTime } from "../../app/site-records.ts";
import { useAct } from "../../app/use-act.ts";
import { Button } from "../../design/button.tsx";
import { dayInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { useQuestionWords } from "./question-words.ts";
import css from "./questions.module.css";

/** So many answered ones stand open at once. */
const SHOWN = 20;

/** The box for slips: type, Enter, type the next. */
const NoteBox = () => {
  const words = useQuestionWords();
  const { newId } = useDependencies();
  const { date } = useSiteTime();
  const { act } = useAct();
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [refused, setRefused] = useState("");
  const keep = async (text: string): Promise<void> => {
    const { questions, tooLong } = readTypedQuestions(text);
    if (tooLong.length > 0) {
      setRefused(words.tooLong);
      return;
    }
    if (questions.length === 0) return;
    const kept = await act(() =>
      ok(askQuestions(questions, { on: date, showing: undefined }, newId)),
    );
    setRefused(kept ? "" : words.notKept);
    if (kept) setTyped("");
    box.current?.focus();
  };
  const pasted = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData("text/plain");
    if (!/[\n\r\u2028\u2029]/u.test(text.trim())) return;
    event.preventDefault();
    void keep(text);
  };
  return (
    <div className={`sheet ${css.noting ?? ""}`}>
      <form
        className={css.boxRow}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void keep(typed);
        }}
      >
        <label className={`field ${css.box ?? ""}`}>
          <Icon of={Plus} />
          <input
            ref={box}
            aria-label={words.box}
            aria-describedby={id}
            autoComplete="off"
            placeholder={words.boxHint}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setRefused("");
            }}
            onPaste={pasted}
          />
        </label>
        <Button type="submit" look="go" icon={<Icon of={CornerDownLeft} size={18} />}>
          {words.note}
        </Button>
      </form>
      <p id={id} className="small">
        {words.noNames}
      </p>
      {refused === "" ? null : (
        <p className="note bad" role="alert">
          {refused}
        </p>
      )}
    </div>
  );
};

/** Writes about one question, each an undoable step. */
const useQuestionActs = (question: Question) => {
  const { date } = useSiteTime();
  const { act } = useAct();
  return {
    answer: (how: string) => act(() => ok(answerQuestion(question, { on: date, how }))),
    reopen: () => act(() => ok(answerQuestion(question, null))),
    remove: () =>
      act(({ snapshot }) => {
        const record = snapshot.records.get(question.id);
        return record === undefined
          ? ok({ label: { type: "remove-question", name: question.text }, puts: [] })
          : ok(removeQuestion(question, record));
      }),
  };
};

const WaitingRow = ({ question }: { readonly question: Question }) => {
  const words = useQuestionWords();
  const { date } = useSiteTime();
  const { answer, remove } = useQuestionActs(question);
  const [how, setHow] = useState("");
  const [failed, setFailed] = useState(false);
  return (
    <li className={css.row}>
      <p className={css.text}>
        <b>{question.text}</b>
        <span className="small">{words.askedOn(dayInWords(question.askedOn, date))}</span>
      </p>
      <form
        className={css.answer}
        onSubmit={(event) => {
          event.preventDefault();
          void answer(how).then((kept) => setFailed(!kept));
        }}
      >
        <input
          className="field"
          aria-label={words.how(question.text)}
          placeholder={words.howHint}
          maxLength={ANSWER_LENGTH}
          autoComplete="off"
          value={how}
          onChange={(event) => setHow(event.target.value)}
        />
        <Button
          type="submit"
          icon={<Icon of={Check} size={18} />}
          aria-label={words.answeredOf(question.text)}
        >
          {words.answered}
        </Button>
        <Button
          look="text"
          aria-label={words.removeOf(question.text)}
          onClick={() => void remove().then((kept) => setFailed(!kept))}
        >
          {words.remove}
        </Button>
      </form>
      {failed ? <p role="alert">{words.notKept}</p> : null}
    </li>
  );
};

const AnsweredRow = ({ question }: { readonly question: Question }) => {
  const words = useQuestionWords();
  const { date } = useSiteTime();
  const { reopen } = useQuestionActs(question);
  const { answered } = question;
  return (
    <li className={css.row}>
      <p className={css.text}>
        <b>{question.text}</b>
        <span className="small">
          {answered === undefined ? "" : words.answeredOn(dayInWords(answered.on, date))}
        </span>
      </p>
      <p className={css.answer}>
        <span className="grow">{answered?.how}</span>
        <Button
          look="text"
          aria-label={words.reopenOf(question.text)}
          onClick={() => void reopen()}
        >
          {words.reopen}
        </Button>
      </p>
    </li>
  );
};

/** What people asked after a showing: what waits, the earliest first, and what was answered, the latest first. */
export const QuestionsRoom = () => {
  const words = useQuestionWords();
  const all = useQuestions();
  const [more, setMore] = useState(SHOWN);
  const waiting = waitingQuestions(all);
  const answered = all
    .filter((question) => question.answered !== undefined)
    .sort((a, b) => ((a.answered?.on ?? "") > (b.answered?.on ?? "") ? -1 : 1));
  return (
    <main className={`main ${css.main ?? ""}`}>
      <div className="head">
        <h1>{words.title}</h1>
        <span className="small grow">{words.lede}</span>
        <a className="btn end" href="#/questions/print">
          <Icon of={Printer} />
          {words.printSlips}
        </a>
      </div>
      <NoteBox />
      <section className={`sheet ${css.list ?? ""}`} aria-labelledby="questions-waiting">
        <h2 id="questions-waiting">{words.waiting(waiting.length)}</h2>
        {waiting.length === 0 ? <p className="dim">{words.nothingWaits}</p> : null}
        <ul>
          {waiting.map((question) => (
            <WaitingRow key={question.id} question={question} />
          ))}
        </ul>
      </section>
      {answered.length === 0 ? null : (
        <section className={`sheet ${css.list ?? ""}`} aria-labelledby="questions-answered">
          <h2 id="questions-answered">{words.done(answered.length)}</h2>
          <ul>
            {answered.slice(0, more).map((question) => (
              <AnsweredRow key={question.id} question={question} />
            ))}
          </ul>
          {answered.length > more ? (
            <Button look="text" onClick={() => setMore(more + SHOWN)}>
              {words.older(Math.min(SHOWN, answered.length - more))}
            </Button>
          ) : null}
        </section>
      )}
    </main>
  );
};
