import { X } from "lucide-react";
import { useId, useState } from "react";
import { useWords } from "../../locales/index.ts";
import css from "./item-room.module.css";

/** The tags of an item: each can be taken off, a new one is written and kept with Enter. */
export const TagsField = ({
  tags,
  save,
}: {
  readonly tags: readonly string[];
  readonly save: (tags: string[]) => Promise<boolean>;
}) => {
  const { item: words } = useWords();
  const [typed, setTyped] = useState("");
  const id = useId();
  const add = async (): Promise<void> => {
    const tag = typed.trim();
    if (tag === "") return;
    if (tags.includes(tag) || (await save([...tags, tag]))) setTyped("");
  };
  return (
    <div className={css.field}>
      <label htmlFor={id}>{words.names.tags}</label>
      <div className={css.tags}>
        {tags.map((tag) => (
          <span key={tag} className={`chip ${css.tag ?? ""}`}>
            {tag}
            <button
              type="button"
              aria-label={words.removeTag(tag)}
              onClick={() => void save(tags.filter((one) => one !== tag))}
            >
              <X size={16} strokeWidth={1.75} aria-hidden="true" />
            </button>
          </span>
        ))}
        <input
          id={id}
          value={typed}
          placeholder={words.addTag}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => void add()}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === "Escape") setTyped("");
            if (event.key !== "Enter") return;
            event.preventDefault();
            void add();
          }}
        />
      </div>
    </div>
  );
};
