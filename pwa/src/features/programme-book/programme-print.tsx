import { ArrowLeft } from "lucide-react";
import { useMemo } from "react";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { paperPages } from "./book-content.ts";
import { PaperSheet } from "./paper-page.tsx";
import { PrintDesk } from "./print-desk.tsx";
import css from "./programme-print.module.css";
import { useBook } from "./use-book.ts";
import { usePrinting } from "./use-printing.ts";

/** The A4 pages of the on-demand book, as they come out of the printer. */
export const ProgrammePrint = () => {
  const { programmeBook: words } = useWords();
  const book = useBook();
  const printing = usePrinting(book);
  const pages = useMemo(() => paperPages(book.content), [book.content]);
  return (
    <main className={`main ${css.room ?? ""}`}>
      <div className="head">
        <a className="btn text" href="#/book" aria-label={words.back}>
          <Icon of={ArrowLeft} />
        </a>
        <h1>{words.print}</h1>
      </div>
      <div className={css.columns}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
        <section className={css.pages} aria-label={words.preview} tabIndex={0}>
          {pages.length === 0 ? <p className="note">{words.nothing}</p> : null}
          {pages.map((page, index) => (
            <PaperSheet
              key={`${page.type}-${page.type === "shelf" ? page.category : 0}-${page.part}`}
              page={page}
              place={index + 1}
              siteName={book.siteName}
              edition={printing.edition}
            />
          ))}
        </section>
        <PrintDesk book={book} printing={printing} pages={pages.length} />
      </div>
    </main>
  );
};
