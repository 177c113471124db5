import { CATEGORIES, CATEGORY_NAMES } from "@dianbo/shared/category";
import type { ProgrammeRow } from "@dianbo/shared/programme";
import { NumberTag, RoundTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import { isLongTitle, type MenuRow, type PaperPage, tabOf } from "./book-content.ts";
import { sayMonth } from "./month-words.ts";
import css from "./paper-page.module.css";
import type { EditionInHand } from "./use-book.ts";

const ShelfRow = ({ number, item }: ProgrammeRow) => {
  const { programmeBook: words } = useWords();
  return (
    <li className={item === undefined ? css.blank : undefined}>
      <NumberTag number={number} />
      <span className={css.title}>
        {item === undefined ? null : (
          <span className={isLongTitle(item.title, item.kind === "film") ? css.long : css.words}>
            {item.title}
          </span>
        )}
        {item?.kind === "film" ? <em>{words.film}</em> : null}
        <u />
      </span>
      <span className={css.minutes}>
        {item?.minutes == null || item.minutes === 0 ? null : <b>{item.minutes}</b>}
        <small>{words.minutesUnit}</small>
      </span>
    </li>
  );
};

const SetMenuRow = ({ number, menu, times }: MenuRow) => {
  const { programmeBook: words } = useWords();
  return (
    <li className={css.menu}>
      <RoundTag number={number} />
      <span className={css.lines}>
        <span className={css.title}>
          <span className={css.words}>{menu.name}</span>
          <u />
          <span className={css.minutes}>
            <b>{times.total}</b>
            <small>{words.minutesUnit}</small>
          </span>
        </span>
        <span className={css.inside}>
          {times.entries.map(({ entry, item }) => (
            <span key={entry.id}>{entry.activity?.name ?? item?.number ?? item?.title}</span>
          ))}
        </span>
      </span>
    </li>
  );
};

const Rows = ({ page }: { readonly page: PaperPage }) => (
  <ol className={css.rows}>
    {page.type === "menus"
      ? page.rows.map((row) => <SetMenuRow key={row.menu.id} {...row} />)
      : page.rows.map((row) => <ShelfRow key={row.number} {...row} />)}
  </ol>
);

/** The thumb edge: five tabs, the page's own one solid, so that the thumb finds a shelf. */
const ThumbEdge = ({ page }: { readonly page: PaperPage }) => (
  <div className={css.thumb} aria-hidden="true">
    {CATEGORIES.map((category) => (
      <span
        key={category}
        className={`c${category} ${category === tabOf(page) ? (css.own ?? "") : ""}`}
      >
        <b>{category}</b>
        <em>{CATEGORY_NAMES[category]}</em>
      </span>
    ))}
  </div>
);

/** One A4 page of the book; the same on screen and paper, all lengths in mm and pt. */
export const PaperSheet = ({
  page,
  place,
  siteName,
  edition,
}: {
  readonly page: PaperPage;
  /** The page's number, from 1. */
  readonly place: number;
  readonly siteName: string;
  readonly edition: EditionInHand;
}) => {
  const { programmeBook: words } = useWords();
  const head = page.type === "menus" ? words.menus : CATEGORY_NAMES[page.category];
  const book = siteName === "" ? words.bookAlone : words.footerBook(siteName);
  return (
    <section className={`paper ${css.page ?? ""}`} aria-label={words.pageName(place, head)}>
      <header className={`c${tabOf(page)}`}>
        {page.type === "menus" ? (
          <b className={`${css.big ?? ""} ${css.round ?? ""}`} aria-hidden="true">
            {page.range}
          </b>
        ) : (
          <b className={css.big} aria-hidden="true">
            {page.category}
          </b>
        )}
        <div>
          <h2>
            {head}
            {page.part === 0 ? null : <small>{words.continued}</small>}
          </h2>
          <p>{page.type === "menus" ? words.menusHint : words.shelfHint}</p>
        </div>
        <span className={css.count}>
          {page.type === "menus" ? words.menuCount(page.total) : words.count(page.total)}
        </span>
      </header>
      <Rows page={page} />
      <footer>
        <span>
          {[book, words.edition(edition.number), sayMonth(edition.month, words)].join(" · ")}
        </span>
        <b>{words.pageNumber(place)}</b>
        <span>{words.writeHere}</span>
      </footer>
      <ThumbEdge page={page} />
    </section>
  );
};
