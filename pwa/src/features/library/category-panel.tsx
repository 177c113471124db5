import { CATEGORIES, type Category } from "@dianbo/shared/category";
import type { Courseware } from "@dianbo/shared/courseware";
import { CategoryName } from "../../app/category-name.tsx";
import { Button } from "../../design/button.tsx";
import { DigitBlock } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import { numbersOnMove } from "./bulk-acts.ts";
import css from "./bulk-bar.module.css";

/** To which category, and what becomes of the numbers. */
export const CategoryPanel = ({
  ticked,
  file,
}: {
  readonly ticked: readonly Courseware[];
  readonly file: (category: Category) => void;
}) => {
  const { library: words } = useWords();
  const { kept, changed } = numbersOnMove(ticked);
  return (
    <>
      {CATEGORIES.map((category) => (
        <Button
          key={category}
          icon={<DigitBlock digit={category} />}
          className={css.into}
          onClick={() => file(category)}
        >
          <CategoryName category={category} />
        </Button>
      ))}
      <p className={`small ${css.numbers ?? ""}`}>{words.categoryNumbers(kept, changed)}</p>
    </>
  );
};
