import type { Courseware } from "@dianbo/shared/courseware";
import { X } from "lucide-react";
import { useId, useMemo, useState } from "react";
import { useSnapshot } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import { countTags } from "./bulk-acts.ts";
import css from "./bulk-bar.module.css";

/** More suggestions than these nobody reads. */
const SUGGESTED = 8;

/** Tags of the ticked items: take one off, add one that is known, or write a new one. */
export const TagPanel = ({
  ticked,
  add,
  remove,
}: {
  readonly ticked: readonly Courseware[];
  readonly add: (tag: string) => void;
  readonly remove: (tag: string) => void;
}) => {
  const { library: words } = useWords();
  const { items } = useSnapshot();
  const [tag, setTag] = useState("");
  const field = useId();
  const here = countTags(ticked);
  const known = useMemo(() => countTags(items.values()), [items]);
  const everywhere = new Set(
    here.flatMap(([name, count]) => (count === ticked.length ? name : [])),
  );
  const suggested = known.filter(([name]) => !everywhere.has(name)).slice(0, SUGGESTED);
  return (
    <>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (tag.trim() === "") return;
          add(tag.trim());
          setTag("");
        }}
      >
        <label htmlFor={field} className="visually-hidden">
          {words.tagChoice}
        </label>
        <input
          id={field}
          className="field"
          placeholder={words.tagChoice}
          maxLength={100}
          autoComplete="off"
          value={tag}
          onChange={(event) => setTag(event.target.value)}
        />
        <Button type="submit">{words.addTag}</Button>
      </form>
      {here.map(([name, count]) => (
        <span key={name} className={`chip ${css.tag ?? ""}`}>
          {name}
          <span className="n dim">{count}</span>
          <button type="button" aria-label={words.removeTag(name)} onClick={() => remove(name)}>
            <X size={16} strokeWidth={1.75} aria-hidden="true" />
          </button>
        </span>
      ))}
      {suggested.length === 0 ? null : <span className="hint">{words.knownTags}</span>}
      {suggested.map(([name]) => (
        <Button key={name} className={css.known} onClick={() => add(name)}>
          {name}
        </Button>
      ))}
    </>
  );
};
