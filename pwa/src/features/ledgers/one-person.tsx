import { nameIn } from "@dianbo/shared/ledger-book";
import { MARK_SIGNS, type Roll } from "@dianbo/shared/roll-call";
import { type FormEvent, useState } from "react";
import { usePreferences } from "../../app/preferences.tsx";
import { useSchedule, useSiteTime } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { dayInWords } from "../../design/day-in-words.ts";
import type { Personal } from "../../storage/personal/index.ts";
import { useLedgerWords } from "./ledger-words.ts";
import css from "./ledgers.module.css";
import { usePersonal } from "./personal-context.tsx";
import { useLedgers } from "./use-ledgers.ts";

/** A roll call without some people: neither called nor marked. */
const without = (roll: Roll, ids: ReadonlySet<string>): Roll => ({
  ...roll,
  called: roll.called.filter((id) => !ids.has(id)),
  marks: Object.fromEntries(Object.entries(roll.marks).filter(([id]) => !ids.has(id))),
});

/** What there is of one person, shown and removed on request; counts do not change by it. */
export const OnePerson = () => {
  const { namesRoom: words, marks } = useLedgerWords();
  const { language } = usePreferences();
  const { branches } = useSchedule();
  const { date: today } = useSiteTime();
  const { people, rolls, rows, store } = usePersonal();
  const { forms, ledgers } = useLedgers();
  const [typed, setTyped] = useState("");
  const [name, setName] = useState("");
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState("");
  const found = people.filter((person) => person.name === name);
  const ids = new Set<string>(found.map(({ id }) => id));
  const cells = [...rows.values()].flatMap((row) =>
    name !== "" &&
    row.kind === "cells" &&
    Object.values(row.value.values).some((value) => String(value).includes(name))
      ? [row]
      : [],
  );
  const cellWords = (row: Extract<Personal, { kind: "cells" }>): string => {
    const form = forms.find(({ id }) => id === row.value.book);
    const entry = ledgers.entries.get(row.value.book)?.find(({ id }) => id === row.id);
    return words.personCells(
      form === undefined ? row.value.book : nameIn(form.name, language),
      entry === undefined ? "" : dayInWords(entry.on, today),
    );
  };
  const remove = async (): Promise<void> => {
    const touched = rolls.filter(({ called }) => called.some((id) => ids.has(id)));
    const kept = await store.write(
      touched.map((roll) => ({ kind: "roll", id: roll.id, value: without(roll, ids) })),
      [
        ...found.map(({ id }) => ({ kind: "person" as const, id })),
        ...cells.map(({ id }) => ({ kind: "cells" as const, id })),
      ],
    );
    setAsking(false);
    setSaid(kept.ok ? words.personRemoved(name) : words.problems[kept.error.type]);
    setName("");
    setTyped("");
  };
  const isFound = found.length > 0 || cells.length > 0;
  return (
    <section className={`sheet ${css.bring ?? ""}`} aria-labelledby="names-person">
      <h2 id="names-person">{words.personTitle}</h2>
      <form
        className={css.addPerson}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          setSaid("");
          setAsking(false);
          setName(typed.trim());
        }}
      >
        <input
          className="field"
          aria-label={words.personName}
          placeholder={words.personName}
          maxLength={30}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">{words.personFind}</Button>
      </form>
      <div role="status">
        {said}
        {name !== "" && !isFound ? words.personNone(name) : null}
        {isFound ? (
          <ul className={css.plainList}>
            {found.map((person) => {
              const branch = branches.find(({ id }) => id === person.branch)?.name ?? "";
              const calls = rolls
                .filter(({ called }) => called.includes(person.id))
                .sort((a, b) => (a.on < b.on ? -1 : 1));
              return (
                <li key={person.id}>
                  {person.until == null ? words.personIn(branch) : words.personLeft(branch)}
                  <span className="small"> {words.personRolls(calls.length)}</span>
                  <span className={css.marks}>
                    {calls
                      .map(({ on, marks }) => {
                        const mark = marks[person.id];
                        const sign = mark === undefined ? words.noMark : MARK_SIGNS[mark];
                        return `${dayInWords(on, today)} ${sign}`;
                      })
                      .join(marks.between)}
                  </span>
                </li>
              );
            })}
            {cells.map((row) => (
              <li key={row.id}>{cellWords(row)}</li>
            ))}
          </ul>
        ) : null}
      </div>
      {isFound && !asking ? (
        <Button onClick={() => setAsking(true)}>{words.personRemove}</Button>
      ) : null}
      {isFound && asking ? (
        <div className="note bad">
          <span className="grow">{words.personRemoveWhat(name)}</span>
          <Button look="bad" onClick={() => void remove()}>
            {words.personRemove}
          </Button>
          <Button look="text" onClick={() => setAsking(false)}>
            {words.clearLeave}
          </Button>
        </div>
      ) : null}
    </section>
  );
};
