import type { Courseware } from "@dianbo/shared/courseware";
import { NumberTag } from "../design/number-tag.tsx";
import { useWords } from "../locales/index.ts";
import css from "./did-you-mean.module.css";

/**
 * 「您是不是要找」: titles near to what was typed, below the few finds or none. Each leads to its item, or,
 * where the room takes items in (`take`), is taken.
 */
export const DidYouMean = ({
  items,
  take,
}: {
  readonly items: readonly Courseware[];
  readonly take?: ((item: Courseware) => void) | undefined;
}) => {
  const { library: words } = useWords();
  if (items.length === 0) return null;
  return (
    <section className={css.near} aria-label={words.didYouMean}>
      <b>{words.didYouMean}</b>
      <ul>
        {items.map((item) => {
          const inside = (
            <>
              {item.number == null ? null : <NumberTag number={item.number} size="s" />}
              <span className="clip">{item.title}</span>
            </>
          );
          return (
            <li key={item.id}>
              {take === undefined ? (
                <a href={`#/library/${item.id}`}>{inside}</a>
              ) : (
                <button type="button" onClick={() => take(item)}>
                  {inside}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
