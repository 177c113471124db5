import { ChevronLeft, ChevronRight, Printer } from "lucide-react";
import { useSiteTime } from "../../../app/site-records.ts";
import { Button } from "../../../design/button.tsx";
import { Icon } from "../../../design/icon.tsx";
import { PrintDeskSheet, PrintFrame } from "../../../design/print-frame.tsx";
import css from "../ledgers.module.css";
import { usePaperWords } from "../paper-words.ts";
import { SaveFile } from "../save-file.tsx";
import { PaperPages } from "./paper-pages.tsx";
import { useBookSources } from "./use-book-sources.ts";
import { WRITTEN_BOOKS, type WrittenBook, writtenBook } from "./written-books.ts";

/** The year that an address names; the present one where it names none. */
export const yearAsked = (asked: string | undefined, today: string): number =>
  /^(?:19[7-9]\d|20\d\d)$/u.test(asked ?? "") ? Number(asked) : Number(today.slice(0, 4));

const YearNav = ({ book, year }: { readonly book: WrittenBook; readonly year: number }) => {
  const { written: words } = usePaperWords();
  const at = (other: number): string => `#/ledgers/written/${book}/${other}`;
  return (
    <div className={css.monthNav}>
      <a className="btn text" href={at(year - 1)} aria-label={words.previousYear}>
        <Icon of={ChevronLeft} />
      </a>
      <h2 aria-live="polite">{words.year(year)}</h2>
      <a className="btn text" href={at(year + 1)} aria-label={words.nextYear}>
        <Icon of={ChevronRight} />
      </a>
    </div>
  );
};

const Printing = ({ book, year }: { readonly book: WrittenBook; readonly year: number }) => {
  const { written: words } = usePaperWords();
  const sources = useBookSources();
  const paper = writtenBook(book, year, sources);
  const { name } = words.books[book];
  const isEmpty = paper.tables.length === 0;
  return (
    <PrintFrame
      title={name}
      back="#/ledgers"
      backName={words.back}
      size="A4 landscape"
      previewName={words.preview}
      desk={
        <PrintDeskSheet
          name={name}
          foot={
            <>
              <Button
                look="go"
                icon={<Icon of={Printer} />}
                disabled={isEmpty}
                onClick={() => print()}
              >
                {words.print}
              </Button>
              <SaveFile disabled={isEmpty} make={() => paper} />
            </>
          }
        >
          <YearNav book={book} year={year} />
          {isEmpty ? (
            <p>{book === "catalogue" ? words.emptyWhole : words.empty}</p>
          ) : (
            <p className="small">{paper.lines.at(-1)}</p>
          )}
        </PrintDeskSheet>
      }
    >
      <PaperPages paper={paper} />
    </PrintFrame>
  );
};

/** A book that nobody writes, a year of it on A4 across and as files for WPS. */
export const WrittenPrint = ({
  book: asked,
  year,
}: {
  readonly book: string;
  readonly year: string | undefined;
}) => {
  const { written: words } = usePaperWords();
  const { date: today } = useSiteTime();
  const book = WRITTEN_BOOKS.find((one) => one === asked);
  return book === undefined ? (
    <main className="main">
      <p>
        {words.none} <a href="#/ledgers">{words.back}</a>
      </p>
    </main>
  ) : (
    <Printing book={book} year={yearAsked(year, today)} />
  );
};
