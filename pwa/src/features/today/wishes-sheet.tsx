import { useSnapshot } from "../../app/library-context.tsx";
import { groupOf, useStandings } from "../../app/use-standings.ts";
import { NumberTag } from "../../design/number-tag.tsx";
import { TallyMarks } from "../../design/tally-marks.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./wishes-sheet.module.css";

/** So many are shown; the rest is one press away. */
const SHOWN = 3;

/** The wishes that wait, the most asked for first. */
export const WishesSheet = () => {
  const all = useWords();
  const words = all.today;
  const { items } = useSnapshot();
  const waiting = useStandings().filter(({ standing }) => groupOf(standing) === "waiting");
  return (
    <section className={`sheet ${css.wishes ?? ""}`} aria-labelledby="today-wishes">
      <div className="sh">
        <h2 id="today-wishes">{words.wishes}</h2>
        <a className="end small" href="#/wishes">
          {waiting.length === 0 ? words.noteWish : words.allWishes(waiting.length)}
        </a>
      </div>
      {waiting.length === 0 ? <p className={css.none}>{words.noWishes}</p> : null}
      <ul>
        {waiting.slice(0, SHOWN).map(({ row }) => {
          const number = row.item === undefined ? undefined : items.get(row.item)?.number;
          return (
            <li key={row.id}>
              <TallyMarks count={row.count} words={all.wishes.tally(row.count)} />
              <span className="clip grow" title={row.text}>
                {row.text}
              </span>
              {number == null ? (
                <span className="hint">{all.wishes.standing.waiting}</span>
              ) : (
                <NumberTag number={number} size="s" />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
