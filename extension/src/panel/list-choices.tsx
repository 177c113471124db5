import { DigitBlock } from "@dianbo/pwa/design/number-tag.tsx";
import { CATEGORIES, CATEGORY_NAMES, type Category } from "@dianbo/shared/category";
import { Copy, Minus, Plus } from "lucide-react";
import { useEffect, useRef } from "react";
import { useListWords } from "../locales/index.ts";
import styles from "./list-panel.module.css";
import { goesOn, type PanelList } from "./use-list.ts";

/** How many pages of the list are shown, and one more or less. */
export const Turner = ({ list }: { readonly list: PanelList }) => {
  const words = useListWords();
  const { pages, turning } = list;
  const next = pages[0]?.next;
  if (next === undefined || next.type === "none") return null;
  const first = next.type === "addresses" ? next.total - next.urls.length : 1;
  const last = pages.at(-1)?.next;
  const told = last?.type === "data" ? last : next;
  const total = told.type === "addresses" || told.type === "data" ? told.total : undefined;
  const isLast = !goesOn(pages);
  return (
    <div className={styles.turner}>
      <Copy className="i" aria-hidden="true" size={20} strokeWidth={1.75} />
      <span>{words.turnTo}</span>
      <span className={styles.stepper}>
        <button type="button" aria-label={words.fewerPages} onClick={list.fewer}>
          <Minus className="i" aria-hidden="true" size={18} strokeWidth={1.75} />
        </button>
        <b className="n" aria-live="polite">
          {first + pages.length - 1}
        </b>
        <button type="button" aria-label={words.morePages} onClick={list.more}>
          <Plus className="i" aria-hidden="true" size={18} strokeWidth={1.75} />
        </button>
      </span>
      <span>{words.page}</span>
      <span className="end n dim" aria-live="polite">
        {turning
          ? words.turning
          : total !== undefined
            ? words.pages(total)
            : isLast
              ? words.noMorePages
              : ""}
      </span>
    </div>
  );
};

/** One stroke of category for the whole list. */
export const FileAll = ({ onFile }: { readonly onFile: (category: Category) => void }) => {
  const words = useListWords();
  return (
    <fieldset className={styles.fileAll}>
      <legend>{words.allTo}</legend>
      {CATEGORIES.map((category) => (
        <button
          key={category}
          type="button"
          className={styles.shelf}
          aria-label={words.allToOne(category, CATEGORY_NAMES[category])}
          title={CATEGORY_NAMES[category]}
          onClick={() => onFile(category)}
        >
          <DigitBlock digit={category} />
        </button>
      ))}
    </fieldset>
  );
};

/** A tick that can stand between: some are ticked. */
export const AllTick = ({
  some,
  all,
  onChange,
}: {
  readonly some: boolean;
  readonly all: boolean;
  readonly onChange: (ticked: boolean) => void;
}) => {
  const words = useListWords();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = some && !all;
  }, [some, all]);
  return (
    <label className={styles.label}>
      <input ref={box} type="checkbox" checked={all} onChange={() => onChange(!all)} />
      <b>{words.all}</b>
    </label>
  );
};
