import { civilDateOf } from "@dianbo/shared/clock";
import { catchList } from "../../app/caught-list.ts";
import { useSiteTime } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { dayInWords } from "../../design/day-in-words.ts";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords } from "../../locales/index.ts";
import { bytesOfFiles } from "../../storage/book-folder/index.ts";
import type { StickOnDesk } from "./read-desk.ts";
import css from "./stick.module.css";
import type { StickFacts } from "./what-is-on-it.ts";

/** Whose stick it is, how old, what lies on it, and the way into their list. */
export const OnItSheet = ({
  on,
  facts,
}: {
  readonly on: StickOnDesk;
  readonly facts: StickFacts;
}) => {
  const { stick: words } = useWords();
  const { date } = useSiteTime();
  const { book, files, spoilt, list } = on.stick;
  const day = book === undefined ? undefined : dayInWords(civilDateOf(book.madeAt), date);
  const menus = book?.menus ?? [];
  const tonight = menus.find(({ id }) => id === book?.tonight);
  return (
    <section className={`sheet ${css.part ?? ""}`} aria-labelledby="stick-on-it">
      <h2 id="stick-on-it">{words.onIt}</h2>
      <ul className={css.facts}>
        <li>
          <b>
            {facts.isOwn ? words.own(day) : words.foreign(book?.siteName || words.unnamedSite, day)}
          </b>
        </li>
        <li>
          {files.length === 0
            ? words.noFilms
            : words.films(files.length, sizeInWords(bytesOfFiles(files)))}
        </li>
        {menus.length === 0 ? null : (
          <li>
            {words.menus(menus.length)}
            {tonight === undefined ? null : (
              <span className="dim"> · {words.tonight(tonight.name)}</span>
            )}
          </li>
        )}
        <li>{words.edition[facts.edition]}</li>
      </ul>
      {spoilt.length === 0 ? null : <p className="note warn">{words.spoilt(spoilt.length)}</p>}
      {facts.isOwn ? (
        <p className="small">
          {facts.strangers === 0 ? null : `${words.strangers(facts.strangers)} `}
          {words.list}
          {words.listOwn} <a href="#/backup">{words.toBackup}</a>
        </p>
      ) : list === undefined ? (
        <p className="small">{words.listNone}</p>
      ) : (
        <>
          <p>{words.listTheirs(book?.items.length ?? files.length)}</p>
          <div className={css.acts}>
            <Button onClick={() => void catchList(list)}>{words.listLook}</Button>
          </div>
        </>
      )}
    </section>
  );
};
