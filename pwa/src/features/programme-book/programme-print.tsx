import { bookPages, imposePages, itemCount, listForCode } from "@dianbo/shared/programme-book";
import { type ReactNode, useMemo } from "react";
import type { PaperRoomProps } from "../../app/paper-kinds.ts";
import { PrintFrame } from "../../design/print-frame.tsx";
import { useWords } from "../../locales/index.ts";
import { FoldedSheet } from "./folded-sheet.tsx";
import { sayMonth } from "./month-words.ts";
import { PageList } from "./page-list.tsx";
import { type BookOnPaper, PaperSheet } from "./paper-page.tsx";
import { PrintDesk } from "./print-desk.tsx";
import { useBook } from "./use-book.ts";
import { useMountedPages } from "./use-mounted-pages.ts";
import { usePrinting } from "./use-printing.ts";
import { useReadings } from "./use-readings.ts";

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** The A4 pages of the on-demand book, as they come out of the printer. */
export const ProgrammePrint = ({ kinds }: PaperRoomProps) => {
  const { programmeBook: words } = useWords();
  const book = useBook();
  const { content, settings, siteName } = book;
  const titles = useMemo(
    () => content.shelves.flatMap(({ rows }) => rows.flatMap(({ item }) => item?.title ?? [])),
    [content],
  );
  const readAloud = useReadings(titles, settings.parts.pinyin);
  const pages = useMemo(
    () => (readAloud === undefined ? [] : bookPages(content, settings, readAloud)),
    [content, settings, readAloud],
  );
  const isFolded = settings.sides === "folded";
  const sides = useMemo(() => (isFolded ? imposePages(pages.length) : []), [isFolded, pages]);
  const sheets = isFolded ? sides.length : pages.length;
  const mounted = useMountedPages(sheets);
  const printing = usePrinting(book, mounted);
  const { number, month } = printing.edition;

  const edition = `${words.edition(number)} · ${sayMonth(month, words)}`;
  const onPaper = useMemo(
    (): BookOnPaper => ({
      siteName,
      edition,
      size: settings.size,
      isTwoSided: settings.sides !== "one",
      code: listForCode(
        content,
        {
          head: `${siteName === "" ? words.bookAlone : words.footerBook(siteName)} ${edition}`,
          minutes: words.minutes,
          menu: words.menuLine,
        },
        bytesOf,
      ),
    }),
    [siteName, edition, settings, content, words],
  );

  const pageAt = (at: number | undefined): ReactNode => {
    const page = at === undefined ? undefined : pages[at];
    return at === undefined || page === undefined ? null : (
      <PaperSheet key={at} page={page} place={at + 1} book={onPaper} />
    );
  };
  return (
    <PrintFrame
      title={words.print}
      back="#/book"
      backName={words.back}
      kinds={kinds}
      size={isFolded ? "A4 landscape" : "A4"}
      previewName={words.preview}
      desk={
        <PrintDesk
          book={book}
          printing={printing}
          pages={pages.length}
          sheets={sheets}
          drawn={mounted.shown}
        />
      }
    >
      {itemCount(content) === 0 && readAloud !== undefined ? (
        <p className="note">
          {pages.length === 0 ? words.nothing : words.emptyBook}{" "}
          <a href="#/library/add">{words.addItems}</a>
        </p>
      ) : null}
      {readAloud === undefined ? <p className="note">{words.layingOut}</p> : null}
      <PageList
        count={sheets}
        pages={mounted}
        draw={(at) => {
          if (!isFolded) return pageAt(at);
          const side = sides[at];
          return side === undefined ? null : (
            <FoldedSheet
              key={at}
              side={at + 1}
              left={pageAt(side.left)}
              right={pageAt(side.right)}
            />
          );
        }}
      />
    </PrintFrame>
  );
};
