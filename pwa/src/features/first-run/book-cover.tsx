import { CATEGORIES, CATEGORY_NAMES } from "@dianbo/shared/category";
import { NumberTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./book-cover.module.css";

/** What the book will look like, with the site's name as it is typed. Only to look at. */
export const BookCover = ({ siteName }: { readonly siteName: string }) => {
  const { firstRun: words, shell } = useWords();
  return (
    <div className={css.book} aria-hidden="true">
      <div className={css.cover}>
        <p className={css.title}>{shell.product}</p>
        <p className={css.site}>{siteName}</p>
        <div className={css.lines}>
          {words.coverLines.map(({ number, title }) => (
            <div key={number}>
              <NumberTag number={number} size="s" />
              <span>{title}</span>
            </div>
          ))}
        </div>
      </div>
      <div className={css.edge}>
        {CATEGORIES.map((category) => (
          <span key={category} className={`c${category}`}>
            <b>{category}</b>
            <em>{CATEGORY_NAMES[category]}</em>
          </span>
        ))}
      </div>
    </div>
  );
};
