import type { Courseware } from "@dianbo/shared/courseware";
import { NumberTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./did-you-mean.module.css";

/** 「您是不是要找」: titles near to what was typed, below the few finds or none. */
export const DidYouMean = ({ items }: { readonly items: readonly Courseware[] }) => {
  const { library: words } = useWords();
  if (items.length === 0) return null;
  return (
    <section className={css.near} aria-label={words.didYouMean}>
      <b>{words.didYouMean}</b>
      <ul>
        {items.map(({ id, number, title }) => (
          <li key={id}>
            <a href={`#/library/${id}`}>
              {number == null ? null : <NumberTag number={number} size="s" />}
              <span className="clip">{title}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};
