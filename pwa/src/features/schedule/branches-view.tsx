import { ok } from "@dianbo/shared/result";
import { addBranch, removeBranch, renameBranch } from "@dianbo/shared/session";
import { type FormEvent, useState } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { scheduleOf, useSchedule } from "../../app/site-records.ts";
import { useAct } from "../../app/use-act.ts";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import { TextField } from "./form-field.tsx";
import styles from "./schedule.module.css";

/** The names of the site's branches, and nothing more of them. */
export const BranchesView = () => {
  const words = useWords().schedule.branches;
  const { newId, random } = useDependencies();
  const { records } = useSnapshot();
  const { branches } = useSchedule();
  const { act } = useAct();
  const [name, setName] = useState("");
  const [isHeld, setHeld] = useState(false);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const typed = name.trim().slice(0, 40);
    if (typed === "") return;
    const held = branches.some((branch) => branch.name === typed);
    setHeld(held);
    if (held) return;
    void act(({ snapshot, identity }) =>
      ok(addBranch(typed, scheduleOf(snapshot.records, identity.site).branches, { newId, random })),
    ).then((kept) => {
      if (kept) setName("");
    });
  };
  return (
    <section className={`sheet ${styles.view ?? ""}`} aria-label={words.title}>
      <p className={`small ${styles.lede ?? ""}`}>{words.lede}</p>
      <form className={styles.addRow} onSubmit={add}>
        <TextField
          name={words.name}
          value={name}
          hint={words.nameHint}
          longest={40}
          change={(text) => {
            setName(text);
            setHeld(false);
          }}
        />
        <Button type="submit">{words.add}</Button>
      </form>
      {isHeld ? (
        <p className={`note bad ${styles.inset ?? ""}`} role="alert">
          {words.held}
        </p>
      ) : null}
      {branches.length === 0 ? <p className={styles.empty}>{words.empty}</p> : null}
      <ul>
        {branches.map((branch) => {
          const record = records.get(branch.id);
          return (
            <li key={branch.id} className={styles.planRow}>
              <input
                className="field"
                aria-label={words.renameOf(branch.name)}
                defaultValue={branch.name}
                maxLength={40}
                onBlur={(event) => {
                  const text = event.target.value.trim();
                  if (text === "") event.target.value = branch.name;
                  else if (text !== branch.name) void act(() => ok(renameBranch(branch, text)));
                }}
                onKeyDown={(event) => {
                  if (event.key === "Enter") event.currentTarget.blur();
                }}
              />
              {record === undefined ? null : (
                <Button
                  look="text"
                  className="quiet"
                  aria-label={words.removeOf(branch.name)}
                  onClick={() => void act(() => ok(removeBranch(branch, record)))}
                >
                  {words.remove}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
