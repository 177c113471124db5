import { type Courseware, isListed } from "@dianbo/shared/courseware";
import { isHandWritten, parseProgrammeNumber, writtenByHand } from "@dianbo/shared/programme";
import { TriangleAlert } from "lucide-react";
import { useId, useMemo, useState } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords, type Words } from "../../locales/index.ts";
import css from "./slip.module.css";

type WrittenWords = Words["printedSheets"]["slip"]["written"];

/** More than these are no list to choose from. */
const MOST = 300;

/** Items that somebody may have written in first: listed, and not known under a number by anybody. */
const candidates = (items: Iterable<Courseware>): readonly Courseware[] =>
  [...items]
    .filter(
      (item) => isListed(item) && !isHandWritten(item) && (item.spokenNumbers ?? []).length === 0,
    )
    .sort((a, b) => (b.clippedAt ?? 0) - (a.clippedAt ?? 0))
    .slice(0, MOST);

const failureWords = (type: string, number: number, { failures }: WrittenWords): string => {
  switch (type) {
    case "number-taken":
    case "no-blank-row":
      return failures[type](number);
    case "shelf-full":
      return failures[type];
    default:
      return failures.failed;
  }
};

/** 「本子上已写了」: an item takes the number of the row that the pen wrote it into. */
export const WrittenForm = () => {
  const { written: words } = useWords().printedSheets.slip;
  const { library } = useDependencies();
  const { items } = useSnapshot();
  const heading = useId();
  const [digits, setDigits] = useState("");
  const [chosen, setChosen] = useState("");
  const [outcome, setOutcome] = useState<{ readonly ok: boolean; readonly words: string }>();
  const listed = useMemo(() => candidates(items.values()), [items]);

  const keep = async (): Promise<void> => {
    const number = parseProgrammeNumber(digits);
    const item = listed.find(({ id }) => id === chosen);
    if (number === undefined) setOutcome({ ok: false, words: words.failures["not-a-number"] });
    if (number === undefined || item === undefined) return;
    const kept = await library.apply<{ readonly type: string }>(({ snapshot, book, newId }) =>
      writtenByHand(snapshot.items.get(item.id) ?? item, number, book, newId),
    );
    setOutcome(
      kept.ok
        ? { ok: true, words: words.done(number, item.title) }
        : { ok: false, words: failureWords(kept.error.type, number, words) },
    );
    if (kept.ok) {
      setDigits("");
      setChosen("");
    }
  };

  return (
    <section className={css.written} aria-labelledby={heading}>
      <h3 id={heading}>{words.heading}</h3>
      <p className="hint">{listed.length === 0 ? words.none : words.why}</p>
      <label>
        <span>{words.number}</span>
        <input
          className="n"
          inputMode="numeric"
          maxLength={5}
          value={digits}
          onChange={({ target }) => setDigits(target.value.replace(/\D/gu, ""))}
        />
      </label>
      <label>
        <span>{words.which}</span>
        <select value={chosen} onChange={({ target }) => setChosen(target.value)}>
          <option value="">{words.choose}</option>
          {listed.map(({ id, number, title }) => (
            <option key={id} value={id}>
              {words.option(number ?? undefined, title)}
            </option>
          ))}
        </select>
      </label>
      <Button disabled={digits === "" || chosen === ""} onClick={() => void keep()}>
        {words.keep}
      </Button>
      <div role="status">
        {outcome === undefined ? null : (
          <p className={`note ${outcome.ok ? "ok" : "bad"}`}>
            {outcome.ok ? null : <Icon of={TriangleAlert} />}
            {outcome.words}
          </p>
        )}
      </div>
    </section>
  );
};
