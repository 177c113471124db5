import { CATEGORIES } from "@dianbo/shared/category";
import type { Courseware } from "@dianbo/shared/courseware";
import { fileCourseware } from "@dianbo/shared/programme";
import { CategoryName } from "../../app/category-name.tsx";
import { useDependencies } from "../../app/library-context.tsx";
import type { Act } from "../../app/use-act.ts";
import { DigitBlock } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./category-choice.module.css";

/** The five categories, the item's own pressed, and what another one would do to the number. */
export const CategoryChoice = ({
  item,
  act,
  shelfFull,
}: {
  readonly item: Courseware;
  readonly act: Act;
  readonly shelfFull: boolean;
}) => {
  const { item: words } = useWords();
  const { newId } = useDependencies();
  const says = (): string => {
    if (item.number == null) return words.numberComes;
    return item.spoken === true ? words.numberStays(item.number) : words.numberChanges;
  };
  return (
    <section className={`sheet ${css.sheet ?? ""}`} aria-label={words.category}>
      <h2>{words.category}</h2>
      <div className={css.choices}>
        {CATEGORIES.map((category) => (
          <button
            key={category}
            type="button"
            aria-pressed={item.category === category}
            onClick={() => {
              if (item.category !== category) {
                void act(({ book }) => fileCourseware([item], category, book, newId));
              }
            }}
          >
            <DigitBlock digit={category} />
            <CategoryName category={category} />
          </button>
        ))}
      </div>
      <p className="small">{says()}</p>
      {shelfFull ? (
        <p className="note bad" role="alert">
          {words.shelfFull}
        </p>
      ) : null}
    </section>
  );
};
