import { DigitBlock } from "@dianbo/pwa/design/number-tag.tsx";
import {
  CATEGORIES,
  CATEGORY_NAMES,
  type Category,
  type CategoryReason,
  type CategorySuggestion,
} from "@dianbo/shared/category";
import { Check } from "lucide-react";
import { useEffect, useRef } from "react";
import { useWords, type Words } from "../locales/index.ts";
import styles from "./clip-panel.module.css";
import { KEYS_HINT } from "./panel-foot.tsx";

const reasonInWords = (reason: CategoryReason, words: Words["panel"]): string => {
  switch (reason.type) {
    case "habit":
      return words.habit(reason.column, reason.count);
    case "column":
      return words.column(reason.column);
    case "words":
      return words.words(reason.words);
    case "filed":
      return words.filed(reason.title);
    case "manner":
      return words.manner;
  }
};

const Choice = ({
  category,
  onTake,
}: {
  readonly category: Category;
  readonly onTake: (category: Category) => void;
}) => {
  const meaning = useWords().categoryMeans[category];
  return (
    <button
      type="button"
      className={styles.other}
      aria-describedby={KEYS_HINT}
      onClick={() => onTake(category)}
    >
      <DigitBlock digit={category} />
      <span>
        {CATEGORY_NAMES[category]}
        {meaning === "" ? null : <span className={styles.why}> {meaning}</span>}
      </span>
    </button>
  );
};

const Suggested = ({
  suggestion,
  onTake,
}: {
  readonly suggestion: CategorySuggestion;
  readonly onTake: (category: Category) => void;
}) => {
  const words = useWords();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const { category, reason } = suggestion;
  const name = CATEGORY_NAMES[category];
  const meaning = words.categoryMeans[category];
  const why = reasonInWords(reason, words);
  return (
    <button
      ref={button}
      type="button"
      className={`${styles.pick} c${category}`}
      aria-describedby={KEYS_HINT}
      onClick={() => onTake(category)}
    >
      <span className={styles.digit}>
        <DigitBlock digit={category} />
      </span>
      <span className="grow">
        <b className={styles.name}>
          {name}
          {meaning === "" ? null : <span className={styles.meaning}> {meaning}</span>}
        </b>
        <span className={styles.why}>{why}</span>
      </span>
      <Check className="i" aria-hidden="true" size={24} strokeWidth={1.75} />
    </button>
  );
};

/** The five choices, the suggested one first and large; a press files and saves at once. */
export const CategoryPicker = ({
  suggestion,
  onTake,
}: {
  readonly suggestion: CategorySuggestion | undefined;
  readonly onTake: (category: Category) => void;
}) => {
  const words = useWords();
  return (
    <section className={styles.suggestion} aria-labelledby="filed-under">
      <h2 id="filed-under" className="hint">
        {words.filedUnder}
      </h2>
      {suggestion === undefined ? (
        <p className={styles.none}>{words.noSuggestion}</p>
      ) : (
        <Suggested suggestion={suggestion} onTake={onTake} />
      )}
      <div className={styles.others}>
        {CATEGORIES.filter((category) => category !== suggestion?.category).map((category) => (
          <Choice key={category} category={category} onTake={onTake} />
        ))}
      </div>
    </section>
  );
};
