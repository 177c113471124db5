import { CATEGORY_NAMES, type Category } from "@dianbo/shared/category";
import type { ProgrammeRow, ProgrammeShelf } from "@dianbo/shared/programme";
import { type BookContent, numberRange, TABS } from "@dianbo/shared/programme-book";
import { Printer } from "lucide-react";
import { useState } from "react";
import { Icon } from "../../design/icon.tsx";
import { NumberTag, RoundTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import { EditionHistory } from "./edition-history.tsx";
import { sayMonth } from "./month-words.ts";
import { BlankChoice } from "./print-desk.tsx";
import css from "./programme-book-room.module.css";
import { useBook } from "./use-book.ts";

const Row = ({ number, item }: ProgrammeRow) => {
  const { programmeBook: words } = useWords();
  if (item === undefined) {
    return (
      <li className={css.blank}>
        <NumberTag number={number} blank />
        <span className={css.line} aria-hidden="true" />
        <span className="hint">{words.blankRow}</span>
      </li>
    );
  }
  return (
    <li>
      <NumberTag number={number} />
      <a href={`#/library/${item.id}`} className={css.title}>
        <span className="clip">{item.title}</span>
        {item.kind === "film" ? <em>{words.film}</em> : null}
      </a>
      <span className={css.dots} aria-hidden="true" />
      <span className={css.minutes}>
        <b className="n">{item.minutes == null || item.minutes === 0 ? "–" : item.minutes}</b>{" "}
        {words.minutesUnit}
      </span>
    </li>
  );
};

const Shelf = ({ shelf }: { readonly shelf: ProgrammeShelf }) => {
  const { programmeBook: words } = useWords();
  const rows = [...shelf.rows, ...shelf.blanks];
  return (
    <>
      {shelf.rows.length === 0 ? <p className={css.empty}>{words.emptyShelf}</p> : null}
      <ol
        className={css.rows}
        style={{ gridTemplateRows: `repeat(${Math.max(1, Math.ceil(rows.length / 2))}, auto)` }}
      >
        {rows.map((row) => (
          <Row key={row.item?.id ?? row.number} {...row} />
        ))}
      </ol>
    </>
  );
};

const Menus = ({ menus }: { readonly menus: BookContent["menus"] }) => {
  const { programmeBook: words } = useWords();
  if (menus.length === 0) {
    return (
      <p className={css.empty}>
        {words.emptyMenus} <a href="#/set-menus">{words.makeMenu}</a>
      </p>
    );
  }
  return (
    <ol
      className={css.rows}
      style={{ gridTemplateRows: `repeat(${Math.ceil(menus.length / 2)}, auto)` }}
    >
      {menus.map(({ number, menu, times }) => (
        <li key={menu.id} className={css.menu}>
          <RoundTag number={number} />
          <span className={css.lines}>
            <a href={`#/set-menus/${menu.id}`} className={css.title}>
              <b className="clip">{menu.name}</b>
            </a>
            <span className="small n clip">
              {times.entries
                .map(({ entry, item }) => entry.activity?.name ?? item?.number ?? item?.title ?? "")
                .join("\u2002")}
            </span>
          </span>
          <span className={css.minutes}>
            <b className="n">{times.total}</b> {words.minutesUnit}
          </span>
        </li>
      ))}
    </ol>
  );
};

/** The programme list on screen: an open book with its thumb edge. */
export const ProgrammeBookRoom = () => {
  const { programmeBook: words } = useWords();
  const book = useBook();
  const [tab, setTab] = useState<Category | 0>(0);
  const shelf = book.content.shelves.find(({ category }) => category === tab);
  const nameOf = (one: Category | 0): string => (one === 0 ? words.menus : CATEGORY_NAMES[one]);
  const countOf = (one: Category | 0): number =>
    one === 0
      ? book.content.menus.length
      : (book.content.shelves.find(({ category }) => category === one)?.rows.length ?? 0);

  /** Arrow keys walk the thumb edge, as they do on any list of tabs. */
  const walk = (event: React.KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length] ?? 0;
    setTab(next);
    document.getElementById(`book-tab-${next}`)?.focus();
  };

  return (
    <main className="main">
      <div className="head">
        <h1>{words.title}</h1>
        <span className="dim">
          {words.edition(book.edition.number)} · {sayMonth(book.edition.month, words)}
        </span>
        <span className="hint">
          {book.printed === undefined
            ? words.neverPrinted
            : words.printed(book.printed.number, book.printed.date)}
        </span>
        <a className="btn go end" href="#/book/print">
          <Icon of={Printer} />
          {words.print}
        </a>
      </div>
      <EditionHistory book={book} />
      <div className={css.book}>
        <section
          className={`sheet ${css.page ?? ""}`}
          role="tabpanel"
          id="book-page"
          aria-labelledby={`book-tab-${tab}`}
        >
          <header className={`${css.top ?? ""} c${tab}`}>
            <b
              className={`${css.big ?? ""} ${tab === 0 ? (css.round ?? "") : ""}`}
              aria-hidden="true"
            >
              {tab === 0 ? numberRange(book.content.menus.map(({ number }) => number)) : tab}
            </b>
            <div>
              <h2>{nameOf(tab)}</h2>
              <p className="dim">{tab === 0 ? words.menusHint : words.shelfHint}</p>
            </div>
            <span className={`end ${css.choice ?? ""}`}>
              {tab === 0 ? null : <BlankChoice book={book} />}
            </span>
          </header>
          {shelf === undefined ? <Menus menus={book.content.menus} /> : <Shelf shelf={shelf} />}
        </section>
        <div
          className={css.thumb}
          role="tablist"
          aria-label={words.tabs}
          aria-orientation="vertical"
          onKeyDown={walk}
        >
          {TABS.map((one) => (
            <button
              key={one}
              id={`book-tab-${one}`}
              type="button"
              role="tab"
              className={`c${one}`}
              aria-selected={tab === one}
              aria-controls="book-page"
              tabIndex={tab === one ? 0 : -1}
              onClick={() => setTab(one)}
            >
              {one === 0 ? null : <b className="n">{one}</b>}
              <em>{one === 0 ? words.menusTab : nameOf(one)}</em>
              <span className="n">{countOf(one)}</span>
            </button>
          ))}
        </div>
      </div>
    </main>
  );
};
