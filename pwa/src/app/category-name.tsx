import { CATEGORY_NAMES, type Category } from "@dianbo/shared/category";
import { useWords } from "../locales/index.ts";
import css from "./category-name.module.css";

/** A category by its proper name; in another language than the book's own with what it means, small, below. */
export const CategoryName = ({ category }: { readonly category: Category }) => {
  const meaning = useWords().library.categoryMeans[category];
  const name = CATEGORY_NAMES[category];
  return meaning === "" ? (
    name
  ) : (
    <span className={css.both}>
      <span lang="zh-CN">{name}</span> <span className={css.meaning}>{meaning}</span>
    </span>
  );
};
