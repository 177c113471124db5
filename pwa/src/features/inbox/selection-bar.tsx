import { CATEGORIES, CATEGORY_NAMES, type Category } from "@dianbo/shared/category";
import { Trash2 } from "lucide-react";
import { Button, Key } from "../../design/button.tsx";
import { DigitBlock } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import type { InboxEntry } from "./inbox-entries.ts";
import css from "./inbox-room.module.css";

/** The bar at the sheet's foot while rows are ticked: all of them into one category, or away. */
export const SelectionBar = ({
  ticked,
  file,
  remove,
  clear,
}: {
  readonly ticked: readonly InboxEntry[];
  readonly file: (category: Category) => void;
  readonly remove: () => void;
  readonly clear: () => void;
}) => {
  const { inbox: words } = useWords();
  const minutes = ticked.reduce((sum, entry) => sum + (entry.minutes ?? 0), 0);
  return (
    <div className={css.foot}>
      <b className="n">{words.selected(ticked.length, minutes)}</b>
      {CATEGORIES.map((category) => (
        <Button
          key={category}
          className={css.into}
          icon={<DigitBlock digit={category} />}
          onClick={() => file(category)}
        >
          {CATEGORY_NAMES[category]}
        </Button>
      ))}
      <Button
        look="text"
        className={css.away}
        icon={<Trash2 size={18} strokeWidth={1.75} aria-hidden="true" />}
        onClick={remove}
      >
        {words.removeShort}
      </Button>
      <Button look="text" className="end" onClick={clear}>
        {words.clearSelection}
        <Key>Esc</Key>
      </Button>
    </div>
  );
};
