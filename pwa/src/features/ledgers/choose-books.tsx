import {
  addForm,
  type BookForm,
  formFromHeads,
  isKept,
  keepBook,
  type NoForm,
  nameIn,
  removeForm,
} from "@dianbo/shared/ledger-book";
import { ok } from "@dianbo/shared/result";
import { type FormEvent, useId, useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { usePreferences } from "../../app/preferences.tsx";
import { useAct } from "../../app/use-act.ts";
import { Button } from "../../design/button.tsx";
import { useLedgerWords } from "./ledger-words.ts";
import css from "./ledgers.module.css";
import { useLedgers } from "./use-ledgers.ts";

const OwnForm = () => {
  const words = useLedgerWords().own;
  const { newId } = useDependencies();
  const { act } = useAct();
  const id = useId();
  const [name, setName] = useState("");
  const [heads, setHeads] = useState("");
  const [problem, setProblem] = useState<NoForm["type"] | "not-kept">();
  const [said, setSaid] = useState("");
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSaid("");
    const made = formFromHeads({ name, heads }, newId);
    if (!made.ok) return setProblem(made.error.type);
    const kept = await act(() => ok(addForm(made.value, newId)));
    setProblem(kept ? undefined : "not-kept");
    if (!kept) return;
    setSaid(words.added(name.trim(), made.value.fields.length));
    setName("");
    setHeads("");
  };
  return (
    <form className={css.own} aria-labelledby={`${id}-title`} onSubmit={(event) => void add(event)}>
      <h3 id={`${id}-title`}>{words.title}</h3>
      <p className="small">{words.lede}</p>
      <div className={css.cells}>
        <div className={css.cell}>
          <label className="small" htmlFor={`${id}-name`}>
            {words.name}
          </label>
          <input
            id={`${id}-name`}
            className="field"
            maxLength={60}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <div className={`${css.cell ?? ""} grow`}>
          <label className="small" htmlFor={`${id}-heads`}>
            {words.heads}
          </label>
          <textarea
            id={`${id}-heads`}
            className="field"
            rows={2}
            maxLength={1200}
            placeholder={words.headsHint}
            value={heads}
            onChange={(event) => setHeads(event.target.value)}
          />
        </div>
      </div>
      <div className={css.formFoot}>
        <Button type="submit">{words.add}</Button>
        <span role="status">{said}</span>
        <span role="alert" className={css.problem}>
          {problem === undefined ? "" : words.problems[problem]}
        </span>
      </div>
    </form>
  );
};

/** Which books the site keeps; what is put away loses nothing. And the county's own forms. */
export const ChooseBooks = () => {
  const all = useLedgerWords();
  const { language } = usePreferences();
  const { ledgers, forms } = useLedgers();
  const { act } = useAct();
  const remove = (form: BookForm): void => {
    const record = ledgers.formRecords.get(form.id);
    if (record !== undefined) void act(() => ok(removeForm(form, record)));
  };
  return (
    <section className={`sheet ${css.choose ?? ""}`} aria-label={all.choose}>
      <p className="small">{all.chooseLede}</p>
      <ul className={css.checks}>
        {forms.map((form) => (
          <li key={form.id}>
            <label className={css.check}>
              <input
                type="checkbox"
                aria-label={all.keep(nameIn(form.name, language))}
                checked={isKept(ledgers.kept, form.id)}
                onChange={(event) => {
                  const { checked } = event.target;
                  void act(() => ok(keepBook(form.id, checked)));
                }}
              />
              {nameIn(form.name, language)}
            </label>
            {ledgers.ownForms.some(({ id }) => id === form.id) ? (
              <Button
                look="text"
                aria-label={all.own.removeOf(nameIn(form.name, language))}
                onClick={() => remove(form)}
              >
                {all.own.remove}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <OwnForm />
    </section>
  );
};
