import { ok } from "@dianbo/shared/result";
import { calendarDateSchema, plusDays } from "@dianbo/shared/session";
import {
  type Ballot,
  candidatesOf,
  enterTicks,
  keepBallot,
  removeBallot,
} from "@dianbo/shared/wish";
import { Printer } from "lucide-react";
import { useState } from "react";
import * as v from "valibot";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { useSiteTime, useWishes } from "../../app/site-records.ts";
import { useAct } from "../../app/use-act.ts";
import type { StandingRow } from "../../app/use-standings.ts";
import { Button } from "../../design/button.tsx";
import { dayInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { TallyMarks } from "../../design/tally-marks.tsx";
import { useWords, type Words } from "../../locales/index.ts";
import styles from "./wishes.module.css";

/** What was chosen, in a sentence. */
const resultOf = (ballot: Ballot, words: Words["wishes"]): string => {
  if (ballot.ticks == null) return words.ballotNoTicks;
  const most = Math.max(...ballot.ticks, 0);
  if (most === 0) return words.ballotNobody;
  const first = ballot.rows.filter((_, at) => ballot.ticks?.[at] === most);
  const [winner] = first;
  return winner === undefined || first.length > 1
    ? words.ballotTie(most)
    : words.ballotWinner(winner.text, most);
};

/** A tick-list that was printed, with a field for each row's ticks. */
const PrintedBallot = ({ ballot }: { readonly ballot: Ballot }) => {
  const words = useWords().wishes;
  const { date } = useSiteTime();
  const { records } = useSnapshot();
  const { act } = useAct();
  const enter = (at: number, typed: string): void => {
    const count = typed === "" ? 0 : Number(typed);
    if (!Number.isInteger(count) || count < 0 || count > 9999) return;
    const ticks = ballot.rows.map((_, each) => (each === at ? count : (ballot.ticks?.[each] ?? 0)));
    void act(() => ok(enterTicks(ballot, ticks)));
  };
  const record = records.get(ballot.id);
  return (
    <div className={styles.ballot}>
      <h3>{words.ballotOf(dayInWords(ballot.on, date))}</h3>
      <ol>
        {ballot.rows.map(({ wish, text }, at) => (
          <li key={wish}>
            <span className="clip grow" title={text}>
              {text}
            </span>
            <input
              className={`field n ${styles.ticks ?? ""}`}
              type="number"
              min={0}
              max={9999}
              aria-label={words.ballotRowTicks(text)}
              defaultValue={ballot.ticks?.[at] ?? ""}
              onBlur={(event) => {
                if (event.target.value !== String(ballot.ticks?.[at] ?? ""))
                  enter(at, event.target.value);
              }}
              onKeyDown={(event) => {
                if (event.key === "Enter") event.currentTarget.blur();
              }}
            />
          </li>
        ))}
      </ol>
      <p className="small" role="status">
        {resultOf(ballot, words)}
      </p>
      <p className="row">
        <a className="btn text" href={`#/wishes/print/${ballot.id}`}>
          {words.ballotAgain}
        </a>
        {record === undefined ? null : (
          <Button
            look="text"
            className="quiet end"
            onClick={() => void act(() => ok(removeBallot(record)))}
          >
            {words.ballotRemove}
          </Button>
        )}
      </p>
    </div>
  );
};

/** Next week's vote: the candidates, the sheet to print, and what was ticked on the last ones. */
export const BallotSheet = ({ rows }: { readonly rows: readonly StandingRow[] }) => {
  const words = useWords().wishes;
  const { newId } = useDependencies();
  const { book } = useWishes();
  const { date } = useSiteTime();
  const { act } = useAct();
  const [day, setDay] = useState<string>(() => plusDays(date, 7));
  const standings = new Map(rows.map(({ row, standing }) => [row.id, standing]));
  const candidates = candidatesOf(
    rows.map(({ row }) => row),
    (row) => standings.get(row.id) ?? { type: "waiting" },
  );
  const on = v.safeParse(calendarDateSchema, day);
  const print = async (): Promise<void> => {
    if (!on.success) return;
    const made = keepBallot(candidates, on.output, newId);
    if (await act(() => ok(made.changes))) location.hash = `#/wishes/print/${made.id}`;
  };
  const [latest, ...older] = book.ballots;
  return (
    <aside className={styles.side} aria-label={words.ballot}>
      <section className={`sheet ${styles.ballotBox ?? ""}`}>
        <h2>{words.ballot}</h2>
        {candidates.length < 2 ? (
          <p className="small">{words.ballotFew}</p>
        ) : (
          <>
            <p className="small">{words.ballotLede(candidates.length)}</p>
            <ol>
              {candidates.map((row) => (
                <li key={row.id}>
                  <TallyMarks count={row.count} words={words.tally(row.count)} />
                  <span className="clip grow" title={row.text}>
                    {row.text}
                  </span>
                </li>
              ))}
            </ol>
            <div className={styles.boxRow}>
              <label className={styles.day}>
                <span className="small">{words.ballotDay}</span>
                <input
                  className="field"
                  type="date"
                  min="1970-01-01"
                  max="2099-12-31"
                  value={day}
                  onChange={(event) => setDay(event.target.value)}
                />
              </label>
              <Button icon={<Icon of={Printer} />} onClick={() => void print()}>
                {words.ballotPrint}
              </Button>
            </div>
          </>
        )}
      </section>
      {latest === undefined ? null : (
        <section className={`sheet ${styles.ballotBox ?? ""}`} key={latest.id}>
          <PrintedBallot ballot={latest} />
          {older.length === 0 ? null : (
            <details>
              <summary className="small">{words.ballotOlder(older.length)}</summary>
              {older.slice(0, 12).map((ballot) => (
                <PrintedBallot key={ballot.id} ballot={ballot} />
              ))}
            </details>
          )}
        </section>
      )}
    </aside>
  );
};
