import { overdueRolls, type Roll } from "@dianbo/shared/roll-call";
import { useState } from "react";
import { useSiteTime } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { dayInWords } from "../../design/day-in-words.ts";
import { useLedgerWords } from "./ledger-words.ts";
import css from "./ledgers.module.css";
import { usePersonal } from "./personal-context.tsx";

/** How long names may be kept, in months. */
const CHOICES = [3, 6, 12, 24, 36, 60] as const;

/** How long names are kept, what is past that, and its clear-out, which leaves the counts. */
export const KeepNames = () => {
  const words = useLedgerWords().namesRoom;
  const { date: today } = useSiteTime();
  const { rolls, people, keepMonths, store } = usePersonal();
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState("");
  const due = [...overdueRolls(rolls, today, keepMonths)].sort((a, b) => (a.on < b.on ? -1 : 1));
  const [first] = due;
  const last = due.at(-1);
  const clear = async (gone: readonly Roll[]): Promise<void> => {
    const left = new Set(
      rolls.filter((roll) => !gone.includes(roll)).flatMap(({ called }) => called),
    );
    // Who has left and stands in no roll call any more is nobody's business here.
    const nobodys = people.filter(({ id, until }) => until != null && !left.has(id));
    const kept = await store.write(
      [],
      [
        ...gone.map(({ id }) => ({ kind: "roll" as const, id })),
        ...nobodys.map(({ id }) => ({ kind: "person" as const, id })),
      ],
    );
    setAsking(false);
    setSaid(kept.ok ? words.cleared(gone.length) : words.problems[kept.error.type]);
  };
  return (
    <section className={`sheet ${css.bring ?? ""}`} aria-labelledby="names-keep">
      <h2 id="names-keep">{words.keepTitle}</h2>
      <label className={css.inline}>
        {words.keepMonths}
        <select
          value={String(keepMonths)}
          onChange={(event) => void store.setKeepMonths(Number(event.target.value))}
        >
          {CHOICES.map((months) => (
            <option key={months} value={String(months)}>
              {words.months(months)}
            </option>
          ))}
        </select>
      </label>
      <p role="status">
        {said === "" ? (due.length === 0 ? words.nothingDue : words.due(due.length)) : said}
      </p>
      {due.length === 0 || asking ? null : (
        <Button onClick={() => setAsking(true)}>{words.clear}</Button>
      )}
      {asking && first !== undefined && last !== undefined ? (
        <div className="note bad">
          <span className="grow">
            {words.clearWhat(due.length, dayInWords(first.on, ""), dayInWords(last.on, ""))}
          </span>
          <Button look="bad" onClick={() => void clear(due)}>
            {words.clearDo}
          </Button>
          <Button look="text" onClick={() => setAsking(false)}>
            {words.clearLeave}
          </Button>
        </div>
      ) : null}
    </section>
  );
};
