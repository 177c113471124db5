import { countChanges } from "@dianbo/shared/programme";
import { ChevronRight } from "lucide-react";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./edition-history.module.css";
import type { BookAtWork } from "./use-book.ts";
import { type PastEdition, usePastEditions } from "./use-supplement.ts";

const Since = ({ past }: { readonly past: PastEdition }) => {
  const { programmeBook: words } = useWords();
  if (past.since === undefined) return <span className="hint">{words.rowsNotKept}</span>;
  return <span>{words.changes(past.since.changes)}</span>;
};

/** The editions printed so far: how many rows each had, what has changed since, and the way to its supplement. */
export const EditionHistory = ({ book }: { readonly book: BookAtWork }) => {
  const { programmeBook: words } = useWords();
  const editions = usePastEditions(book);
  const [last] = editions;
  if (last === undefined) return null;
  const hasChanged = last.since !== undefined && countChanges(last.since.changes) > 0;
  return (
    <div className={`sheet ${css.history ?? ""}`}>
      <details>
        <summary>
          <span className={css.turn}>
            <Icon of={ChevronRight} size={18} />
          </span>
          <b>{words.editionsPrinted(editions.length)}</b>
          <span className="clip">
            {words.sinceThen(last.edition.number)}
            <Since past={last} />
          </span>
        </summary>
        <ol>
          {editions.map((past) => (
            <li key={past.edition.id}>
              <b>{words.edition(past.edition.number)}</b>
              <span className="n">{past.date}</span>
              <span>
                {past.since === undefined ? "" : words.count(past.since.content.rows.length)}
              </span>
              <span className="grow">
                <Since past={past} />
              </span>
              {past.since === undefined || past.since.content.supplements.length === 0 ? null : (
                <span>{words.supplementsPrinted(past.since.content.supplements.length)}</span>
              )}
            </li>
          ))}
        </ol>
      </details>
      {hasChanged ? (
        <a className="btn" href="#/book/print/supplement">
          {words.printSupplement}
        </a>
      ) : null}
    </div>
  );
};
