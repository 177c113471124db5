import { CATEGORIES, CATEGORY_NAMES, type Category } from "@dianbo/shared/category";
import { measuresOf, type PrintSize, scaleOf } from "@dianbo/shared/programme-book";
import type { CSSProperties, ReactNode } from "react";
import { useWords } from "../../locales/index.ts";
import css from "./paper-page.module.css";

/** The lengths of a size of print, as the style sheet takes them. */
const lengthsOf = (size: PrintSize): Record<`--${string}`, string | number> => ({
  "--scale": scaleOf(size),
  "--p-2": `${size}pt`,
  "--p-3": `${size * 1.125}pt`,
  "--p-4": `${size * 1.5625}pt`,
  // The largest print has room between its lines; in the others two lines just fill their row.
  "--long-line": size === 22 ? 1.12 : 1.05,
  "--row": `${225.9 / measuresOf(size).rows}mm`,
});

/** The thumb edge: five tabs, the page's own one solid, so that the thumb finds a shelf; all solid on the cover. */
const ThumbEdge = ({ own }: { readonly own: Category | 0 | "all" }) => (
  <div className={css.thumb} aria-hidden="true">
    {CATEGORIES.map((category) => (
      <span
        key={category}
        className={`c${category} ${category === own ? (css.own ?? "") : ""} ${own === "all" ? (css.solid ?? "") : ""}`}
      >
        <b>{category}</b>
        <em>{CATEGORY_NAMES[category]}</em>
      </span>
    ))}
  </div>
);

/** Where a page stands and what its foot says. */
export interface PageFoot {
  /** The page's number, from 1. */
  readonly place: number;
  /** Book, edition and month. */
  readonly left: string;
  readonly right: string;
}

/** The frame of every page: size, thumb edge at the outer rim, foot with the page's number. */
export const PaperFrame = ({
  name,
  size,
  isLeft,
  own,
  foot,
  children,
}: {
  readonly name: string;
  readonly size: PrintSize;
  /** A left-hand page of a book on both sides: its thumb edge is at the left. */
  readonly isLeft: boolean;
  readonly own: Category | 0 | "all";
  readonly foot?: PageFoot;
  readonly children: ReactNode;
}) => {
  const { programmeBook: words } = useWords();
  // Custom properties are no keys of CSSProperties; React sets them all the same.
  const style: CSSProperties & Record<`--${string}`, string | number> = lengthsOf(size);
  return (
    <section
      className={`paper ${css.page ?? ""} ${isLeft ? (css.left ?? "") : ""}`}
      aria-label={name}
      style={style}
    >
      {children}
      {foot === undefined ? null : (
        <footer>
          <span>{foot.left}</span>
          <b>{words.pageNumber(foot.place)}</b>
          <span>{foot.right}</span>
        </footer>
      )}
      <ThumbEdge own={own} />
    </section>
  );
};

/** The head of a page: its sign, its name, what to do with it, and what it holds. */
export const PageHead = ({
  category,
  sign,
  isRound = false,
  title,
  isContinued = false,
  hint,
  range = "",
  count,
}: {
  readonly category: Category | 0;
  readonly sign: string;
  readonly isRound?: boolean;
  readonly title: string;
  readonly isContinued?: boolean;
  readonly hint: string;
  /** First and last on this page, 「5001–5018」. */
  readonly range?: string;
  readonly count?: string;
}) => {
  const { programmeBook: words } = useWords();
  return (
    <header className={`c${category}`}>
      <b className={`${css.big ?? ""} ${isRound ? (css.round ?? "") : ""}`} aria-hidden="true">
        {sign}
      </b>
      <div className={css.names}>
        <h2>
          {title}
          {isContinued ? <small>{words.continued}</small> : null}
        </h2>
        <p>{hint}</p>
      </div>
      <div className={css.count}>
        <b>{range}</b>
        {count === undefined ? null : <span>{count}</span>}
      </div>
    </header>
  );
};
