import { CATEGORIES, CATEGORY_NAMES, type Category } from "@dianbo/shared/category";
import type { Courseware } from "@dianbo/shared/courseware";
import type { RecordId } from "@dianbo/shared/identity";
import type { SearchIndex, Span } from "@dianbo/shared/search";
import { Plus, Search, X } from "lucide-react";
import { useMemo, useState } from "react";
import { DidYouMean } from "../../app/did-you-mean.tsx";
import { searchBoxProps } from "../../app/room-search.ts";
import { useSearch } from "../../app/use-search.ts";
import { Icon } from "../../design/icon.tsx";
import { MarkedText } from "../../design/marked-text.tsx";
import { NumberTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./library-picker.module.css";

/** More rows than these are not read, they are searched. */
const ROWS = 60;

const PickerRow = ({
  item,
  spans,
  held,
  add,
}: {
  readonly item: Courseware;
  readonly spans: readonly Span[];
  readonly held: boolean;
  readonly add: (item: Courseware) => void;
}) => {
  const { setMenus: words } = useWords();
  return (
    <li className={held ? css.held : undefined}>
      {item.number == null ? null : <NumberTag number={item.number} size="s" />}
      <span className={`grow ${css.title ?? ""}`}>
        <span className={css.words}>
          <MarkedText text={item.title} spans={spans} />
        </span>
        {held ? <span className="small">{words.inMenu}</span> : null}
      </span>
      <span className="n dim">
        {item.minutes == null || item.minutes === 0 ? "–" : item.minutes}
      </span>
      <button
        type="button"
        className="btn"
        aria-label={words.add(item.title)}
        onClick={() => add(item)}
      >
        <Icon of={Plus} size={18} />
      </button>
    </li>
  );
};

/** The library beside a menu: search, and a plus on every row. */
export const LibraryPicker = ({
  index,
  held,
  add,
}: {
  readonly index: SearchIndex;
  /** Items that stand in the menu already; they may stand in it twice. */
  readonly held: ReadonlySet<RecordId>;
  readonly add: (item: Courseware) => void;
}) => {
  const { setMenus: words } = useWords();
  const [typed, setTyped] = useState("");
  const [shelf, setShelf] = useState<Category>();
  const { finds, near } = useSearch(typed);
  const found = useMemo(
    () => finds.items.filter(({ category }) => shelf === undefined || category === shelf),
    [finds, shelf],
  );
  return (
    <div className={css.picker}>
      <div className={css.search}>
        <label className="field">
          <Icon of={Search} size={18} />
          <input
            {...searchBoxProps}
            aria-label={words.pickerSearch}
            placeholder={words.pickerSearch}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") setTyped("");
            }}
          />
          {typed === "" ? null : (
            <button
              type="button"
              className={css.clear}
              aria-label={words.pickerClear}
              onClick={() => setTyped("")}
            >
              <Icon of={X} size={18} />
            </button>
          )}
        </label>
        <div className={css.shelves}>
          {CATEGORIES.map((category) => (
            <button
              key={category}
              type="button"
              className={`c${category}`}
              aria-label={words.shelf(category, CATEGORY_NAMES[category])}
              aria-pressed={shelf === category}
              onClick={() => setShelf(shelf === category ? undefined : category)}
            >
              {category}
            </button>
          ))}
          <span className="hint end" aria-live="polite">
            {words.pickerFound(found.length)}
          </span>
        </div>
      </div>
      <ul className={css.rows}>
        {found.slice(0, ROWS).map((item) => (
          <PickerRow
            key={item.id}
            item={item}
            spans={finds.spansOf(item)}
            held={held.has(item.id)}
            add={add}
          />
        ))}
        {found.length > ROWS ? (
          <li className="hint">{words.pickerMore(found.length - ROWS)}</li>
        ) : null}
        {found.length === 0 ? (
          <li className="dim">
            {index.items.length === 0 ? words.pickerEmpty : words.pickerNothing(typed)}
          </li>
        ) : null}
      </ul>
      <DidYouMean items={near} take={add} />
    </div>
  );
};
