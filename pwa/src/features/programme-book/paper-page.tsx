import { CATEGORY_NAMES } from "@dianbo/shared/category";
import {
  isRightPage,
  numberRange,
  type PaperPage,
  type PrintSize,
  tabOf,
} from "@dianbo/shared/programme-book";
import { memo } from "react";
import { useWords } from "../../locales/index.ts";
import { BackPage, CoverPage, NotesPage } from "./cover-page.tsx";
import { NumbersPage, PinyinPage, partWords } from "./index-pages.tsx";
import { PageHead, PaperFrame } from "./paper-frame.tsx";
import css from "./paper-page.module.css";
import { SetMenuRow, ShelfRow } from "./shelf-rows.tsx";

/** What all pages of one book say. */
export interface BookOnPaper {
  readonly siteName: string;
  /** Edition and month. */
  readonly edition: string;
  readonly size: PrintSize;
  /** Both sides of a sheet are printed: left-hand pages are mirrored. */
  readonly isTwoSided: boolean;
  readonly code: { readonly text: string; readonly whole: boolean };
}

const Body = ({ page, book }: { readonly page: PaperPage; readonly book: BookOnPaper }) => {
  const { programmeBook: words } = useWords();
  const { size } = book;
  switch (page.type) {
    case "cover":
      return <CoverPage siteName={book.siteName} edition={book.edition} contents={page.contents} />;
    case "menus":
      return (
        <>
          <PageHead
            category={0}
            sign={page.range}
            isRound
            title={words.menus}
            isContinued={page.part > 0}
            hint={words.menusHint}
            count={words.menuCount(page.total)}
          />
          <ol className={css.rows}>
            {page.rows.map((row) => (
              <SetMenuRow key={row.menu.id} row={row} size={size} />
            ))}
          </ol>
        </>
      );
    case "shelf":
      return (
        <>
          <PageHead
            category={page.category}
            sign={String(page.category)}
            title={CATEGORY_NAMES[page.category]}
            isContinued={page.part > 0}
            hint={words.shelfHint}
            range={numberRange(page.rows.map(({ number }) => number))}
            count={words.count(page.total)}
          />
          <ol className={css.rows}>
            {page.rows.map((row) => (
              <ShelfRow key={row.item?.id ?? row.number} row={row} size={size} />
            ))}
          </ol>
        </>
      );
    case "pinyin":
      return <PinyinPage page={page} />;
    case "numbers":
      return <NumbersPage page={page} />;
    case "notes":
      return <NotesPage />;
    case "back":
      return <BackPage siteName={book.siteName} edition={book.edition} code={book.code} />;
  }
};

/** One A4 page of the book; the same on screen and paper, all lengths in mm and pt. */
export const PaperSheet = memo(function PaperSheet({
  page,
  place,
  book,
}: {
  readonly page: PaperPage;
  /** The page's number, from 1. */
  readonly place: number;
  readonly book: BookOnPaper;
}) {
  const { programmeBook: words } = useWords();
  const head = (): string => {
    switch (page.type) {
      case "shelf":
        return CATEGORY_NAMES[page.category];
      case "menus":
      case "pinyin":
      case "numbers":
        return partWords(page.type, words);
      case "cover":
        return words.cover;
      case "notes":
        return words.notes;
      case "back":
        return words.back4;
    }
  };
  const name = book.siteName === "" ? words.bookAlone : words.footerBook(book.siteName);
  const hasFoot = page.type !== "cover" && page.type !== "back";
  return (
    <PaperFrame
      name={words.pageName(place, head())}
      size={book.size}
      isLeft={book.isTwoSided && !isRightPage(place)}
      own={hasFoot ? tabOf(page) : "all"}
      {...(hasFoot
        ? {
            foot: {
              place,
              left: `${name} · ${book.edition}`,
              right: page.type === "shelf" ? words.writeHere : "",
            },
          }
        : {})}
    >
      <Body page={page} book={book} />
    </PaperFrame>
  );
});
