import type { ReportedShowing } from "@dianbo/shared/ledger";
import { type FormEvent, useEffect, useId, useRef } from "react";
import type { Words } from "../../locales/index.ts";
import css from "./card.module.css";
import { type Card, useCard } from "./use-card.ts";

/** So many questions stand on a card; the rest waits in its own room. */
const SHOWN = 6;

/** What was asked last time: a tick for what was answered, and a line that says how. */
const AskedBefore = ({
  card,
  words,
}: {
  readonly card: Card;
  readonly words: Words["register"]["card"];
}) => {
  const { waiting, draft, change } = card;
  if (waiting.length === 0) return null;
  return (
    <fieldset className={css.asked}>
      <legend>{words.askedBefore(waiting.length)}</legend>
      {waiting.slice(0, SHOWN).map(({ id, text }) => {
        const { [id]: how, ...others } = draft.answers;
        return (
          <div key={id}>
            <label className={css.tick}>
              <input
                type="checkbox"
                checked={how !== undefined}
                onChange={(event) =>
                  change({ answers: event.target.checked ? { ...others, [id]: "" } : others })
                }
              />
              <span>{text}</span>
            </label>
            {how === undefined ? null : (
              <input
                aria-label={words.answerTo(text)}
                placeholder={words.answerHint}
                maxLength={500}
                autoComplete="off"
                value={how}
                onChange={(event) => change({ answers: { ...others, [id]: event.target.value } })}
              />
            )}
          </div>
        );
      })}
      {waiting.length > SHOWN ? (
        <p className={css.hint}>{words.askedMore(waiting.length - SHOWN)}</p>
      ) : null}
    </fieldset>
  );
};

/**
 * The card after a showing: how many came, what was talked about, what they want to see, what they
 * asked, and what of last time's questions was answered. A minute's work,
 * and nobody has to. Counts only, no names. It has its own style, for it stands in the office and in the
 * dark room alike.
 */
export const AfterShowingCard = ({
  showing,
  words,
  done,
}: {
  readonly showing: ReportedShowing;
  readonly words: Words["register"]["card"];
  /** Called once it is answered or put away. */
  readonly done: () => void;
}) => {
  const card = useCard(showing);
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void card.keep().then((kept) => kept && done());
  };
  const count = (field: "members" | "residents", name: string) => (
    <label className={css.count}>
      <span>{name}</span>
      <input
        ref={field === "members" ? first : undefined}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        value={card.draft[field]}
        onChange={(event) => card.change({ [field]: event.target.value })}
      />
      <span>{words.people}</span>
    </label>
  );
  return (
    <form className={css.card} onSubmit={submit} aria-label={words.title}>
      <div className={css.counts}>
        {count("members", words.members)}
        {count("residents", words.residents)}
      </div>
      <label className={css.text}>
        <span>{words.discussion}</span>
        <textarea
          rows={3}
          maxLength={2000}
          placeholder={words.discussionHint}
          value={card.draft.discussion}
          onChange={(event) => card.change({ discussion: event.target.value })}
        />
      </label>
      <label className={css.text}>
        <span>{words.wishes}</span>
        <textarea
          rows={2}
          maxLength={5000}
          placeholder={words.wishesHint}
          value={card.draft.wishes}
          onChange={(event) => card.change({ wishes: event.target.value })}
        />
      </label>
      <AskedBefore card={card} words={words} />
      <label className={css.text}>
        <span>{words.questions}</span>
        <textarea
          rows={2}
          maxLength={5000}
          placeholder={words.questionsHint}
          value={card.draft.questions}
          onChange={(event) => card.change({ questions: event.target.value })}
        />
      </label>
      {card.isPrinted ? (
        <label className={css.text}>
          <span>{words.reason}</span>
          <input
            maxLength={200}
            value={card.draft.reason}
            onChange={(event) => card.change({ reason: event.target.value })}
          />
        </label>
      ) : null}
      <p className={css.hint}>{words.noNames}</p>
      <p id={`${id}-problem`} role="alert" className={css.problem}>
        {card.problem === undefined ? "" : words.problems[card.problem]}
      </p>
      <div className={css.foot}>
        <button type="submit" className="btn go">
          {words.keep}
        </button>
        <button
          type="button"
          className="btn text"
          onClick={() => void card.skip().then((kept) => kept && done())}
        >
          {words.skip}
        </button>
      </div>
    </form>
  );
};
