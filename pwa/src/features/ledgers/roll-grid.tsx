import {
  gridOf,
  MARK_SIGNS,
  MARKS,
  type Mark,
  type Person,
  peopleMeant,
  type Roll,
  shownNames,
} from "@dianbo/shared/roll-call";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { useSiteTime } from "../../app/site-records.ts";
import { Key } from "../../design/button.tsx";
import { dayInWords } from "../../design/day-in-words.ts";
import { useLedgerWords } from "./ledger-words.ts";
import css from "./roll.module.css";
import type { RollAtWork } from "./use-roll.ts";

/** Rows that are drawn at once; a longer roster is reached by initials. */
const DRAWN = 150;
/** A pause that begins a new search, in milliseconds. */
const PAUSE_MS = 1200;

/** The keys of the marks: the space bar, then 1 to 4. */
const KEY_OF: Readonly<Record<Mark, string>> = {
  present: " ",
  late: "1",
  early: "2",
  sick: "3",
  excused: "4",
};

const markOfKey = (key: string): Mark | undefined => MARKS.find((mark) => KEY_OF[mark] === key);

/** The roll book with today's column at work: arrows walk, marks go on to the next, letters find somebody. */
export const RollGrid = ({
  people,
  past,
  work,
  now,
}: {
  readonly people: readonly Person[];
  /** Roll calls before this one, the latest last. */
  readonly past: readonly Roll[];
  readonly work: RollAtWork;
  readonly now: () => number;
}) => {
  const words = useLedgerWords().rollRoom;
  const { date: today } = useSiteTime();
  const { columns, rows } = useMemo(() => gridOf(people, past), [people, past]);
  const names = useMemo(() => shownNames(people), [people]);
  const [at, setAt] = useState(0);
  const [typed, setTyped] = useState("");
  const since = useRef(0);
  const table = useRef<HTMLTableElement>(null);
  const first = Math.max(0, Math.min(at - DRAWN + 20, rows.length - DRAWN));
  const drawn = rows.slice(first, first + DRAWN);

  /** Where the hand is. Keys come faster than a row is drawn and takes the focus, so this tells, not the focus. */
  const hand = useRef(0);
  const stand = (place: number): void => {
    hand.current = place;
    setAt(place);
  };
  const go = (place: number): void => {
    const next = Math.max(0, Math.min(place, rows.length - 1));
    stand(next);
    const id = rows[next]?.person.id;
    // After React has drawn the row that was outside.
    requestAnimationFrame(() => {
      if (hand.current !== next) return;
      table.current?.querySelector<HTMLElement>(`[data-person="${id ?? ""}"]`)?.focus();
    });
  };
  const find = (letter: string): void => {
    const moment = now();
    const text = moment - since.current > PAUSE_MS ? letter : typed + letter;
    since.current = moment;
    setTyped(text);
    const [meant] = peopleMeant(text, people);
    if (meant !== undefined) go(rows.findIndex(({ person }) => person.id === meant.id));
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    const person = rows[hand.current]?.person;
    if (person === undefined) return;
    const mark = markOfKey(event.key);
    const take = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (mark !== undefined) {
      take();
      work.mark(person.id, mark);
      setTyped("");
      go(hand.current + 1);
    } else if (event.key === "Backspace" || event.key === "Delete") {
      take();
      work.mark(person.id, undefined);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      take();
      go(hand.current + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Home" || event.key === "End") {
      take();
      go(event.key === "Home" ? 0 : rows.length - 1);
    } else if (/^[a-z]$/iu.test(event.key)) {
      take();
      find(event.key.toLowerCase());
    }
  };

  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
      <section className={css.scroll} aria-label={words.title} tabIndex={0}>
        <table className={css.grid} ref={table}>
          <thead>
            <tr>
              <th scope="col" className={css.place}>
                {words.place}
              </th>
              <th scope="col" className={css.name}>
                {words.name}
              </th>
              {columns.map((roll) => (
                <th key={roll.id} scope="col" className={css.day}>
                  {dayInWords(roll.on, today)}
                </th>
              ))}
              <th scope="col" className={css.now}>
                {words.nowAt(dayInWords(work.roll.on, today))}
              </th>
              <th scope="col" className={css.came}>
                {words.came}
              </th>
            </tr>
          </thead>
          <tbody>
            {drawn.map(({ person, marks, came, called }, place) => {
              const name = names.get(person.id) ?? person.name;
              const own = work.roll.marks[person.id];
              const isHere = first + place === at;
              return (
                <tr
                  key={person.id}
                  className={isHere ? css.here : undefined}
                  data-person={person.id}
                  tabIndex={isHere ? 0 : -1}
                  aria-label={words.rowOf(
                    name,
                    own === undefined ? words.notMarked : words.marks[own],
                  )}
                  onFocus={(event) => {
                    if (event.target === event.currentTarget) stand(first + place);
                  }}
                  onKeyDown={press}
                >
                  <td className={`n ${css.place ?? ""}`}>{first + place + 1}</td>
                  <th scope="row" className={css.name}>
                    {name}
                  </th>
                  {marks.map((mark, column) => (
                    <td
                      key={columns[column]?.id}
                      className={mark === undefined || mark === "present" ? css.mark : css.odd}
                    >
                      {mark === undefined ? "" : MARK_SIGNS[mark]}
                    </td>
                  ))}
                  <td className={css.now}>
                    <span className={css.keys}>
                      {MARKS.map((mark) => (
                        <button
                          key={mark}
                          type="button"
                          tabIndex={-1}
                          className={own === mark ? css.on : undefined}
                          aria-pressed={own === mark}
                          aria-label={words.markOf(name, words.marks[mark])}
                          onClick={() => {
                            work.mark(person.id, own === mark ? undefined : mark);
                            go(first + place);
                          }}
                        >
                          {words.marks[mark]}
                        </button>
                      ))}
                    </span>
                  </td>
                  <td className={`n ${css.came ?? ""}`}>
                    {came} / {called}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <p className={css.foot}>
        {MARKS.map((mark) => (
          <span key={mark}>
            <Key>{mark === "present" ? words.keys.present : KEY_OF[mark]}</Key> {words.marks[mark]}
          </span>
        ))}
        <span>
          <Key>↓</Key> {words.keys.next}
        </span>
        <span className="small">{words.keys.letters}</span>
        <span className="small" role="status">
          {typed === "" ? "" : words.typed(typed)}
        </span>
        {rows.length > drawn.length ? (
          <span className="small">{words.more(rows.length - drawn.length)}</span>
        ) : null}
      </p>
    </>
  );
};
