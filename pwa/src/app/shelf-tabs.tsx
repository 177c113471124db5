import { CATEGORIES, CATEGORY_NAMES, type Category } from "@dianbo/shared/category";
import { useWords } from "../locales/index.ts";
import css from "./shelf-tabs.module.css";

/** A tab is as wide as four digits. */
const MOST_AT_FULL_SIZE = 9999;

/** The thumb edge: all, and the five shelves with how many stand on each. */
export const ShelfTabs = ({
  counts,
  total,
  chosen,
  choose,
}: {
  readonly counts: ReadonlyMap<Category, number>;
  readonly total: number;
  readonly chosen: Category | undefined;
  readonly choose: (shelf: Category | undefined) => void;
}) => {
  const { library: words } = useWords();
  return (
    <nav className={css.tabs} aria-label={words.shelves}>
      <button
        type="button"
        className={css.all}
        aria-current={chosen === undefined}
        onClick={() => choose(undefined)}
      >
        <em>{words.all}</em>
        <span className={`n ${total > MOST_AT_FULL_SIZE ? (css.many ?? "") : ""}`}>{total}</span>
      </button>
      {CATEGORIES.map((category) => {
        const count = counts.get(category) ?? 0;
        return (
          <button
            key={category}
            type="button"
            className={`c${category} ${count === 0 ? (css.none ?? "") : ""}`}
            aria-current={chosen === category}
            title={words.categoryMeans[category]}
            onClick={() => choose(category)}
          >
            <b>{category}</b>
            <em>{CATEGORY_NAMES[category]}</em>
            <span className={`n ${count > MOST_AT_FULL_SIZE ? (css.many ?? "") : ""}`}>
              {count === 0 ? "–" : count}
            </span>
          </button>
        );
      })}
    </nav>
  );
};
