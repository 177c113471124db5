import { useMemo } from "react";
import type { PaperRoomProps } from "../../app/paper-kinds.ts";
import { PrintFrame } from "../../design/print-frame.tsx";
import { useWords } from "../../locales/index.ts";
import { paperPages } from "./book-content.ts";
import { PaperSheet } from "./paper-page.tsx";
import { PrintDesk } from "./print-desk.tsx";
import { useBook } from "./use-book.ts";
import { usePrinting } from "./use-printing.ts";

/** The A4 pages of the on-demand book, as they come out of the printer. */
export const ProgrammePrint = ({ kinds }: PaperRoomProps) => {
  const { programmeBook: words } = useWords();
  const book = useBook();
  const printing = usePrinting(book);
  const pages = useMemo(() => paperPages(book.content), [book.content]);
  return (
    <PrintFrame
      title={words.print}
      back="#/book"
      backName={words.back}
      kinds={kinds}
      size="A4"
      previewName={words.preview}
      desk={<PrintDesk book={book} printing={printing} pages={pages.length} />}
    >
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
    </PrintFrame>
  );
};
