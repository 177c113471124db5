import type { Changes } from "@dianbo/shared/changes";
import { ok } from "@dianbo/shared/result";
import {
  answerWish,
  declineWish,
  linkWish,
  removeWish,
  rewordWish,
  WISH_LENGTH,
} from "@dianbo/shared/wish";
import { Trash2 } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { useSnapshot } from "../../app/library-context.tsx";
import { useSiteTime } from "../../app/site-records.ts";
import { useAct } from "../../app/use-act.ts";
import type { StandingRow } from "../../app/use-standings.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { LinkField } from "./link-field.tsx";
import styles from "./wishes.module.css";

/** One line of words with the button that keeps them. */
const OneLine = ({
  label,
  hint,
  button,
  start = "",
  choices = [],
  longest = 200,
  keep,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly button: string;
  readonly start?: string;
  readonly choices?: readonly string[];
  readonly longest?: number;
  readonly keep: (text: string) => void;
}) => {
  const id = useId();
  const [typed, setTyped] = useState(start);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const text = typed.trim();
    if (text !== "" && [...text].length <= longest) keep(text);
  };
  return (
    <form className={styles.oneLine} onSubmit={send}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        value={typed}
        placeholder={hint}
        maxLength={longest * 2}
        list={choices.length === 0 ? undefined : `${id}-choices`}
        onChange={(event) => setTyped(event.target.value)}
      />
      {choices.length === 0 ? null : (
        <datalist id={`${id}-choices`}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
      <Button type="submit">{button}</Button>
    </form>
  );
};

/** Everything that can be done with one wish, below its row. */
export const WishActs = ({
  of: { row, standing },
  done,
}: {
  readonly of: StandingRow;
  readonly done: () => void;
}) => {
  const words = useWords().wishes;
  const { records } = useSnapshot();
  const { date } = useSiteTime();
  const { act } = useAct();
  const run = (changes: Changes): void => {
    void act(() => ok(changes)).then((kept) => {
      if (kept) done();
    });
  };
  const isSettled = standing.type === "declined" || standing.type === "answered";
  return (
    <div className={styles.acts}>
      {row.item === undefined ? (
        <div className={styles.linking}>
          <b className="small">{words.link}</b>
          <LinkField text={row.text} link={(item) => run(linkWish(row, item))} />
        </div>
      ) : (
        <p className="row">
          <a className="btn" href={`#/library/${row.item}`}>
            {words.openItem}
          </a>
          {standing.type === "held" && standing.menu !== undefined ? (
            <a className="btn" href={`#/schedule/new?menu=${standing.menu.id}`}>
              {words.schedule}
            </a>
          ) : null}
          <Button look="text" onClick={() => run(linkWish(row, null))}>
            {words.unlink}
          </Button>
        </p>
      )}
      <OneLine
        label={words.reword}
        button={words.rewordKeep}
        start={row.text}
        longest={WISH_LENGTH}
        keep={(text) => run(rewordWish(row, text))}
      />
      {isSettled ? (
        <Button
          onClick={() =>
            run(standing.type === "declined" ? declineWish(row, null) : answerWish(row, null))
          }
        >
          {words.reopen}
        </Button>
      ) : (
        <>
          <OneLine
            label={words.answer}
            hint={words.answerHint}
            button={words.answerKeep}
            keep={(how) => run(answerWish(row, { on: date, how }))}
          />
          <OneLine
            label={words.decline}
            hint={words.declineHint}
            button={words.declineKeep}
            choices={words.reasons}
            keep={(reason) => run(declineWish(row, reason))}
          />
        </>
      )}
      <p className="row">
        <Button
          look="text"
          className="quiet"
          icon={<Icon of={Trash2} size={18} />}
          onClick={() => run(removeWish(row, (id) => records.get(id)))}
        >
          {words.remove}
        </Button>
        <Button look="text" className="end" onClick={done}>
          {words.close}
        </Button>
      </p>
    </div>
  );
};
