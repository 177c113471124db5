import type { TagSuggestion } from "@dianbo/shared/category";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useWords } from "../locales/index.ts";
import styles from "./clip-panel.module.css";

/** Tags: those of like titles, for whom it is and the page's own words to choose from, and one's own. */
export const TagRow = ({
  offered,
  chosen,
  onChange,
}: {
  readonly offered: readonly TagSuggestion[];
  readonly chosen: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
}) => {
  const words = useWords();
  const [adding, setAdding] = useState(false);
  const all = [...new Set([...chosen, ...offered.map(({ tag }) => tag)])].slice(0, 8);
  const toggle = (tag: string): void =>
    onChange(chosen.includes(tag) ? chosen.filter((one) => one !== tag) : [...chosen, tag]);
  const add = (typed: string): void => {
    const tag = typed.trim().slice(0, 30);
    if (tag !== "" && !chosen.includes(tag)) onChange([...chosen, tag]);
    setAdding(false);
  };
  return (
    <div className={styles.tags}>
      <span className="hint">{words.tags}</span>
      {all.map((tag) => (
        <button
          key={tag}
          type="button"
          className={`chip ${chosen.includes(tag) ? "on" : ""}`}
          aria-pressed={chosen.includes(tag)}
          onClick={() => toggle(tag)}
        >
          {tag}
        </button>
      ))}
      {adding ? (
        <input
          className={styles.newTag}
          aria-label={words.newTag}
          maxLength={30}
          // biome-ignore lint/a11y/noAutofocus: the field appears because its button was pressed
          autoFocus
          onBlur={(event) => add(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === "Enter") {
              event.stopPropagation();
              add(event.currentTarget.value);
            }
            if (event.key === "Escape") setAdding(false);
          }}
        />
      ) : (
        <button
          type="button"
          className={`btn text ${styles.plus}`}
          aria-label={words.addTag}
          onClick={() => setAdding(true)}
        >
          <Plus className="i" aria-hidden="true" size={18} strokeWidth={1.75} />
        </button>
      )}
    </div>
  );
};
