import { deleteRecord, restoreRecord } from "@dianbo/shared/changes";
import { settleValue, type Waiting } from "@dianbo/shared/merge";
import {
  deleteCourseware,
  giveNewNumbers,
  keepSharedNumber,
  restoreCourseware,
  type SharedNumber,
  settleNumberClashes,
} from "@dianbo/shared/programme";
import { ok } from "@dianbo/shared/result";
import { useEffect, useRef, useState } from "react";
import { useDependencies, useIdentity, useSnapshot } from "../../app/library-context.tsx";
import { useAct } from "../../app/use-act.ts";
import { useSharedNumbers } from "../../app/use-shared-numbers.ts";
import { useWaiting } from "../../app/use-waiting.ts";
import { BackLink } from "../../design/back-link.tsx";
import { useWords } from "../../locales/index.ts";
import { NumberCard, type NumberChoice } from "./number-card.tsx";
import css from "./settle.module.css";
import { type Choice, SettleCard } from "./settle-card.tsx";
import { subjectOf } from "./settle-names.ts";

/** Cards drawn at once; a year apart may leave hundreds, and one settles one at a time. */
const SHOWN = 20;

const keyOf = (one: Waiting): string => `${one.id} ${one.type === "value" ? one.field : one.type}`;
const keyOfNumber = ({ number, items }: SharedNumber): string =>
  `${number} ${items.map(({ id }) => id).join(" ")}`;

/** Everything that waits to be settled: both sides beside each other, one click each. */
export const SettleRoom = () => {
  const { settle: words, item: itemWords } = useWords();
  const { newId } = useDependencies();
  const snapshot = useSnapshot();
  const { site } = useIdentity();
  const { act, shelfFull } = useAct();
  const waiting = useWaiting();
  const shared = useSharedNumbers();
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const cards = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const left = waiting.filter((one) => !later.has(keyOf(one)));
  const numbers = shared.filter((one) => !later.has(keyOfNumber(one)));
  const inAll = left.length + numbers.length;

  const write = async (one: Waiting, choice: Choice): Promise<boolean> => {
    const record = snapshot.records.get(one.id);
    const name = subjectOf(one, snapshot, site, words).title;
    const label = { type: "settle", name };
    switch (choice.type) {
      case "later":
        return true;
      case "numbers":
        return await act(({ book }) => settleNumberClashes(book, newId));
      case "value": {
        if (one.type !== "value") return false;
        const put = settleValue(one, choice.value);
        return await act(() => ok({ label, puts: [put] }));
      }
      case "keep":
      case "delete": {
        if (record === undefined) return false;
        const keep = choice.type === "keep";
        if (record.kind === "courseware") {
          return await act(() => ok((keep ? restoreCourseware : deleteCourseware)([record])));
        }
        const put = keep ? restoreRecord(record) : deleteRecord(record);
        return await act(() => ok({ label, puts: [{ ...put, over: "all" }] }));
      }
    }
  };
  const writeNumber = async (one: SharedNumber, choice: NumberChoice): Promise<boolean> => {
    switch (choice.type) {
      case "later":
        return true;
      case "both":
        return await act(() => ok(keepSharedNumber(one)));
      case "keeper":
        return await act(({ book }) => giveNewNumbers(one, choice.id, book, newId));
    }
  };
  const chooseNumber = async (one: SharedNumber, choice: NumberChoice): Promise<void> => {
    const place = numbers.indexOf(one);
    if (choice.type === "later") setLater(new Set([...later, keyOfNumber(one)]));
    else if (await writeNumber(one, choice)) setDone((before) => before + 1);
    goOnAt(place);
  };
  const choose = async (one: Waiting, choice: Choice): Promise<void> => {
    const place = numbers.length + left.indexOf(one);
    if (choice.type === "later") setLater(new Set([...later, keyOf(one)]));
    else if (await write(one, choice)) setDone((before) => before + 1);
    goOnAt(place);
  };
  const goOnAt = (place: number): void => {
    // The next card takes the focus, so that one goes on with the arrows alone.
    requestAnimationFrame(() => {
      const next = cards.current?.querySelectorAll<HTMLElement>("section")[Math.max(0, place)];
      const button = (next ?? cards.current?.querySelector("section"))?.querySelector("button");
      (button ?? heading.current)?.focus();
    });
  };

  return (
    <main className="main">
      <div className="head">
        <BackLink to="#/" name={words.back} />
        <h1 ref={heading} tabIndex={-1} className={css.heading}>
          {words.title}
        </h1>
        <span className="dim">{words.what}</span>
        <span className="end" role="status">
          {words.counts(inAll + done, inAll)}
        </span>
      </div>
      {shelfFull ? <p className="note bad">{itemWords.numbersPending}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be scrolled by keys */}
      <div className={css.cards} ref={cards} tabIndex={0} role="region" aria-label={words.title}>
        {numbers.slice(0, SHOWN).map((one) => (
          <NumberCard
            key={keyOfNumber(one)}
            shared={one}
            choose={(choice) => void chooseNumber(one, choice)}
          />
        ))}
        {left.slice(0, SHOWN).map((one) => (
          <SettleCard
            key={keyOf(one)}
            waiting={one}
            choose={(choice) => void choose(one, choice)}
          />
        ))}
        {inAll === 0 ? (
          <div className={`sheet ${css.nothing}`}>
            <b>
              {waiting.length + shared.length === 0
                ? words.nothing
                : words.onlyLater(waiting.length + shared.length)}
            </b>
            <p className="small">{words.nothingNote}</p>
          </div>
        ) : null}
        {left.length > SHOWN ? <p className="small">{words.more(left.length - SHOWN)}</p> : null}
      </div>
    </main>
  );
};
